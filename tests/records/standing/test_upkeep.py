"""Upkeep: what was looked at and found, the follow-up it asks, and what nobody has looked at for long."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk, desk
from tests.records.cast import DAY, verified
from youju.indicators.figures import figure
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.records.followup.models import Followup
from youju.records.heads.occasions import Occasion
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind, get_record_kind
from youju.records.reading.drift import drifted
from youju.records.standing.upkeep.forms import UpkeepForm
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_verbs import record_add

__all__ = ["desk"]  # the fixture of the desk's own tests


@pytest.fixture
def board(cast: SimpleNamespace) -> Occasion:
    values = {"unit": cast.hill, "sort": "board", "title": "校门宣传栏", "happened": date(2020, 9, 1)}
    case = case_open(kind=get_case_kind("thing"), values=values, actor=cast.bob)
    case_move(case=case, action="confirm", actor=cast.alice, version=1)
    return Occasion.objects.get(code=case.ref)


def looked(cast: SimpleNamespace, board: Occasion, sort: str, found: str = "", day: date = DAY) -> Record:
    values = {
        "unit": cast.hill,
        "title": "宣传栏巡查",
        "happened": day,
        "occasion": board,
        "sort": sort,
        "found": found,
    }
    return verified(
        record_add(kind=get_record_kind("upkeep"), values=values | {"late_reason": "补录"}, actor=cast.bob),
        cast.bob, cast.alice,
    )  # fmt: skip


def form(actor: Member, **values: object) -> UpkeepForm:
    given = {"happened": DAY.isoformat(), "sort": "in_order", "late_reason": "补录"}
    return UpkeepForm({key: str(value) for key, value in (given | values).items()}, actor=actor)


def test_each_look_counts_and_each_thing_once(cast: SimpleNamespace, board: Occasion):
    looked(cast, board, "in_order")
    looked(cast, board, "broken", "玻璃破裂")
    codes = ("standing.upkeep", "standing.looked_at", "standing.broken")
    assert [figure(cast.county, Period.year(2025), code).value for code in codes] == [2, 1, 1]
    assert list(drifted()) == []


def test_the_title_writes_itself_and_what_is_broken_is_said(cast: SimpleNamespace, board: Occasion):
    filled = form(cast.bob, unit=cast.hill.pk, occasion=board.pk)
    assert filled.is_valid() and "校门宣传栏" in filled.cleaned_data["title"]
    assert "found" in form(cast.bob, unit=cast.hill.pk, occasion=board.pk, sort="broken").errors


def test_what_is_broken_is_asked_only_where_something_is(cast: SimpleNamespace, board: Occasion):
    asked = [UpkeepForm(actor=cast.bob, initial={"sort": sort}).fields for sort in ("in_order", "broken")]
    assert ["found" in fields for fields in asked] == [False, True]


def test_a_school_chooses_among_its_own_things(cast: SimpleNamespace, board: Occasion):
    assert "occasion" in form(cast.charlie, unit=cast.lake.pk, occasion=board.pk).errors


def test_what_is_broken_becomes_a_follow_up_with_one_press(cast: SimpleNamespace, board: Occasion, desk: Desk):
    record = looked(cast, board, "broken", "玻璃破裂")
    address = f"{reverse('case-new', args=['followup'])}?source={record.ref}"
    assert address in desk(cast.alice).get(reverse("record", args=[record.ref])).text
    page = desk(cast.alice).get(address).text
    assert "校门宣传栏" in page and "玻璃破裂" in page
    assert not Followup.objects.exists()


def test_what_nobody_has_looked_at_for_long_is_listed(cast: SimpleNamespace, board: Occasion, desk: Desk):
    missed = {"which": "missed"}
    listed = reverse("cases-of", args=["thing"])
    with clock.at(clock.now().replace(year=2025, month=4, day=1)):
        assert "校门宣传栏" in desk(cast.bob).get(listed, missed).text
        looked(cast, board, "in_order", day=date(2025, 3, 20))
        assert "校门宣传栏" not in desk(cast.bob).get(listed, missed).text
    with clock.at(clock.now().replace(year=2025, month=8, day=1)):
        assert "校门宣传栏" in desk(cast.bob).get(listed, missed).text
        assert "校门宣传栏" not in desk(cast.charlie).get(listed, missed).text
