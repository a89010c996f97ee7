"""What holds for every text: nothing raises, sums that were made to agree are never told to differ, time is linear."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.processor import processor_seconds
from youju.claims.arithmetic import CODES, Finding, find_arithmetic
from youju.claims.reading import extract

PIECES = [
    *"每月季度全年共其中各占率12345.%万亿次场人名所元个，。；：、（）()/\n甲乙男女近约余",
    "分别为",
    "其中", "合计", "由", "增加到", "增长", "比上年增加", "满意", "不满意", "平均每校", "人均", "获评全县先进集体",
    "其余",
]  # fmt: skip
NAMES = ["东片", "西片", "南片", "北片", "山区", "坝区", "湖区", "新区"]
COUNTS = st.lists(st.integers(1, 5000), min_size=2, max_size=8)


def findings(text: str) -> list[Finding]:
    return find_arithmetic(text, extract(text))


def wrong(text: str) -> list[Finding]:
    return [finding for finding in findings(text) if not finding.agrees]


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_text_is_taken(text: str) -> None:
    for finding in findings(text):
        assert set(finding.params) == set(CODES[finding.code])
        assert finding.first <= finding.second
        assert 0 <= finding.first[0] < finding.first[1] <= len(text)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_are_taken(text: str) -> None:
    findings(text)


def parts_of(counts: list[int], unit: str) -> str:
    return "、".join(f"{name}{count}{unit}" for name, count in zip(NAMES, counts, strict=False))


@settings(max_examples=100, deadline=None)
@given(COUNTS, st.sampled_from(["场", "人", "件", "户"]))
def test_totals_that_agree_are_never_told_to_differ(counts: list[int], unit: str) -> None:
    total, parts = sum(counts), parts_of(counts, unit)
    for text in (
        f"共{total}{unit}，其中{parts}。",
        f"{parts}，共计{total}{unit}。",
        f"共完成{total}{unit}（{parts}）。",
    ):
        assert [finding.code for finding in findings(text)] == ["parts-agree"], text


@settings(max_examples=100, deadline=None)
@given(COUNTS, st.integers(1, 50))
def test_totals_less_than_their_parts_are_always_told_to_differ(counts: list[int], less: int) -> None:
    total = max(1, sum(counts) - less)
    told = [finding.code for finding in findings(f"共{total}场，其中{parts_of(counts, '场')}。")]
    assert told == ["parts-differ" if total < sum(counts) else "parts-agree"]


@settings(max_examples=100, deadline=None)
@given(st.integers(2, 9999), st.data())
def test_a_share_rounded_half_up_is_never_told_to_differ(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(1, whole - 1))
    percent = (Decimal(100 * part) / whole).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    if 0 < percent < 100:
        assert wrong(f"现有职工{whole}人，其中技工{part}人，占{percent}%。") == []


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(10, 99999), min_size=2, max_size=6))
def test_parts_rounded_to_ten_thousands_are_never_told_to_differ(amounts: list[int]) -> None:
    def in_ten_thousands(value: int) -> str:
        return f"{(Decimal(value) / 10).quantize(Decimal(1), 'ROUND_HALF_UP')}.0万亩".replace(".0", "")

    parts = "、".join(f"{name}{in_ten_thousands(amount)}" for name, amount in zip(NAMES, amounts, strict=False))
    assert wrong(f"总面积{in_ten_thousands(sum(amounts))}，其中{parts}。") == []


CLAIMS = [
    "东片12场、",
    "东片12场，",
    "其中12场",
    "共12场，",
    "占12%，",
    "甲、乙各3次，",
    "每月1次，全年12次，",
    "由120次增加到150次，增长25%，",
    "平均每校2篇，100所共200篇，",
    "满意60%、",
    "访问30人满意率98.71%，",
    "荣获全县卫生先进集体，",
    "全年答复咨询156条。",
    "（12场",
    "12场）",
]


@pytest.mark.parametrize("piece", CLAIMS)
def test_time_is_linear(piece: str) -> None:
    """Ten times the claims take about ten times as long, whatever is repeated."""
    short, long = _seconds(piece * 300), _seconds(piece * 3000)
    assert long < 30 * short + 0.3


def _seconds(text: str) -> float:
    claims = extract(text)
    return processor_seconds(lambda: find_arithmetic(text, claims))
