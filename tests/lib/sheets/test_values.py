"""Readers: every way in which an office writes a day, a number, yes and no, one of a list."""

from datetime import date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.sheets import (
    Choice,
    Choices,
    Unread,
    as_choice,
    as_date,
    as_decimal,
    as_list,
    as_minutes,
    as_moment,
    as_percent,
    as_text,
    as_whole,
    as_yes,
    neutral,
    plain,
)

DAY = date(2025, 3, 5)
DAYS = st.dates(date(1955, 1, 1), date(2060, 12, 31))


def wide(text: str) -> str:
    """The same in full-width forms."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


@pytest.mark.parametrize(
    "written",
    [
        "2025-3-5", "2025.3.5", "2025/03/05", "2025年3月5日", "2025年03月05日", " 2025年3月5日 ", "２０２５．３．５",
        "2025 年 3 月 5 日", "20250305", "2025-03-05 00:00:00", "2025年3月5号",
        "二〇二五年三月五日", "3月5日", "三月五日",
        45721, 45721.0, DAY, datetime.combine(DAY, time(8, 30)),
    ],
)  # fmt: skip
def test_a_day_in_any_writing(written):
    assert as_date(written, year=2025) == DAY


@pytest.mark.parametrize(
    "written", ["25.3.5", "3.5", 3.5, 2025, "2025年", "2025年2月30日", "2025-3.5", "昨天", True, 1e9]
)
def test_what_is_no_day_is_refused(written):
    with pytest.raises(Unread):
        as_date(written, year=2025)


def test_a_day_without_a_year_needs_one_around_it():
    with pytest.raises(Unread, match="has no year"):
        as_date("3月5日")


@given(DAYS, st.sampled_from(["{y}-{m}-{d}", "{y}.{m}.{d}", "{y}/{m:02}/{d:02}", "{y}年{m}月{d}日", "{y}{m:02}{d:02}"]))
def test_each_day_comes_back_from_each_writing(day, form):
    text = form.format(y=day.year, m=day.month, d=day.day)
    assert as_date(text) == as_date(wide(text)) == day
    assert as_date(day.toordinal() - date(1899, 12, 30).toordinal()) == day


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_refused(text):
    try:
        assert isinstance(as_date(text, year=2025), date | None)
    except Unread as unread:
        assert str(unread)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1,000", "1000"), ("１，０００", "1000"), ("12.50", "12.50"), ("-3", "-3"), ("－３", "-3"), ("1.2万", "12000"),
        ("十二", "12"), (" 7 ", "7"), (7.0, "7"), (0.1 + 0.2, "0.3"), ("12,345,678.9", "12345678.9"), (".5", "0.5"),
    ],
)  # fmt: skip
def test_a_number_in_any_writing(written, number):
    assert as_decimal(written) == Decimal(number)


@pytest.mark.parametrize("written", ["1,00", "12人", "1 000", "1e5", "5%", "abc", True, DAY, 1e300, float("nan"), "٣"])
def test_what_is_no_number_is_refused(written):
    with pytest.raises(Unread):
        as_decimal(written)


@pytest.mark.parametrize("written", ["98.71%", "98.71", "９８．７１％", 98.71, "98.71 %"])
def test_a_percentage_with_and_without_its_sign(written):
    assert as_percent(written) == Decimal("98.71")


def test_a_part_of_a_whole_number_is_refused():
    assert as_whole("1,200") == 1200
    assert as_whole(3.0) == 3
    with pytest.raises(Unread, match="not a whole number"):
        as_whole("1.5")


@pytest.mark.parametrize(
    ("written", "number"),
    [("２人", 2), ("65 本", 65), ("1,200人次", 1200), ("十二名", 12), ("3天", 3), ("2.4万人", 24000)],
)
def test_a_count_may_bear_its_measure_word(written, number):
    assert as_whole(written) == number


@pytest.mark.parametrize("written", ["约360人", "12元", "2小时", "30%", "人", "两家半", "个个", "3人5次"])
def test_what_is_not_a_count_of_things_is_refused(written):
    with pytest.raises(Unread):
        as_whole(written)


@pytest.mark.parametrize(
    ("written", "minutes"),
    [("90", 90), (90, 90), ("９０分钟", 90), ("1.5小时", 90), ("一个半小时", 90), ("半小时", 30), ("两小时", 120),
     ("1小时30分", 90), ("2 hours", 120), ("", None), (None, None)],
)  # fmt: skip
def test_minutes_are_told_in_hours_too(written, minutes):
    assert as_minutes(written) == minutes


@pytest.mark.parametrize("written", ["半天", "1.333小时", "小时", "上午", "2小时多"])
def test_what_tells_no_minutes_is_refused(written):
    with pytest.raises(Unread):
        as_minutes(written)


@given(st.integers(-(10**14), 10**14))
def test_each_whole_number_comes_back(number):
    assert as_whole(str(number)) == as_whole(f"{number:,}") == as_whole(wide(f"{number:,}")) == number
    assert as_whole(float(number)) == number


@given(st.decimals(-(10**8), 10**8, places=4, allow_nan=False))
def test_each_decimal_comes_back_from_text_and_from_a_spreadsheet(number):
    assert as_decimal(f"{number:f}") == as_decimal(float(number)) == number
    assert as_percent(f"{number:f}%") == number


@given(st.text(max_size=20))
def test_any_text_is_a_number_or_refused(text):
    for reader in (as_decimal, as_whole, as_percent):
        try:
            reader(text)
        except Unread as unread:
            assert str(unread)


@pytest.mark.parametrize("written", [3.50526198001012e17, "3.50526E+17", 350526198001012345])
def test_an_id_whose_digits_are_lost_is_refused(written):
    with pytest.raises(Unread, match="format the cell as text"):
        as_text(written)


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (" 实验\u200b小学\u3000", "实验小学"),
        (13800001111.0, "13800001111"),
        (2.5, "2.5"),
        (DAY, "2025-03-05"),
        (None, ""),
    ],
)
def test_text_is_what_people_see(written, text):
    assert as_text(written) == text


@pytest.mark.parametrize(
    ("written", "said"), [("是", True), ("√", True), ("Ｙ", True), (False, False), ("无", False), (1, True), ("", None)]
)
def test_yes_and_no(written, said):
    assert as_yes(written) is said


UNITS = Choices([Choice("a1", "实验小学", ("县实小",)), Choice("b2", "中心小学"), Choice("c3", "中心小学")])


@pytest.mark.parametrize(
    ("written", "code"),
    [("实验小学", "a1"), ("县实小", "a1"), ("A1", "a1"), ("中心小学（c3）", "c3"), ("中心小学(b2)", "b2"), ("", "")],
)
def test_a_choice_by_name_code_or_other_name(written, code):
    assert as_choice(written, UNITS) == code


def test_a_choice_that_is_none_or_several_says_what_to_write():
    with pytest.raises(Unread, match="perhaps 实验小学"):
        as_choice("实验小学校", UNITS)
    with pytest.raises(Unread, match="b2, c3"):
        as_choice("中心小学", UNITS)
    with pytest.raises(Unread, match="choose one of"):
        as_choice("x", UNITS)


def test_several_in_one_cell():
    assert as_list("王一、李二，赵三;钱四\n孙五") == ["王一", "李二", "赵三", "钱四", "孙五"]
    assert as_list(None) == []


@given(st.text(max_size=30))
def test_what_is_made_harmless_comes_back(text):
    assert plain(neutral(text)) == text
    assert not neutral(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize(
    "written",
    [
        "2025-3-5 8:15", "2025-03-05T08:15", "2025-03-05 08:15:00", "2025年3月5日 8时15分", "2025年3月5日8：15",
        "3月5日8点15分", "２０２５．３．５ ８:15", datetime.fromisoformat("2025-03-05 08:15:30"),
    ],
)  # fmt: skip
def test_a_moment_in_any_writing(written):
    assert as_moment(written, year=2025) == datetime.fromisoformat("2025-03-05 08:15")


def test_a_full_hour_needs_no_minutes():
    assert as_moment("2025-3-5 8时") == datetime.fromisoformat("2025-03-05 08:00")


@pytest.mark.parametrize("written", ["2025-3-5", DAY, "8:15", "2025-3-5 25:10", "2025-3-5 8:75", "2025-2-30 8:15", 7])
def test_what_is_no_moment_is_refused(written):
    with pytest.raises(Unread):
        as_moment(written, year=2025)
