"""What can be done with persons: take up a post, move, leave. A person keeps one token through all of it."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction

from youju.orgs import audit
from youju.orgs.errors import NameMissing, TenureOver, TooEarly
from youju.orgs.groups import Membership
from youju.orgs.members import Member
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit


@transaction.atomic
def person_add(
    *,
    name: str,
    unit: Unit,
    actor: Member,
    post: str = "",
    since: date | None = None,
    minor_until: date | None = None,
    member: Member | None = None,
) -> Person:
    """Put somebody on a unit's roster from ``since`` (inclusive; none: from always). Raises NameMissing."""
    name = name.strip()
    if not name:
        raise NameMissing()
    person = Person.objects.create(name=name, minor_until=minor_until, member=member)
    Tenure.objects.create(person=person, unit=unit, post=post, since=since)
    audit.write(actor=actor, action="person.add", target=person.target, unit=unit.code)
    return person


@transaction.atomic
def person_join(*, person: Person, unit: Unit, actor: Member, post: str = "", since: date | None = None) -> Tenure:
    """Give somebody one more post, in this unit or another."""
    tenure = Tenure.objects.create(person=person, unit=unit, post=post, since=since)
    audit.write(actor=actor, action="person.join", target=person.target, unit=unit.code)
    return tenure


@transaction.atomic
def person_move(*, tenure: Tenure, unit: Unit, on: date, actor: Member, post: str = "") -> Tenure:
    """End one post on the day before ``on`` and begin another on it; groups are left as in ``person_leave``.

    Raises TenureOver, TooEarly.
    """
    close([tenure], on - timedelta(days=1))
    moved = Tenure.objects.create(person=tenure.person, unit=unit, post=post, since=on)
    audit.write(actor=actor, action="person.move", target=tenure.person.target, unit=unit.code, left=tenure.unit.code)
    return moved


@transaction.atomic
def person_leave(*, person: Person, until: date, actor: Member, tenure: Tenure | None = None) -> None:
    """End one post, or all that are open; ``until`` is the last day.

    Who has no other post in the unit leaves its groups with it: nobody is expected where they no longer work.
    Raises TenureOver, TooEarly.
    """
    held = [tenure] if tenure else list(person.tenures.filter(until=None))
    close(held, until)
    audit.write(
        actor=actor, action="person.leave", target=person.target, units=sorted({each.unit.code for each in held})
    )


def close(tenures: Iterable[Tenure], until: date) -> None:
    """Set the last day of open tenures, and of memberships in their units' groups. Raises TenureOver, TooEarly."""
    for tenure in tenures:
        if tenure.since and until < tenure.since:
            raise TooEarly(day=until)
        if not Tenure.objects.filter(pk=tenure.pk, until=None).update(until=until):
            raise TenureOver()
        tenure.until = until
        if not Tenure.objects.filter(person=tenure.person, unit=tenure.unit, until=None).exists():
            Membership.objects.filter(person=tenure.person, group__unit=tenure.unit, until=None).update(until=until)
