"""The invented bureau: its tree of units, rosters, accounts and occasions."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from django.contrib.auth.hashers import make_password

from youju.demo.accounts import ACCOUNTS
from youju.demo.names import person_name
from youju.orgs.actors import CONSOLE
from youju.orgs.groups import Group, GroupSort, Keeper, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.people import Person, Tenure
from youju.orgs.tree_verbs import NewUnit, units_add_many
from youju.orgs.units import Unit, UnitKind
from youju.records.heads.occasions import Occasion, OccasionAlias

_FOLDER = Path(__file__).parent
# One member of the leading group to each of these posts.
_LEADERS = ("局长", "党委副书记", "副局长", "副局长", "副局长", "纪检组长", "总督学", "工会主席", "办公室主任")
_ROSTER = ("校长", "党支部书记", "副校长", "教导主任", "德育主任", *["教师"] * 6)
_OFFICE_ROSTER = ("科长", "副科长", "科员")


class _NewGroup(NamedTuple):
    """end, name: what the group's code and name end in. first: how many of the roster are in it, from its head on."""

    sort: GroupSort
    end: str
    name: str
    first: int | None = None


# Which groups a kind of unit has.
_GROUPS = {
    UnitKind.COUNTY: (_NewGroup(GroupSort.LEADING_GROUP, "center", "党委理论学习中心组"),),
    UnitKind.OFFICE: (_NewGroup(GroupSort.BRANCH, "branch", "党支部"),),
    UnitKind.SCHOOL: (
        _NewGroup(GroupSort.LEADERS, "leaders", "领导班子", 3),
        _NewGroup(GroupSort.BRANCH, "branch", "党支部", 5),
        _NewGroup(GroupSort.STAFF, "staff", "教职工"),
    ),
}
SINGLE_POST_TOWN = "999901.luqi"


class Gathered(NamedTuple):
    """A group and who is in it."""

    group: Group
    people: list[Person]


@dataclass(frozen=True)
class Bureau:
    """The units by code, and who works where."""

    county: Unit
    units: dict[str, Unit]
    parents: dict[str, str]
    offices: tuple[str, ...]
    towns: tuple[str, ...]
    direct: tuple[str, ...]
    schools: tuple[str, ...]
    rosters: dict[str, list[Person]]
    groups: dict[tuple[str, str], Gathered]  # by the unit's code and the sort of group
    members: dict[str, Member]
    occasions: dict[str, Occasion]

    def liaison(self, unit: str) -> Member:
        """Who records for a unit."""
        return self.members.get(f"liaison.{unit}") or self.members["colleague"]


def found_bureau(chance: Random, password: str) -> Bureau:
    """Write units, rosters, accounts and occasions. password: of the accounts that people log in with."""
    places = tomllib.loads((_FOLDER / "places.toml").read_text("utf-8"))
    units, parents = _units(places)
    by_kind = {kind: tuple(code for code, unit in units.items() if unit.kind == kind) for kind in UnitKind.values}
    county = units[places["county"]["code"]]
    schools = by_kind[UnitKind.SCHOOL]
    rosters = _rosters(units, chance)
    members = _members(units, county, chance, password)
    return Bureau(
        county=county,
        units=units,
        offices=by_kind[UnitKind.OFFICE],
        towns=by_kind[UnitKind.TOWN],
        parents=parents,
        direct=tuple(code for code in schools if parents[code] == county.code),
        schools=schools,
        rosters=rosters,
        groups=_groups(units, rosters, members),
        members=members,
        occasions=_occasions(county),
    )


def _units(places: dict[str, Any]) -> tuple[dict[str, Unit], dict[str, str]]:
    """The units by code, and the code of the unit above each."""
    news = list(_planned(places))
    units = {unit.code: unit for unit in units_add_many(units=news, actor=CONSOLE)}
    return units, {new.code: new.parent for new in news if new.parent}


def _planned(places: dict[str, Any]) -> Iterator[NewUnit]:
    nation, province, city, county = (places[kind] for kind in ("nation", "province", "city", "county"))
    front, short = f"{county['code']}.", county["short_name"]
    yield _new(nation, UnitKind.NATION, None)
    yield _new(province, UnitKind.PROVINCE, nation["code"])
    yield _new(city, UnitKind.CITY, province["code"])
    yield _new(county, UnitKind.COUNTY, city["code"])
    for row in places["office"]:
        yield _new(row, UnitKind.OFFICE, county["code"], front)
    for row in places["direct"]:
        yield _new(row | {"short_name": row["name"]}, UnitKind.SCHOOL, county["code"], front, short + row["name"])
    for row in places["town"]:
        town = _new(row, UnitKind.TOWN, county["code"], front)
        yield town
        for school in places["town_school"]:
            yield _new(school, UnitKind.SCHOOL, town.code, f"{town.code}.", town.name + school["name"])


