"""Spans of one person that say the same twice, as after a merger: one post in a unit, one membership of a group."""

from collections.abc import Iterable
from datetime import date, timedelta

from youju.orgs.groups import Membership
from youju.orgs.people import Person, Tenure

_Span = Tenure | Membership


def put_together(person: Person) -> None:
    """Let posts and memberships that are on record twice for the same days be one, from the first day to the last.

    The older row stays. A post without a name is the same as a named one of the same unit and days.
    """
    _each_once(person.tenures.order_by("pk"))
    _each_once(person.memberships.order_by("pk"))


def _each_once(rows: Iterable[_Span]) -> None:
    kept: list[_Span] = []
    for row in rows:
        while (other := next((one for one in kept if _is_same(one, row)), None)) is not None:
            kept.remove(other)
            row = _joined(other, row)
        kept.append(row)


def _is_same(one: _Span, other: _Span) -> bool:
    if _place(one) != _place(other) or not (_meets(one.until, other.since) and _meets(other.until, one.since)):
        return False
    return isinstance(one, Membership) or not one.post or not other.post or one.post == other.post


def _place(row: _Span) -> int:
    return row.group_id if isinstance(row, Membership) else row.unit_id


def _meets(last: date | None, first: date | None) -> bool:
    """Whether a span that ends on one day reaches one that begins on the other, or the day before it."""
    return last is None or first is None or last + timedelta(days=1) >= first


def _joined(one: _Span, other: _Span) -> _Span:
    """The older row, for all the days of the two."""
    older, younger = sorted((one, other), key=lambda row: row.pk)
    older.since = None if None in (one.since, other.since) else min(filter(None, (one.since, other.since)))
    older.until = None if None in (one.until, other.until) else max(filter(None, (one.until, other.until)))
    older.post = older.post or younger.post
    older.save(update_fields=["since", "until", "post"])
    younger.delete()
    return older
