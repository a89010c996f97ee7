"""A change is told by a word and a number that both follow the values, and not where there is no basis."""

from decimal import Decimal

import pytest

from tests.summaries.made import figure
from youju.indicators.figure import Value
from youju.lib.periods import Period
from youju.summaries.binding.change import base_of, changed
from youju.summaries.binding.unprintable import Unprintable

COUNT = "publicity.local"  # 篇
RATE = "inquiries.online.answer_rate"


@pytest.mark.parametrize(
    ("now", "before", "form", "text"),
    [
        (90, 80, "percent", "增长12.5%"),
        (70, 80, "percent", "下降12.5%"),
        (80, 80, "percent", "持平"),
        (90, 70, "percent whole", "增长29%"),
        (90, 80, "percent 提升了", "提升了12.5%"),
        (70, 80, "percent 增加", "减少12.5%"),
        (96, 80, "percent", "增长20%"),
        (92, 80, "", "增加12篇"),
        (68, 80, "count =条", "减少12条"),
        (92, 80, "count 多", "多12篇"),
        (68, 80, "count 多", "少12篇"),
        (80, 80, "count", "持平"),
        (160, 80, "times", "2倍"),
        (100_001, 100_000, "percent", "基本持平"),
        (97, 80, "percent up", "21.3%"),
        (63, 80, "percent down", "21.3%"),
        (97, 80, "count up", "17篇"),
        (97, 80, "percent tenths", "增长两成"),
        (63, 80, "percent near tenths/percent", "下降21.3%"),
        (104, 80, "percent near part", "增长近三分之一"),
        (121, 80, "percent over 超过 half", "增长超过一半"),
        (97, 80, "count over 余", "增加10余篇"),
        (245, 80, "more over chinese 1", "增长两倍多"),
        (245, 80, "more", "增长2.1倍"),
        (199, 80, "more half", "增长一倍半"),
        (198, 80, "times half", "两倍半"),
        (160, 80, "doubled", "翻一番"),
        (318, 80, "doubled 了", "翻了两番"),
        (160, 80, "doubled bare", "翻番"),
        (100, 80, "doubled/percent", "增长25%"),
        (105, 80, "percent 增幅", "增幅31.3%"),
    ],
)
def test_a_count_changes(now: Value, before: Value, form: str, text: str) -> None:
    assert changed(figure(COUNT, now), figure(COUNT, before), form) == text


def test_a_share_changes_by_points() -> None:
    now, before = figure(RATE, Decimal("98.70"), 987, 1000), figure(RATE, Decimal("97.50"), 975, 1000)
    assert changed(now, before, "") == "提高1.2个百分点"
    assert changed(before, now, "points 提升") == "下降1.2个百分点"
    earlier, much_earlier = figure(RATE, Decimal("91.20"), 912, 1000), figure(RATE, Decimal("84.00"), 840, 1000)
    assert changed(now, earlier, "over chinese") == "提高七个多百分点"
    assert changed(now, earlier, "over") == "提高7个多百分点"
    assert changed(now, much_earlier, "over 1") == "提高10多个百分点"


@pytest.mark.parametrize(
    ("now", "before", "form"),
    [
        (5, None, "count"),
        (None, 5, "count"),
        (5, 0, "percent"),
        (5, 0, "times"),
        (5, 4, "points"),
        (5, 4, "upwards"),
        (4, 5, "percent up"),
        (5, 4, "count down"),
        (5, 5, "count up"),
        (5, 4, "doubled"),
        (16, 4, "doubled bare"),
    ],
)
def test_it_is_refused(now: Value | None, before: Value | None, form: str) -> None:
    with pytest.raises(Unprintable):
        changed(figure(COUNT, now), figure(COUNT, before), form)


def test_an_increase_from_nothing_can_still_be_counted() -> None:
    assert changed(figure(COUNT, 5), figure(COUNT, 0), "percent/count") == "增加5篇"


@pytest.mark.parametrize(
    ("period", "form", "against"),
    [("2025", "percent", "2024"), ("2025-03", "percent", "2024-03"), ("2025-03", "percent 环比", "2025-02"),
     ("2025-01", "环比", "2024-12"), ("2025", "count -2", "2023"), ("2025", "count 2019", "2019")],
)  # fmt: skip
def test_what_it_is_told_against(period: str, form: str, against: str) -> None:
    assert base_of(Period.parse(period), form) == Period.parse(against)


@pytest.mark.parametrize("form", ["环比", "2025", "2031"])
def test_a_base_that_is_none_is_refused(form: str) -> None:
    with pytest.raises(Unprintable):
        base_of(Period.year(2025), form)