def _new(row: dict[str, Any], kind: UnitKind, parent: str | None, front: str = "", full: str = "") -> NewUnit:
    code = f"{front}{row['code']}"
    return NewUnit(
        code=code,
        kind=kind,
        name=full or row["name"],
        parent=parent,
        short_name=row.get("short_name", ""),
        aliases=tuple(row.get("aliases", ())),
        single_post=code == SINGLE_POST_TOWN,
    )


def _rosters(units: dict[str, Unit], chance: Random) -> dict[str, list[Person]]:
    posts = {UnitKind.COUNTY: _LEADERS, UnitKind.OFFICE: _OFFICE_ROSTER, UnitKind.SCHOOL: _ROSTER}
    tenures = {
        code: [Tenure(unit=unit, person=Person(name=person_name(chance)), post=post) for post in posts[kind]]
        for code, unit in units.items()
        if (kind := UnitKind(unit.kind)) in posts
    }
    every = [tenure for held in tenures.values() for tenure in held]
    people = {code: [tenure.person for tenure in held] for code, held in tenures.items()}
    Person.objects.bulk_create(person for held in people.values() for person in held)
    for tenure in every:
        tenure.person_id = tenure.person.pk
    Tenure.objects.bulk_create(every)
    return people


def _groups(
    units: dict[str, Unit], rosters: dict[str, list[Person]], members: dict[str, Member]
) -> dict[tuple[str, str], Gathered]:
    """By the unit's code and the sort; the unit's liaison keeps the list."""
    gathered = {
        (code, new.sort): Gathered(_group(unit, new), rosters[code][: new.first])
        for code, unit in units.items()
        for new in _GROUPS.get(UnitKind(unit.kind), ())
    }
    groups = [each.group for each in gathered.values()]
    Group.objects.bulk_create(groups)
    Membership.objects.bulk_create(
        Membership(group=each.group, person=person) for each in gathered.values() for person in each.people
    )
    Keeper.objects.bulk_create(
        Keeper(group=group, member=members.get(f"liaison.{group.unit.code}", members["officer"])) for group in groups
    )
    return {(code, str(sort)): each for (code, sort), each in gathered.items()}


def _group(unit: Unit, new: _NewGroup) -> Group:
    return Group(code=f"{unit.code}.{new.end}", unit=unit, sort=new.sort, name=f"{unit.name}{new.name}")


def _members(units: dict[str, Unit], county: Unit, chance: Random, password: str) -> dict[str, Member]:
    hashed = make_password(password)  # once: hashing is slow on purpose
    held = [
        (account.name, account.role, units[f"{county.code}.{account.place}"] if account.place else county, hashed)
        for account in ACCOUNTS
    ]
    for unit in units.values():
        if unit.kind in (UnitKind.SCHOOL, UnitKind.TOWN, UnitKind.OFFICE):
            held.append((f"liaison.{unit.code}", Role.LIAISON, unit, make_password(None)))
    members = [
        Member(username=name, name=person_name(chance), unit=unit, password=secret) for name, _, unit, secret in held
    ]
    Member.objects.bulk_create(members)
    RoleGrant.objects.bulk_create(
        RoleGrant(member=member, role=role, unit=unit) for member, (_, role, unit, _) in zip(members, held, strict=True)
    )
    return {member.username: member for member in members}


def _occasions(county: Unit) -> dict[str, Occasion]:
    rows = tomllib.loads((_FOLDER / "occasions.toml").read_text("utf-8"))["occasion"]
    occasions = [Occasion(code=row["code"], sort=row["sort"], name=row["name"], unit=county) for row in rows]
    Occasion.objects.bulk_create(occasions)
    OccasionAlias.objects.bulk_create(
        OccasionAlias(occasion=occasion, name=name)
        for occasion, row in zip(occasions, rows, strict=True)
        for name in row["aliases"]
    )
    return {occasion.code: occasion for occasion in occasions}
