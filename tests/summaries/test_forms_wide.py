"""Forms put together of words: the number is rounded as they say, and never so that it says more than the value."""

from decimal import Decimal

import pytest

from tests.summaries.made import figure
from youju.indicators.figure import Value
from youju.summaries.binding.forms import printed
from youju.summaries.binding.unprintable import Unprintable

COUNT = "publicity.local"  # 篇
RATE = "inquiries.online.answer_rate"
STATED = "surveys.ethics"
PLACE = "rankings.top_teachers.city"


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (97, "near bare", "近百"),
        (97, "near arabic bare", "近100"),
        (118, "near 2", "近120篇"),
        (28, "near chinese", "近三十篇"),
        (32, "over 余", "30余篇"),
        (32, "over 余 chinese =支", "三十余支"),
        (13, "over 余 chinese", "十余篇"),
        (128, "over 1 short", "百多篇"),
        (128, "over 1 余 bare", "100余"),
        (32, "over 超过", "超过30篇"),
        (1234, "over 1 余", "1000余篇"),
        (12034, "over wan 余", "1.2万余篇"),
        (12034, "wan =人次", "1.2万人次"),
        (63, "tens 几", "几十篇"),
        (640, "tens", "数百篇"),
        (12, "chinese bare", "十二"),
        (2, "chinese =场", "两场"),
        (128, "floor", "120篇"),
        (120, "floor bare", "120"),
        (120, "below bare", "110"),
        (7, "floor", "7篇"),
        (121, "ceil", "130篇"),
        (119, "about", "120篇"),
        (61, "near/over 余/plain", "60余篇"),
        (60, "near/over 余/plain", "60篇"),
        (61, "near bare/bare", "61"),
    ],
)
def test_a_count_is_printed(value: int, form: str, text: str) -> None:
    assert printed(figure(COUNT, value), form) == text


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (Decimal("98.73"), "tenth", "98.7%"),
        (Decimal("98.73"), "bare", "98.73"),
        (Decimal("98.73"), "chinese", "百分之九十八点七三"),
        (Decimal("98.73"), "whole chinese", "百分之九十九"),
        (Decimal("98.73"), "floor", "98%"),
        (Decimal("98.73"), "floor 1", "90%"),
        (Decimal("98.73"), "over 超过", "超过98%"),
        (Decimal("98.73"), "near", "近99%"),
    ],
)
def test_a_share_is_printed(value: Decimal, form: str, text: str) -> None:
    assert printed(figure(RATE, value, 156, 158), form) == text


def test_a_stated_share_is_rounded_too_but_not_to_everybody() -> None:
    assert printed(figure(STATED, Decimal("99.30")), "whole") == "99%"
    with pytest.raises(Unprintable):
        printed(figure(STATED, Decimal("99.96")), "whole")


@pytest.mark.parametrize(
    ("value", "form", "text"),
    [
        (1, "top/rank =位", "首位"),
        (2, "top/rank =位", "第二位"),
        (2, "rank arabic", "第2"),
        (2, "front", "前三"),
        (4, "front =名", "前五名"),
    ],
)
def test_a_rank_is_printed(value: Value, form: str, text: str) -> None:
    assert printed(figure(PLACE, value), form) == text


@pytest.mark.parametrize(
    ("value", "form"),
    [
        (118, "near 3 2 x"),
        (30, "over 余"),
        (0, "floor"),
        (1, "below"),
        (2, "about 1x"),
        (137, "about 1"),
        (1, "front 9"),
    ],
)
def test_what_would_mislead_or_is_no_form_is_refused(value: int, form: str) -> None:
    with pytest.raises(Unprintable):
        printed(figure(COUNT, value), form)


@pytest.mark.parametrize("value", range(1, 1300, 7))
@pytest.mark.parametrize("form", ["floor", "below", "ceil", "above", "near 2", "over 余 2", "about 2"])
def test_a_bound_holds_for_every_value(value: int, form: str) -> None:
    try:
        said = int("".join(sign for sign in printed(figure(COUNT, value), f"{form} bare arabic") if sign.isdecimal()))
    except Unprintable:
        return
    holds = {
        "floor": said <= value, "below": said < value, "over": said < value, "ceil": said >= value,
        "above": said > value, "near": value < said and value >= 0.9 * said,
        "about": abs(said - value) <= 0.05 * said,
    }  # fmt: skip
    assert holds[form.split()[0]]
