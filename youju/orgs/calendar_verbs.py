"""Changing the calendar: filled from the table shipped with Youju, read from an announcement, or set by hand."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib.once import forget
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.calendar import DayRule, Term, special_days
from youju.orgs.days_off import SOURCE, DayRow, announced_days
from youju.orgs.units import Unit


class DayTwice(YoujuError):
    code = "day-twice"
    sentence = _("%(day)s is told twice, and differently. Nothing was changed: correct the list and read it again.")


class TermEndsBefore(YoujuError):
    code = "term-ends-before"
    sentence = _("The term ends (%(last)s) before it begins (%(first)s).")


class TermsOverlap(YoujuError):
    code = "terms-overlap"
    sentence = _(
        "“%(name)s” (%(first)s to %(last)s) would overlap “%(other)s” (%(other_first)s to %(other_last)s), a term of "
        "the same unit. A day lies in one term only: choose other days, or move or delete that term first."
    )


class TermSpan(NamedTuple):
    """A term as it is to be. first and last are both included."""

    name: str
    first: date
    last: date

    def meets(self, other: "Term | TermSpan") -> bool:
        """Whether another term shares a day with this one."""
        return self.name != other.name and self.first <= other.last and other.first <= self.last


class Changes(NamedTuple):
    """Days that are new and days that say something else than before; kept: set by hand here, so left alone."""

    added: tuple[date, ...]
    changed: tuple[date, ...]
    kept: tuple[date, ...]


def calendar_fill(*, actor: Actor) -> Changes:
    """Copy the days off of all years that were announced when this version was made. Twice is once."""
    return days_import(rows=announced_days(), source=SOURCE, actor=actor)


@transaction.atomic
def days_import(*, rows: Iterable[DayRow], source: str, actor: Actor) -> Changes:
    """Take over an announcement, all of it or nothing. Days it does not name stay as they are.

    source: where it can be read. Raises DayTwice.
    """
    wanted = _by_day(rows)
    there = {rule.date: rule for rule in DayRule.objects.select_for_update().filter(date__in=wanted)}
    new = [row for row in wanted.values() if row.day not in there]
    other = [there[row.day] for row in wanted.values() if row.day in there and _differs(there[row.day], row)]
    moved = [rule for rule in other if not rule.by_hand]
    for rule in moved:
        rule.work, rule.name, rule.source = wanted[rule.date].work, wanted[rule.date].name, source
    DayRule.objects.bulk_update(moved, ["work", "name", "source"], batch_size=100)
    DayRule.objects.bulk_create(
        [DayRule(date=row.day, work=row.work, name=row.name, source=source) for row in new], batch_size=100
    )
    forget(special_days)
    changes = Changes(
        tuple(row.day for row in new),
        tuple(rule.date for rule in moved),
        tuple(rule.date for rule in other if rule.by_hand),
    )
    if new or moved:
        detail = {"source": source, "added": _texts(changes.added), "changed": _texts(changes.changed)}
        audit.write(actor=actor, action="calendar.import", target="calendar", **detail)
    return changes


@transaction.atomic
def day_rule_set(*, day: date, work: bool, name: str, source: str, actor: Actor) -> DayRule:
    """Say of one day that it is off or worked, whatever an announcement says. source: why, for others to read."""
    rule, _new = DayRule.objects.update_or_create(
        date=day, defaults={"work": work, "name": name, "source": source, "by_hand": True}
    )
    forget(special_days)
    audit.write(actor=actor, action="calendar.day", target=str(day), work=work, name=name, source=source)
    return rule


@transaction.atomic
def terms_set(*, unit: Unit, spans: Iterable[TermSpan], actor: Actor) -> list[Term]:
    """Make terms of a unit, or move those of the same name, all at once. Raises TermEndsBefore, TermsOverlap."""
    return [_term_set(unit, span, actor) for span in _checked(unit, tuple(spans))]


@transaction.atomic
def term_set(*, unit: Unit, name: str, first: date, last: date, actor: Actor) -> Term:
    """Make a term, or move the term of this name. first and last are both included. Raises as ``terms_set`` does."""
    return terms_set(unit=unit, spans=[TermSpan(name, first, last)], actor=actor)[0]


@transaction.atomic
def term_remove(*, term: Term, actor: Actor) -> None:
    """Take a term out of the calendar. What fell due by it stays due."""
    audit.write(actor=actor, action="calendar.term-remove", target=term.unit.code, name=term.name)
    term.delete()


def _checked(unit: Unit, spans: tuple[TermSpan, ...]) -> tuple[TermSpan, ...]:
    """The same spans, once none ends before it begins and none shares a day with another term of the unit."""
    wanted = {span.name: span for span in spans}
    there: list[Term | TermSpan] = list(Term.objects.select_for_update().filter(unit=unit).exclude(name__in=wanted))
    for span in spans:
        if span.last < span.first:
            raise TermEndsBefore(first=span.first, last=span.last)
        other = next((term for term in (*there, *spans) if span.meets(term)), None)
        if other is not None:
            raise TermsOverlap(
                name=span.name, first=span.first, last=span.last,
                other=other.name, other_first=other.first, other_last=other.last,
            )  # fmt: skip
    return spans


def _term_set(unit: Unit, span: TermSpan, actor: Actor) -> Term:
    name, first, last = span
    term, _new = Term.objects.update_or_create(unit=unit, name=name, defaults={"first": first, "last": last})
    audit.write(actor=actor, action="calendar.term", target=unit.code, name=name, first=str(first), last=str(last))
    return term


def _by_day(rows: Iterable[DayRow]) -> dict[date, DayRow]:
    found: dict[date, DayRow] = {}
    for row in rows:
        if found.setdefault(row.day, row).work != row.work:
            raise DayTwice(day=row.day)
    return dict(sorted(found.items()))


def _differs(rule: DayRule, row: DayRow) -> bool:
    return (rule.work, rule.name) != (row.work, row.name)


def _texts(days: tuple[date, ...]) -> list[str]:
    return [day.isoformat() for day in days]
