"""Numerals in every writing become the same value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.lib.numerals import parse_numeral, to_chinese

CASES = [
    ("12", "12"), ("１２", "12"), ("1,200", "1200"), ("98.71", "98.71"), ("1.2万", "12000"),
    ("3.4亿", "340000000"), ("3亿5000万", "350000000"), ("10万", "100000"), ("300万", "3000000"),
    ("十", "10"), ("十二", "12"), ("二十", "20"), ("两百", "200"), ("一千二百", "1200"),
    ("一千零五", "1005"), ("两千三", "2300"), ("一万五", "15000"), ("一百零八", "108"), ("廿", "20"),
    ("廿五", "25"), ("二〇二三", "2023"), ("三万六千", "36000"), ("一亿三千万", "130000000"),
    ("十二万亿", "12000000000000"), ("九点五", "9.5"), ("三点二万", "32000"), ("百", "100"),
    ("一百二十", "120"), ("壹佰贰拾", "120"), ("一百万", "1000000"), ("一万零三百", "10300"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value"), CASES)
def test_it_reads(text: str, value: str) -> None:
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize("text", ["", "五金", "12a", "点五", "3万x", "9" * 100_000, "万" * 100_000])
def test_it_refuses_what_is_no_number(text: str) -> None:
    assert parse_numeral(text) is None


@given(st.integers(min_value=0, max_value=10**12))
def test_what_it_writes_it_reads(number: int) -> None:
    assert parse_numeral(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "words"), [(0, "零"), (10, "十"), (12, "十二"), (102, "一百零二"), (10300, "一万零三百"), (-3, "负三")]
)
def test_it_writes(number: int, words: str) -> None:
    assert to_chinese(number) == words


@given(st.text(max_size=60))
def test_it_never_raises(text: str) -> None:
    parse_numeral(text)
