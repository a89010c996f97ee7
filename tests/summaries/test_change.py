"""A change is told by a word and a number that both follow the values, and not where there is no basis."""

from decimal import Decimal

import pytest

from tests.summaries.made import figure
from youju.indicators.figure import Value
from youju.summaries.binding.change import changed
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
    ],
)
def test_a_count_changes(now: Value, before: Value, form: str, text: str) -> None:
    assert changed(figure(COUNT, now), figure(COUNT, before), form) == text


def test_a_share_changes_by_points() -> None:
    now, before = figure(RATE, Decimal("98.70"), 987, 1000), figure(RATE, Decimal("97.50"), 975, 1000)
    assert changed(now, before, "") == "提高1.2个百分点"
    assert changed(before, now, "points 提升") == "下降1.2个百分点"


@pytest.mark.parametrize(
    ("now", "before", "form"),
    [(5, None, "count"), (None, 5, "count"), (5, 0, "percent"), (5, 0, "times"), (5, 4, "points"), (5, 4, "upwards")],
)
def test_it_is_refused(now: Value | None, before: Value | None, form: str) -> None:
    with pytest.raises(Unprintable):
        changed(figure(COUNT, now), figure(COUNT, before), form)


def test_an_increase_from_nothing_can_still_be_counted() -> None:
    assert changed(figure(COUNT, 5), figure(COUNT, 0), "percent/count") == "增加5篇"
