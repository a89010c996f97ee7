"""What can be done with groups: open, join, leave, close, hand the list to somebody."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from youju.lib.text import name_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import (
    AlreadyMember,
    GroupClosed,
    GroupCodeTaken,
    KeeperMissing,
    NameMissing,
    NoMember,
    TooEarly,
    UnfitCode,
)
from youju.orgs.groups import CODE, Group, Keeper, Membership
from youju.orgs.keeping import require_group_keeper
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.units import Unit


@transaction.atomic
def group_open(
    *, code: str, unit: Unit, sort: str, name: str, keepers: Iterable[Member], actor: Actor, opened: date | None = None
) -> Group:
    """Begin a group. Raises NotAllowed, NameMissing, UnfitCode, GroupCodeTaken, KeeperMissing."""
    require_group_keeper(actor, sort=sort)
    name = name_line(name)
    if not name:
        raise NameMissing()
    try:
        CODE(code)
    except ValidationError as error:
        raise UnfitCode(group=code) from error
    if Group.objects.filter(code=code).exists():
        raise GroupCodeTaken(group=code)
    group = Group.objects.create(code=code, unit=unit, sort=sort, name=name, opened=opened)
    _set_keepers(group, keepers)
    audit.write(actor=actor, action="group.open", target=group.target, unit=unit.code)
    return group


@transaction.atomic
def group_join(*, group: Group, person: Person, actor: Actor, since: date | None = None, post: str = "") -> Membership:
    """Take somebody in from ``since`` (none: from the group's beginning). Raises GroupClosed, AlreadyMember."""
    _hold(group)
    first = since or group.opened
    if group.closed is not None or (first and not group.is_open(first)):
        raise GroupClosed(group=group.name)
    standing = group.memberships.filter(person=person)
    if standing.filter(until=None).exists() or (first and standing.filter(until__gte=first).exists()):
        raise AlreadyMember(group=group.name)
    membership = Membership.objects.create(group=group, person=person, since=first, post=post)
    audit.write(actor=actor, action="group.join", target=group.target, person=person.token)
    return membership


@transaction.atomic
def group_join_many(
    *, group: Group, posts: Mapping[Person, str], actor: Actor, since: date | None = None
) -> list[Membership]:
    """Take many in at once, each with its post in the group. Raises GroupClosed, AlreadyMember."""
    _hold(group)
    first = since or group.opened
    if group.closed is not None or (first and not group.is_open(first)):
        raise GroupClosed(group=group.name)
    standing = group.memberships.filter(Q(until=None) | (Q(until__gte=first) if first else Q(until=None)))
    if not set(standing.values_list("person", flat=True)).isdisjoint(person.pk for person in posts):
        raise AlreadyMember(group=group.name)
    made = Membership.objects.bulk_create(
        [Membership(group=group, person=person, since=first, post=post) for person, post in posts.items()]
    )
    audit.write(actor=actor, action="group.join", target=group.target, persons=[person.token for person in posts])
    return made


@transaction.atomic
def group_leave(*, group: Group, person: Person, until: date, actor: Actor) -> None:
    """End somebody's membership; ``until`` is the last day. Raises NoMember, TooEarly."""
    membership = group.memberships.select_for_update().filter(person=person, until=None).first()
    if membership is None:
        raise NoMember(group=group.name)
    if membership.since and until < membership.since:
        raise TooEarly(day=until)
    Membership.objects.filter(pk=membership.pk).update(until=until)
    audit.write(actor=actor, action="group.leave", target=group.target, person=person.token)


@transaction.atomic
def group_close(*, group: Group, on: date, actor: Actor) -> None:
    """End a group: on the day ``on`` it is no longer there; who was in it stays to be read.

    Raises GroupClosed, TooEarly.
    """
    _hold(group)
    if group.closed is not None:
        raise GroupClosed(group=group.name)
    if group.opened and on <= group.opened:
        raise TooEarly(day=on)
    Group.objects.filter(pk=group.pk).update(closed=on)
    group.memberships.filter(until=None).update(until=on - timedelta(days=1))
    group.closed = on
    audit.write(actor=actor, action="group.close", target=group.target)


@transaction.atomic
def keeper_set(*, group: Group, keepers: Iterable[Member], actor: Actor) -> None:
    """Say who keeps the list from now on. Raises KeeperMissing."""
    _set_keepers(group, keepers)
    audit.write(actor=actor, action="group.keep", target=group.target)


def _set_keepers(group: Group, keepers: Iterable[Member]) -> None:
    members = list(dict.fromkeys(keepers))
    if not members:
        raise KeeperMissing(group=group.name)
    group.keepers.all().delete()
    Keeper.objects.bulk_create(Keeper(group=group, member=member) for member in members)


def _hold(group: Group) -> None:
    """Keep the group's row to the end of the transaction: its members change one verb at a time."""
    group.closed = Group.objects.select_for_update().get(pk=group.pk).closed
