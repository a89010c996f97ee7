"""Figures in print."""

from decimal import Decimal

import pytest
from django.utils import translation

from tests.indicators.log import asked, declared, fact, post
from youju.indicators.display import bare, in_hours, noted, printed, printed_value, step_text, word_of
from youju.indicators.figure import Value
from youju.indicators.indicator import Indicator, Text
from youju.orgs.units import Unit

SESSIONS = declared("sum", "study.sessions", word=Text("次", "session|sessions"))
WORDLESS = declared("sum", "study.sessions")
RATIO = declared("ratio", part="study.present", whole="study.expected")
STATED = declared("last", "surveys.stated")
RANKS = declared("places", "exam.places", word=Text("名", ""))
RANK = declared("last", "rankings.place", word=Text("名", ""))
HOURS = declared("mean", "volunteers.minutes", per=60, places=1, word=Text("小时", "hour|hours"))
TOTAL = declared("sum", "volunteers.minutes", per=60, places=1, word=Text("小时", "hour|hours"))
MONEY = declared("sum", "study.sessions", word=Text("元", ""))
DAYS = declared("each", "training.days", word=Text("天", "day|days"))


@pytest.mark.parametrize(
    ("indicator", "value", "zh", "en"),
    [
        (SESSIONS, 12, "12次", "12 sessions"),
        (SESSIONS, 1, "1次", "1 session"),
        (SESSIONS, 0, "0次", "0 sessions"),
        (SESSIONS, None, "—", "—"),
        (WORDLESS, 12, "12次", "12"),
        (RATIO, Decimal("98.70"), "98.70%", "98.70%"),
        (RATIO, Decimal("100"), "100%", "100%"),
        (RATIO, Decimal("100.00"), "100%", "100%"),
        (STATED, Decimal("96.55"), "96.55%", "96.55%"),
        (STATED, Decimal("93.70"), "93.70%", "93.70%"),
        (RANK, 1, "第一名", "1st"),
        (RANKS, (1, 2), "第一、第二名", "1st, 2nd"),
        (RANKS, (3, 11, 22), "第三、第十一、第二十二名", "3rd, 11th, 22nd"),
        (HOURS, Decimal("12.5"), "12.5小时", "12.5 hours"),
        (TOTAL, Decimal("1141.7"), "1141.7小时", "1141.7 hours"),
        (MONEY, Decimal("412850000.00"), "41285万元", "412850000.00"),
        (MONEY, Decimal("12345678.90"), "1234.57万元", "12345678.90"),
        (MONEY, Decimal("9800.50"), "9800.5元", "9800.50"),
        (MONEY, 0, "0元", "0"),
        (DAYS, 3, "3天", "3 days"),
        (DAYS, (3, 5), "3–5天", "3–5 days"),
    ],
)
def test_a_value_is_written_as_people_write_it(indicator: Indicator, value: Value | None, zh: str, en: str):
    with translation.override("zh-hans"):
        assert printed_value(indicator, value) == zh
    with translation.override("en"):
        assert printed_value(indicator, value) == en


def test_a_distinct_count_over_ranks_is_a_count():
    with translation.override("zh-hans"):
        assert printed_value(declared("distinct", "exam.places", of="category", word=Text("科", "")), 2) == "2科"


def test_the_word_falls_back_to_the_measure_s():
    with translation.override("zh-hans"):
        assert word_of(WORDLESS) == "次"


def test_a_bare_value_has_no_word():
    assert (bare(12), bare(Decimal("98.70")), bare((1, 2)), bare(None)) == ("12", "98.70", "1–2", "—")


def test_a_figure_without_a_value_says_why(bureau: Unit):
    post("a", fact("study.expected", 10), fact("study.present", 11))
    figure = asked(RATIO, bureau)
    with translation.override("en"):
        assert noted(figure) == "The part (11) exceeds the whole (10). One of the two was reported wrongly."
        assert printed(figure) == "—"


def test_a_sound_figure_has_nothing_to_say(bureau: Unit):
    post("a", fact("study.expected", 10))
    assert noted(asked(RATIO, bureau)) == ""


def test_minutes_are_told_in_hours_too(bureau: Unit):
    minutes = declared("sum", "volunteers.minutes", word=Text("分钟", "minute|minutes"))
    post("a", fact("volunteers.minutes", 150))
    with translation.override("zh-hans"):
        assert in_hours(asked(minutes, bureau)) == "2小时30分钟"
        assert in_hours(asked(HOURS, bureau)) == ""
        assert in_hours(asked(SESSIONS, bureau)) == ""


def test_a_step_of_money_bears_its_word():
    with translation.override("zh-hans"):
        assert step_text(MONEY, Decimal("2450000.00")) == "+245万元"
        assert step_text(MONEY, Decimal("-980.50")) == "-980.5元"
        assert step_text(SESSIONS, Decimal(3)) == "+3"
