"""The fixed cast: alice verifies, bob records, charlie is of another school, dora audits, eve configures."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from tests.orgs.plant import plant
from youju.orgs.audit import AuditRow
from youju.orgs.groups import Group, GroupSort, Membership
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.people import Person, Tenure
from youju.orgs.settings import SettingRow
from youju.orgs.units import Unit
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.study.session.attendance import Mark, Marked, Marks
from youju.records.verbs.record_verbs import record_add, record_submit, record_verify

DAY = date(2025, 3, 14)


def make_cast() -> SimpleNamespace:
    """One city, one county with two schools, and a member for each role."""
    # They log in by password alone; tests/desk/test_second_factor.py takes this back.
    SettingRow.objects.create(code="second_factor", value="nobody")
    city = plant(code="lan", kind="city", name="澜江市")
    county = plant(code="yun", kind="county", name="云溪县教育局", parent=city)
    hill = plant(code="hill", kind="school", name="青山小学", parent=county)
    lake = plant(code="lake", kind="school", name="明湖小学", parent=county)
    return SimpleNamespace(
        city=city,
        county=county,
        hill=hill,
        lake=lake,
        alice=member("alice", county, Role.OFFICER),
        bob=member("bob", hill, Role.LIAISON),
        charlie=member("charlie", lake, Role.LIAISON),
        dora=member("dora", county, Role.AUDITOR),
        eve=member("eve", county, Role.ADMIN),
    )


# Of requests, whatever they ask for: a page that is refused leaves no other trace.
_OF_REQUESTS = ("access.refused", "download")


def noted() -> int:
    """How many audit rows there are of things that were done."""
    return AuditRow.objects.exclude(action__in=_OF_REQUESTS).count()


def member(name: str, unit: Unit, *roles: str) -> Member:
    made = Member.objects.create_user(name, password="a long pass phrase", name=name, unit=unit)
    for role in roles:
        RoleGrant.objects.create(member=made, role=role, unit=unit)
    return made


def people(unit: Unit, *names: str, minor_until: date | None = None, until: date | None = None) -> list[Person]:
    """Persons on a unit's roster, from always to ``until``."""
    made = [Person.objects.create(name=name, minor_until=minor_until) for name in names]
    for person in made:
        Tenure.objects.create(person=person, unit=unit, until=until)
    return made


def visits(actor: Member, unit: Unit, quantity: int = 17, **values: Any) -> Record:
    """A draft statistic: how many sat the entrance examination."""
    kind = get_record_kind("statistic")
    given = {
        "unit": unit,
        "title": "走访农户",
        "happened": DAY,
        "sort": "exam.candidates",
        "quantity": quantity,
        "late_reason": "补录上学期材料",
    }
    return record_add(kind=kind, values=given | values, actor=actor)


def study_group(unit: Unit, members: list[Person] | None = None) -> Group:
    """The unit's leading group; with members, those and nobody else from always on."""
    group, _new = Group.objects.get_or_create(
        code=f"{unit.code}.study",
        defaults={"unit": unit, "sort": GroupSort.LEADING_GROUP, "name": f"{unit.name}中心组"},
    )
    if members is not None:
        group.memberships.all().delete()
        Membership.objects.bulk_create(Membership(group=group, person=person) for person in members)
    return group


def session(actor: Member, unit: Unit, expected: list[Person], present: list[Person]) -> Record:
    """A draft study session of a leading group: who did not come was absent."""
    values = {
        "unit": unit,
        "title": "三月集中学习",
        "happened": DAY,
        "sort": "center_group",
        "group": study_group(unit, expected),
        "guests": 0,
        "marks": Marks(Marked(person, Mark.PRESENT if person in present else Mark.ABSENT) for person in expected),
        "late_reason": "补录",
    }
    return record_add(kind=get_record_kind("session"), values=values, actor=actor)


def verified(record: Record, author: Member, verifier: Member) -> Record:
    record_submit(record=record, actor=author)
    record_verify(record=record, actor=verifier)
    return record
