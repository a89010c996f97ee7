"""Who keeps the bureau's own nouns: units, rosters, groups, calendar. Each getter states the right it needs.

A liaison keeps the rosters and groups of its own unit; an officer and an administrator those of all they reach.
Units and calendar are changed by administrators alone.
"""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from youju.errors import NotAllowed, NotFound
from youju.orgs.actors import Actor
from youju.orgs.groups import GUARDED, Group, GroupQuerySet, Membership
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.reaching import reach_of
from youju.orgs.tree import find_unit, home_unit
from youju.orgs.units import Unit

KEEPERS = (Role.LIAISON, Role.OFFICER, Role.ADMIN)


def kept_units(member: Member) -> set[int]:
    """Ids of the units whose rosters and groups a member keeps; nobody else reads them."""
    held = member.held()
    own = {grant.unit_id for grant in held if grant.role == Role.LIAISON}
    return own | reach_of(member, [grant for grant in held if grant.role in (Role.OFFICER, Role.ADMIN)])


def managed_units(member: Member) -> set[int]:
    """Ids of the units that a member may change: an administrator's own and all below it."""
    return reach_of(member, [grant for grant in member.held() if grant.role == Role.ADMIN])


def is_manager(member: Member) -> bool:
    """Whether a member administers the bureau."""
    return home_unit().pk in managed_units(member)


def require_manager(actor: Actor) -> None:
    """Raises NotAllowed for every member but an administrator of the bureau; the server's own are let through."""
    if isinstance(actor, Member) and not is_manager(actor):
        raise NotAllowed()


def get_managed_unit(member: Member, code: str) -> Unit:
    """A unit to change. Raises NotAllowed, UnknownUnit."""
    unit = find_unit(code)
    if unit.pk not in managed_units(member):
        raise NotAllowed()
    return unit


def get_kept_unit(member: Member, code: str) -> Unit:
    """A unit whose roster and groups a member keeps. Raises NotFound for any other, as for one that is not there."""
    unit = Unit.objects.filter(code=code, pk__in=kept_units(member)).first()
    if unit is None:
        raise NotFound()
    return unit


def persons_kept_by(member: Member) -> QuerySet[Person]:
    """Who is, was or will be on a roster that a member keeps; those merged into another are that other."""
    units = kept_units(member)
    return Person.objects.filter(merged_into=None, pk__in=Tenure.objects.filter(unit__in=units).values("person"))


def get_person_for(member: Member, token: str) -> Person:
    """A person on a roster that a member keeps. Raises NotFound."""
    person = persons_kept_by(member).filter(token=token).first()
    if person is None:
        raise NotFound()
    return person


def get_tenure_for(member: Member, person: Person, pk: int) -> Tenure:
    """A post of a person in a unit that a member keeps. Raises NotFound."""
    tenure = person.tenures.filter(pk=pk, unit__in=kept_units(member)).select_related("unit", "person").first()
    if tenure is None:
        raise NotFound()
    return tenure


def groups_kept_by(member: Member) -> GroupQuerySet:
    """The groups of the units that a member keeps, and those whose list it keeps itself.

    Of those that read what is kept from others only the latter, and all of them for an administrator of the bureau:
    nobody puts themself on such a list.
    """
    near = Q(unit__in=kept_units(member))
    if not is_manager(member):
        near &= ~Q(sort__in=GUARDED)
    return Group.objects.filter(near | Q(keepers__member=member)).distinct()


def require_group_keeper(actor: Actor, *, sort: str) -> None:
    """Raises NotAllowed for whoever may begin no group of a sort: a guarded one is begun by an administrator."""
    if sort in GUARDED:
        require_manager(actor)


def require_unguarded(actor: Actor, persons: Iterable[Person]) -> None:
    """Raises NotAllowed where a person is on a guarded list, for every member but an administrator of the bureau: who
    is made one with them would be on it too.
    """
    ids = [person.pk for person in persons]
    if Membership.objects.filter(person__in=ids, group__sort__in=GUARDED, group__closed=None).exists():
        require_manager(actor)


def get_group_for(member: Member, code: str) -> Group:
    """A group whose list a member keeps. Raises NotFound."""
    group = groups_kept_by(member).select_related("unit").filter(code=code).first()
    if group is None:
        raise NotFound()
    return group
