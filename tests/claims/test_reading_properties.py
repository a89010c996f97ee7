"""What holds for every text: it never raises, offsets give back the text, time is linear, forms do not matter."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.processor import processor_seconds
from youju.claims.reading import extract

MARKS = "0123456789０９％.,，、。：:—-一二两十百千万亿第前近约余多成半翻番之首“”《》（）\n 　_+年月日个次名人元%"
PIECES = st.sampled_from([*MARKS, "百分之", "分之", "其中", "分别"])


def check_offsets(text: str) -> None:
    claims = extract(text)
    for claim in claims:
        assert text[claim.start : claim.end] == claim.text
        assert claim.clause[0] <= claim.start < claim.end <= len(text)
        assert claim.sentence[0] <= claim.clause[0]
        assert all(start < end <= claim.start for start, end in claim.shared)
    assert all(one.end <= two.start for one, two in pairwise(claims))


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    check_offsets(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(PIECES, max_size=60).map("".join))
def test_any_run_of_numerals_is_read(text: str) -> None:
    check_offsets(text)


def said(text: str) -> list[tuple[object, ...]]:
    return [(claim.value, claim.kind, claim.approx) for claim in extract(text)]


CLEAN = [
    "全年开展活动１２次，参与３．５万人次，覆盖率98.7％。其中镇级五场，投入1,200万元，生师比1：15。",
    "培训８６０余人，合格率百分之九十五；两批共四十人，位列全市第一，近百篇报道，数十家单位参加。",
    "连续八年获评先进，为期3天，惠及30万学生，同比增长3.2个百分点，三分之一的学校达标，翻一番。",
]


@pytest.mark.parametrize("text", CLEAN)
def test_compatible_forms_change_no_value(text: str) -> None:
    assert said(unicodedata.normalize("NFKC", text)) == said(text)


@pytest.mark.parametrize("text", CLEAN)
def test_line_breaks_change_no_value(text: str) -> None:
    claims = extract(text)
    inside = {at for claim in claims for at in range(claim.start + 1, claim.end)}
    for at in range(1, len(text)):
        if at not in inside:
            assert said(text[:at] + "\n" + text[at:]) == said(text), text[:at]
    assert said(text.replace("。", "。\r\n\r\n").replace("，", "，\n")) == said(text)


def test_a_break_between_number_and_measure_word_is_read_over() -> None:
    claims = extract("共培训十二\n名教师，发放图书300\n册。")
    assert [(claim.value, claim.unit) for claim in claims] == [(Decimal(12), "名"), (Decimal(300), "册")]


REPORT = "全年开展活动12次，参与群众3.5万人次，其中青年一千二百人，覆盖率98.7%，较2021年提高3个百分点。"


REPEATED = [
    "1",
    "一",
    "１",
    "1,",
    "1、",
    "12次",
    "第",
    "“1",
    "_",
    " \n",
    "\n一、",
    "百分之",
    "1:",
    "近百",
    "十百千万",
    "全市",
]


@pytest.mark.parametrize("piece", [*REPEATED, REPORT])
def test_time_is_linear(piece: str) -> None:
    """Ten times the text takes about ten times as long, whatever is repeated."""
    short = _seconds(piece * (20_000 // len(piece)))
    long = _seconds(piece * (200_000 // len(piece)))
    assert long < 30 * short + 0.3


def _seconds(text: str) -> float:
    return processor_seconds(lambda: extract(text))
