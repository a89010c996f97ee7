"""What each school did does not say what each person did: such a sentence is no longer green."""

import pytest

from tests.claims.checking.conftest import YEAR

pytestmark = pytest.mark.usefixtures("demo", "db")


def _checked(text: str):
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    return check(text, unit=home_unit(), period=Period.year(YEAR), aliases={})[-1]


@pytest.mark.parametrize(
    "text",
    [
        "领导班子成员每年至少撰写1篇与自身工作紧密结合的学习报告。",
        "领导班子成员每人至少撰写学习报告1篇。",
        "每位班子成员一年里学习报告至少要写1篇。",
        "领导班子成员均撰写学习报告1篇。",
    ],
)
def test_the_least_of_any_school_does_not_bear_out_what_each_person_wrote(text: str):
    one = _checked(text)
    assert one.verdict == "ambiguous"
    assert "各单位的数不能说明每个人都做到了" in one.reason


@pytest.mark.parametrize(
    "text", ["学校领导班子成员撰写学习报告，每校至少1篇。", "各校领导班子撰写学习报告，每所学校至少1篇。"]
)
def test_of_every_school_it_still_does(text: str):
    assert _checked(text).verdict == "supported"
