"""Which households and enterprises may stand there twice."""

import pytest

from youju.records.volunteering.visit.alike import Known, likely_doubles

HOUSEHOLD, ENTERPRISE = "visits.households", "visits.enterprises"


def likely(sort: str, *told: tuple[str, str]) -> bool:
    rows = [Known(number, sort, place, name) for number, (place, name) in enumerate(told)]
    return likely_doubles(rows) == {0: [1], 1: [0]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("王家沟村", "李长顺"), ("王家沟村", "李常顺")),  # one sound
        (("王家沟村", "李长顺"), ("王家沟村", "李　长 顺")),
        (("王家沟村", "李長順"), ("王家沟村", "李长顺")),
        (("王家沟村", "李长顺"), ("王家沟村", "李长顺家")),
        (("王家沟村", "李长顺12号"), ("王家沟村", "李长顺１２号")),
        (("王家沟村", "李长顺"), ("王家沟", "李长顺")),
        (("王家沟村", "李长顺"), ("王家沟村委会", "李常顺")),
        (("王家沟村", "李长顺"), ("云溪镇王家沟村", "李长顺")),
        (("王家沟村", "李长顺"), ("王家沟村一组", "李长顺")),
        (("王家沟村", "李长顺"), ("汪家沟村", "李长顺")),
    ],
)
def test_a_household_that_is_written_otherwise_is_found(one: tuple[str, str], other: tuple[str, str]):
    assert likely(HOUSEHOLD, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("王家沟村", "李长顺"), ("王家沟村", "李长贵")),  # brothers
        (("王家沟村", "李长顺"), ("石桥村", "李长顺")),
        (("王家沟村", "李长顺"), ("石桥村", "李常顺")),
        (("王家沟村", "李长顺12号"), ("王家沟村", "李长顺13号")),
        (("村", "李长顺"), ("石桥村", "李长顺")),
    ],
)
def test_neighbours_and_namesakes_are_not_taken_for_one(one: tuple[str, str], other: tuple[str, str]):
    assert not likely(HOUSEHOLD, one, other)


def test_an_enterprise_is_found_by_its_name_wherever_it_is_and_without_its_form():
    assert likely(ENTERPRISE, ("县经济开发区", "云溪纸业有限公司"), ("", "云溪纸业有限公司"))
    assert likely(ENTERPRISE, ("县经济开发区", "云溪纸业有限公司"), ("县经济开发区", "云溪纸业"))
    assert not likely(ENTERPRISE, ("县经济开发区", "云溪纸业有限公司"), ("县经济开发区", "鑫达机械有限公司"))


def test_a_household_is_no_enterprise_of_that_name():
    rows = [Known(1, HOUSEHOLD, "石桥村", "李长顺"), Known(2, ENTERPRISE, "石桥村", "李长顺")]
    assert likely_doubles(rows) == {}


def test_what_holds_nothing_to_compare_by_is_like_nothing():
    assert not likely(HOUSEHOLD, ("石桥村", "…"), ("石桥村", "——"))
