"""``youju plan``: a year's plan is drafted, looked at, approved by somebody else, and asked after."""

from datetime import date

import pytest
from django.db import transaction

from tests.plans.made import approved, on, visited
from youju.orgs.tree_verbs import unit_close
from youju.plans.dues import Due
from youju.plans.items import ItemState, PlanItem

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(db):
    from tests.records.cast import make_cast, member
    from youju.orgs.members import Role

    found = make_cast()
    found.frank = member("frank", found.county, Role.OFFICER)
    return found


def test_a_plan_of_ready_made_items_is_looked_at_and_approved_by_a_second_person(youju, cast):
    offered = youju("plan", "library", "--year", "2027", "--by", "alice").out.splitlines()
    said = youju("plan", "make", "--year", "2027", "--by", "alice")
    assert len(said.out.splitlines()) == len(offered) > 10
    looked = youju("plan", "approve", "--year", "2027", "--by", "frank", "--dry-run")
    assert not Due.objects.exists()
    assert youju("plan", "approve", "--year", "2027", "--by", "alice").status == 2
    done = youju("plan", "approve", "--year", "2027", "--by", "frank")
    assert done.status == 0 and Due.objects.exists()
    foretold = f"将产生应报 {Due.objects.count()} 项"
    assert foretold in said.err and foretold in looked.err
    assert {item.state for item in PlanItem.objects.all()} == {ItemState.APPROVED}
    assert youju("plan", "make", "--year", "2027", "--by", "alice").status == 2


def test_some_ready_made_items_are_named_and_an_unknown_one_drafts_nothing(youju, cast):
    said = youju("plan", "make", "lei-feng", "no-such", "--year", "2027", "--by", "alice")
    assert said.status == 2 and "no-such" in said.err and not PlanItem.objects.exists()
    youju("plan", "make", "lei-feng", "--year", "2027", "--by", "alice")
    assert [item.code for item in PlanItem.objects.all()] == ["lei-feng"]
    assert "学雷锋志愿服务月" in youju("plan", "show", "--year", "2027", "--by", "alice").out


def test_a_liaison_drafts_nothing(youju, cast):
    assert youju("plan", "make", "--year", "2027", "--by", "bob").status == 2
    assert not PlanItem.objects.exists()


def test_it_tells_who_owes_what_and_how_complete_it_is(youju, cast, tmp_path):
    with on(date(2025, 1, 10)):
        approved(cast)
        visited(cast, date(2025, 3, 12))
    with on(date(2025, 5, 20)):
        youju("tick")
        owed = youju("plan", "owed", "--year", "2025", "--by", "alice").out.splitlines()
        table = youju("plan", "completeness", "--year", "2025", "--by", "alice").out.splitlines()
        youju("plan", "completeness", str(tmp_path / "out.csv"), "--year", "2025", "--by", "alice")
        youju("plan", "completeness", str(tmp_path / "out.xlsx"), "--year", "2025", "--by", "alice")
    assert sorted(line.split("\t")[1] for line in owed) == ["明湖小学", "明湖小学", "青山小学"]
    assert all("超期" in line for line in owed)
    assert "青山小学\t1/2\t1/2" in table and table[-1].endswith("1/4\t1/4")
    assert "青山小学,1/2,1/2" in (tmp_path / "out.csv").read_text("utf-8-sig")
    assert (tmp_path / "out.xlsx").read_bytes()[:2] == b"PK"


def test_a_liaison_sees_its_own_unit_alone(youju, cast):
    with on(date(2025, 1, 10)):
        approved(cast)
    with on(date(2025, 5, 20)):
        said = youju("plan", "owed", "--year", "2025", "--by", "bob").out
    assert "青山小学" in said and "明湖小学" not in said


def test_a_new_year_is_drafted_without_what_was_closed(youju, cast):
    with on(date(2025, 1, 10)), transaction.atomic():
        approved(cast, audience="units", units=[cast.hill.code, cast.lake.code])
        unit_close(unit=cast.lake, month=date(2025, 9, 1), actor=cast.eve, reason="并校")
    told = youju("plan", "new-year", "--year", "2025", "--by", "frank", "--dry-run")
    assert "1" in told.err and PlanItem.objects.count() == 1
    youju("plan", "new-year", "--year", "2025", "--by", "frank")
    assert PlanItem.objects.get(year=2026).units == [cast.hill.code]
