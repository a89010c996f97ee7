"""Printed forms are computed from the value, and refused where the value forbids them."""

from decimal import Decimal

import pytest

from tests.summaries.made import figure
from youju.summaries.binding.forms import Unprintable, printed

COUNT = "publicity.local"  # 篇
RATE = "inquiries.online.answer_rate"
PLACE = "rankings.top_teachers.city"


@pytest.mark.parametrize(
    ("code", "value", "form", "text"),
    [
        (COUNT, 97, "", "97篇"),
        (COUNT, 97, "bare", "97"),
        (COUNT, 97, "near", "近百篇"),
        (COUNT, 90, "near", "近百篇"),
        (COUNT, 962, "near", "近千篇"),
        (COUNT, 28, "near", "近30篇"),
        (COUNT, 32, "over", "30多篇"),
        (COUNT, 128, "over", "120多篇"),
        (COUNT, 63, "tens", "数十篇"),
        (COUNT, 15, "chinese", "十五篇"),
        (COUNT, 2, "chinese", "两篇"),
        (COUNT, 97, "round", "近百篇"),
        (COUNT, 32, "round", "30多篇"),
        (COUNT, 40, "round", "40篇"),
        (COUNT, 7, "round", "7篇"),
        (PLACE, 1, "rank", "第一"),
    ],
)
def test_a_value_is_printed(code: str, value: int, form: str, text: str) -> None:
    assert printed(figure(code, value), form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [(61, "near"), (100, "near"), (30, "over"), (7, "over"), (19, "tens"), (100, "tens"), (1, "huge")],
)
def test_a_form_that_would_mislead_is_refused(value: int, form: str) -> None:
    with pytest.raises(Unprintable):
        printed(figure(COUNT, value), form)


def test_a_rate_is_rounded_to_the_whole() -> None:
    assert printed(figure(RATE, Decimal("98.73"), 156, 158), "whole") == "99%"


@pytest.mark.parametrize(
    ("part", "form", "text"),
    [
        (934, "floor tenths", "九成"),
        (1000, "floor tenths", "九成"),
        (1000, "floor", "99%"),
        (884, "near tenths", "近九成"),
        (912, "over tenths", "九成多"),
        (912, "over 超过 tenths arabic", "超过9成"),
        (204, "tenths", "两成"),
        (977, "whole tenths", "九成八"),
        (977, "whole tenths arabic", "9成8"),
        (204, "whole tenths", "两成"),
        (204, "tenths chinese", "二成"),
        (667, "part", "三分之二"),
        (640, "near part", "近三分之二"),
        (342, "over part", "超过三分之一"),
        (760, "floor part", "四分之三"),
        (610, "about part", "五分之三"),
        (503, "half", "一半"),
        (640, "over half", "超过一半"),
    ],
)
def test_a_rate_is_told_in_tenths_and_in_parts(part: int, form: str, text: str) -> None:
    assert printed(figure(RATE, Decimal(part) / 10, part, 1000), form) == text


@pytest.mark.parametrize(
    ("part", "form"),
    [
        (30, "tenths"),
        (970, "tenths"),
        (970, "near tenths"),
        (970, "above tenths"),
        (970, "about tenths"),
        (700, "part"),
        (1000, "over part"),
        (480, "over half"),
    ],
)
def test_a_tenth_or_part_that_would_mislead_is_refused(part: int, form: str) -> None:
    with pytest.raises(Unprintable):
        printed(figure(RATE, Decimal(part) / 10, part, 1000), form)


def test_a_hundred_percent_is_not_reached_by_rounding() -> None:
    assert printed(figure(RATE, Decimal("99.90"), 999, 1000), "whole") == "99%"


def test_what_nobody_reported_is_not_printed() -> None:
    with pytest.raises(Unprintable):
        printed(figure(COUNT, None), "")
