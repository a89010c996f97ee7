"""A school's duty group of three, of whom bob logs in; a colleague of bob who logs in too; the county's officer."""

from types import SimpleNamespace

from tests.records.cast import make_cast, member, people
from youju.orgs.groups import Group, GroupSort, Keeper, Membership
from youju.orgs.members import Role


def make_school() -> SimpleNamespace:
    """bob and carl are in the roster by their accounts, the third has none; rosa keeps the list."""
    cast = make_cast()
    cast.carl = member("carl", cast.hill, Role.REVIEWER)
    cast.rosa = member("rosa", cast.hill, Role.LIAISON)
    cast.first, cast.second, cast.third = people(cast.hill, "王一", "李二", "赵三")
    for person, who in ((cast.first, cast.bob), (cast.second, cast.carl)):
        person.member = who
        person.save()
    cast.bob.grants.update(role=Role.REVIEWER)
    cast.group = Group.objects.create(code="hill.duty", unit=cast.hill, sort=GroupSort.DUTY, name="青山小学值班")
    Membership.objects.bulk_create(
        Membership(group=cast.group, person=person) for person in (cast.first, cast.second, cast.third)
    )
    Keeper.objects.create(group=cast.group, member=cast.rosa)
    return cast
