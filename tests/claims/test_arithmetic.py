"""What a text says about its own figures, without a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from youju.claims.arithmetic import SENTENCES, Finding, find_arithmetic
from youju.claims.reading import extract

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"

CASES = [
    ("分6个乡和9个镇共举办了15场报告会。", "parts-agree", "6个 + 9个 = 15"),
    ("举办活动50场，其中镇30场、校20场。", "parts-agree", "30场 + 20场 = 50"),
    ("举办活动50场，其中镇30场、校25场。", "parts-differ", "30场 + 25场 = 55"),
    ("城区4所、农村5所，共8所学校参加。", "parts-differ", "4所 + 5所 = 9"),
    ("每月组织集中研讨，全年集中研讨12次。", "rhythm-agrees", "12"),
    ("每月组织集中研讨，全年集中研讨9次。", "rhythm-differs", "9次"),
    ("现有党员1126名，其中女党员412名，占36.6%。", "share-agrees", "36.6"),
    ("现有党员1126名，其中女党员412名，占38.6%。", "share-differs", "36.6"),
    ("访问家长30人，满意率达98.71%。", "percent-impossible", "30/30 = 100.00%"),
    ("访问家长近千人，满意率达98.71%。", "percent-possible", "近千人"),
    ("局机关被评为2023年度全区健康教育宣传先进集体，荣获2023年度健康教育宣传先进集体。", "honour-twice", "1项"),
    ("开展健康知识讲座12次。会后总结。开展健康知识讲座15次。", "two-values", "相差3"),
]


def findings(text: str) -> list[Finding]:
    return find_arithmetic(text, extract(text))


@pytest.mark.parametrize(("text", "code", "said"), CASES)
def test_it_finds(text: str, code: str, said: str) -> None:
    [finding] = findings(text)
    assert finding.code == code
    assert said in finding.sentence
    assert text[slice(*finding.first)]
    assert finding.first < finding.second


@pytest.mark.parametrize(
    "text",
    [
        "举办活动50场，其中镇30场。",
        "举办活动50场，其中镇30场、校10场。",
        "选派教师30名，开设课程25门，共发放教材400册。",
        "局机关荣获2022年度健康教育宣传先进集体，荣获2023年度健康教育宣传先进集体。",
        "甲校现有学生1200人。乙校现有学生900人。",
        "访问家长8000人，满意率达98.7%。",
    ],
)
def test_it_is_silent_where_nothing_can_be_said(text: str) -> None:
    assert findings(text) == []


def test_every_code_has_a_sentence() -> None:
    assert {code for _, code, _ in CASES} == set(SENTENCES)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*"每月全年共其中12345.%次场人名，。占率获评"]), max_size=60).map("".join))
def test_any_text_is_taken(text: str) -> None:
    assert all(finding.sentence for finding in findings(text))


if REFERENCE.is_dir():

    def test_it_finds_what_the_reference_summary_holds() -> None:
        """Collected only beside the shared folder, whose words must not be copied here."""
        text = (REFERENCE / "annual-summary.txt").read_bytes().decode("utf-8")
        codes = [finding.code for finding in findings(text)]
        assert codes == ["rhythm-agrees", "honour-twice", "parts-agree", "percent-possible"]
