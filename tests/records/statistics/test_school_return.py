"""School returns: a school is counted once a school year, its pupils under their stages."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, verified
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.records.heads.record import VERIFIED, Record
from youju.records.kinds import get_record_kind
from youju.records.statistics.school_return.errors import ReturnedTwice
from youju.records.statistics.school_return.forms import SchoolReturnForm
from youju.records.statistics.school_return.sample import sample
from youju.records.verbs.adding import Draft, records_add
from youju.records.verbs.postings import fresh
from youju.records.verbs.record_verbs import record_submit, record_verify, record_void

pytestmark = pytest.mark.django_db

COUNTED = date(2024, 9, 1)
LATE = {"late_reason": "补录"}


def school_return(cast: SimpleNamespace, school: str = "hill", **values: Any) -> Record:
    actor = cast.bob if school == "hill" else cast.charlie
    given = sample(getattr(cast, school), DAY) | LATE | values
    (record,) = records_add(drafts=[Draft(get_record_kind("schoolreturn"), given, actor)])
    return record


def stage(code: str, pupils: int, **values: Any) -> dict[str, Any]:
    return {"stage": code, "classes": 1, "pupils": pupils, "boarders": 0, "entrants": 1, "leavers": 1, **values}


def typed(**values: str) -> dict[str, str]:
    row = {"stages-0-stage": "kindergarten", "stages-0-classes": "3", "stages-0-pupils": "84", "stages-0-boarders": "0"}
    rest = {"stages-0-entrants": "28", "stages-0-leavers": "27", "staff": "14", "teachers": "9"}
    head = {"title": "基本情况", "happened": "2024-09-01", "sort": "kindergarten", "ownership": "public"}
    return row | rest | head | LATE | values


def test_a_county_is_the_sum_over_its_schools(cast: SimpleNamespace) -> None:
    verified(school_return(cast), cast.bob, cast.alice)
    children = {"sort": "kindergarten", "ownership": "inclusive", "stages": [stage("kindergarten", 84)]}
    verified(school_return(cast, "lake", **children), cast.charlie, cast.alice)
    found = {code: each.value for code, each in figures(cast.county, Period.year(2024)).items()}
    assert found["schools.schools"] == 2
    assert (found["schools.private"], str(found["schools.private_share"])) == (1, "50.00")
    assert (found["schools.pupils"], found["schools.children"]) == (772, 84)
    assert str(found["schools.inclusive_rate"]) == "100.00"


def test_a_month_without_the_day_of_counting_has_no_figure(cast: SimpleNamespace) -> None:
    verified(school_return(cast), cast.bob, cast.alice)
    assert figures(cast.county, Period.month(2024, 10))["schools.schools"].value is None


def test_a_second_return_of_a_school_year_is_refused_until_the_first_is_void(cast: SimpleNamespace) -> None:
    first = verified(school_return(cast), cast.bob, cast.alice)
    second = school_return(cast, staff=64)
    with pytest.raises(ReturnedTwice):
        record_submit(record=second, actor=cast.bob)
    record_void(record=first, actor=cast.alice, reason="数字有误")
    record_submit(record=second, actor=cast.bob)
    record_verify(record=second, actor=cast.alice)
    assert figures(cast.county, Period.year(2024))["schools.staff"].value == 64


def test_what_a_school_leaves_out_is_not_stated(cast: SimpleNamespace) -> None:
    verified(school_return(cast, area=None, teaching_points=0), cast.bob, cast.alice)
    found = figures(cast.county, Period.year(2024))
    assert (found["schools.area"].value, found["schools.teaching_points"].value) == (None, 0)


def test_a_handful_of_pupils_stand_at_the_county(cast: SimpleNamespace) -> None:
    record = fresh(school_return(cast, sort="special", stages=[stage("special", 4, entrants=0)]))
    units = {fact.measure: fact.unit for fact in record.facts(VERIFIED)}
    assert (units["schools.pupils"], units["schools.leavers"]) == ("yun", "yun")
    assert (units["schools.entrants"], units["schools.classes"]) == ("hill", "hill")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({}, ""),
        ({"happened": "2024-10-08"}, "happened"),
        ({"teachers": "15"}, "teachers"),
        ({"sort": "primary", "ownership": "inclusive"}, "ownership"),
        ({"sort": "senior"}, "stages"),
        ({"stages-0-boarders": "85"}, "stages"),
        ({"stages-0-classes": "0"}, "stages"),
    ],
)
def test_the_form_refuses_what_cannot_be(cast: SimpleNamespace, change: dict[str, str], field: str) -> None:
    form = SchoolReturnForm(data=typed(unit=str(cast.hill.pk), **change), actor=cast.bob)
    assert list(form.errors) == ([field] if field else []), form.errors
