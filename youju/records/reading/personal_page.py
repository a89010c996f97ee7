"""The page of a person: posts, honours, service. Never who attended what, nor anything across groups.

It is open to the keeper of the unit where the person works, and to the person. Kinds say what they know of a
person (``Kind.deeds``); posts are the roster's.
"""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import transaction

from youju.errors import NotFound
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.keeping import KEEPERS
from youju.orgs.members import Member
from youju.orgs.people import Person, Tenure
from youju.records.declared.deed import Deed
from youju.records.kinds import kinds


class DeedsOfKind(NamedTuple):
    """What one kind tells, newest first."""

    label: str
    deeds: list[Deed]


class PersonalPage(NamedTuple):
    """tenures: all posts the person ever held, the newest first. parts: by kind; those without anything left out."""

    person: Person
    tenures: list[Tenure]
    parts: list[DeedsOfKind]


def get_person_to_read(member: Member, token: str) -> Person:
    """A person whose page is open to a member: themself, or somebody who works in a unit whose roster the member keeps
    as its own, and not as one of those it reaches. Raises NotFound for everybody else.
    """
    person = Person.objects.filter(token=token, merged_into=None).first()
    if person is None or not is_open(member, person):
        raise NotFound()
    return person


def is_open(member: Member, person: Person) -> bool:
    """Whether a person's page is open to a member."""
    return _is_oneself(member, person) or _keeps(member, person)


def own_person(member: Member) -> Person | None:
    """The person on the rosters that a member is, if it is known."""
    return Person.objects.filter(member=member, merged_into=None).first()


@transaction.atomic
def personal_page_read(*, person: Person, actor: Member) -> PersonalPage:
    """What stands on a person's page. Reading that of somebody under age is noted."""
    if person.is_minor(clock.today()) and not _is_oneself(actor, person):
        audit.write(actor=actor, action="person.read", target=person.target)
    ids = _all_rows(person)
    tenures = Tenure.objects.filter(person__in=ids).select_related("unit").order_by("-since", "-pk")
    told = ((str(kind.label), kind.deeds) for kind in kinds() if kind.deeds is not None)
    parts = [DeedsOfKind(label, sorted(deeds(ids), reverse=True)) for label, deeds in told]
    return PersonalPage(person, list(tenures), [part for part in parts if part.deeds])


def _is_oneself(member: Member, person: Person) -> bool:
    return person.member_id == member.pk


def _keeps(member: Member, person: Person) -> bool:
    own = {grant.unit_id for grant in member.held() if grant.role in KEEPERS}
    return Tenure.objects.on(clock.today()).filter(person=person, unit__in=own).exists()


def _all_rows(person: Person) -> Sequence[int]:
    """The ids of the person and of all that were merged into it."""
    found, newest = [person.pk], [person.pk]
    while newest:
        newest = list(Person.objects.filter(merged_into__in=newest).values_list("pk", flat=True))
        found += newest
    return found
