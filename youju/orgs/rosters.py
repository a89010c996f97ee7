"""What can be done with persons: take up a post, move, leave. A person keeps one token through all of it."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db import transaction

from youju.lib.text import name_line, one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing, TenureOver, TooEarly
from youju.orgs.groups import Membership
from youju.orgs.members import Member
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit

_BATCH = 1000


class NewPost(NamedTuple):
    """One post of a person that is to be. since and until: its first and last day, both inclusive; none: open."""

    unit: Unit
    post: str = ""
    since: date | None = None
    until: date | None = None


class NewPerson(NamedTuple):
    name: str
    posts: tuple[NewPost, ...]


@transaction.atomic
def persons_add_many(*, persons: Sequence[NewPerson], actor: Actor) -> list[Person]:
    """Put many on their rosters, as at the founding of a bureau or by an import: all of them, or none.

    Gives them in the same order. Raises NameMissing, TooEarly.
    """
    for new in persons:
        _refuse(new)
    made = Person.objects.bulk_create([Person(name=name_line(new.name)) for new in persons], batch_size=_BATCH)
    tenures = [
        Tenure(person=person, **post._asdict()) for person, new in zip(made, persons, strict=True) for post in new.posts
    ]
    Tenure.objects.bulk_create(tenures, batch_size=_BATCH)
    audit.write_many(actor=actor, action="person.add", targets=[person.target for person in made])
    return made


@transaction.atomic
def person_add(
    *,
    name: str,
    unit: Unit,
    actor: Actor,
    post: str = "",
    since: date | None = None,
    minor_until: date | None = None,
    member: Member | None = None,
) -> Person:
    """Put somebody on a unit's roster from ``since`` (inclusive; none: from always). Raises NameMissing."""
    name = name_line(name)
    if not name:
        raise NameMissing()
    person = Person.objects.create(name=name, minor_until=minor_until, member=member)
    Tenure.objects.create(person=person, unit=unit, post=post, since=since)
    audit.write(actor=actor, action="person.add", target=person.target, unit=unit.code)
    return person


@transaction.atomic
def person_join(*, person: Person, unit: Unit, actor: Actor, post: str = "", since: date | None = None) -> Tenure:
    """Give somebody one more post, in this unit or another."""
    tenure = Tenure.objects.create(person=person, unit=unit, post=post, since=since)
    audit.write(actor=actor, action="person.join", target=person.target, unit=unit.code)
    return tenure


@transaction.atomic
def person_move(*, tenure: Tenure, unit: Unit, on: date, actor: Actor, post: str = "") -> Tenure:
    """End one post on the day before ``on`` and begin another on it; groups are left as in ``person_leave``.

    Raises TenureOver, TooEarly.
    """
    moved = Tenure.objects.create(person=tenure.person, unit=unit, post=post, since=on)
    close([tenure], on - timedelta(days=1))  # afterwards: who takes another post in the same unit stays in its groups
    audit.write(actor=actor, action="person.move", target=tenure.person.target, unit=unit.code, left=tenure.unit.code)
    return moved


@transaction.atomic
def person_leave(*, person: Person, until: date, actor: Actor, tenure: Tenure | None = None) -> None:
    """End one post, or all that are open; ``until`` is the last day.

    Who has no other post in the unit leaves its groups with it: nobody is expected where they no longer work.
    Raises TenureOver, TooEarly.
    """
    held = [tenure] if tenure else list(person.tenures.filter(until=None))
    close(held, until)
    audit.write(
        actor=actor, action="person.leave", target=person.target, units=sorted({each.unit.code for each in held})
    )


@transaction.atomic
def person_rename(*, person: Person, name: str, actor: Actor) -> None:
    """Write a person's name otherwise, as after a slip or a change of name. Raises NameMissing."""
    name = name_line(name)
    if not name:
        raise NameMissing()
    Person.objects.filter(pk=person.pk).update(name=name)
    person.name = name
    audit.write(actor=actor, action="person.rename", target=person.target)


@transaction.atomic
def person_account_set(*, person: Person, member: Member, actor: Actor) -> None:
    """Say which account is the same person's."""
    Person.objects.filter(pk=person.pk).update(member=member)
    person.member = member
    audit.write(actor=actor, action="person.account", target=person.target, member=member.token)


@transaction.atomic
def tenure_correct(*, tenure: Tenure, post: str, since: date | None, actor: Actor) -> None:
    """Write a post otherwise that was written down wrongly; what changed on a day is ``person_move``.

    Raises TooEarly where it would begin after it ended.
    """
    if since and tenure.until and tenure.until < since:
        raise TooEarly(day=tenure.until)
    tenure.post, tenure.since = one_line(post), since
    tenure.save(update_fields=["post", "since"])
    audit.write(actor=actor, action="tenure.correct", target=tenure.person.target, unit=tenure.unit.code)


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


def _refuse(new: NewPerson) -> None:
    if not name_line(new.name):
        raise NameMissing()
    for post in new.posts:
        if post.since and post.until and post.until < post.since:
            raise TooEarly(day=post.until)
