"""Which line breaks are taken out, and that none of them changes what is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.claims.marked import TEXTS, parse_marked
from tests.claims.wrapping import wrapped
from youju.claims.arithmetic import find_arithmetic
from youju.claims.reading import extract, flowing
from youju.claims.reading.claim import Claim

PROSE = (
    "一、走访\n全年走访农户1379户，慰问企业63家，青山小学、明湖小学等十二所学校参加，其中镇级学校四所。"
    "参加志愿服务的教师达1,260人次，群众满意率98.71%，比上年提高1.2个百分点。各校开展家访3至5次，"
    "走访困难学生家庭二百三十户，发放慰问金4.6万元。\n二、学习\n中心组集中学习12次，撰写心得近百篇，"
    "举办报告会三场，听讲的师生有2600余人，其中党员教师占百分之四十。全县二十所学校成立宣讲团。\n"
)


def told(claims: list[Claim]) -> list[dict[str, object]]:
    """All that a claim says apart from its places."""
    places = {"start", "end", "text", "clause", "sentence", "shared"}
    return [{name: said for name, said in claim._asdict().items() if name not in places} for claim in claims]


@pytest.mark.parametrize("width", range(16, 60))
@pytest.mark.parametrize("columns", [False, True], ids=["characters", "columns"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_margin_changes_nothing_that_is_read(width: int, columns: bool, end: str) -> None:
    broken = wrapped(PROSE, 2 * width if columns else width, columns=columns).replace("\n", end)
    claims = extract(broken)
    assert told(claims) == told(extract(PROSE))
    assert all(broken[claim.start : claim.end] == claim.text for claim in claims)


@pytest.mark.parametrize("width", [20, 27, 40])
def test_a_margin_changes_no_arithmetic(width: int) -> None:
    text = PROSE.replace("其中镇级学校四所", "其中镇级学校四所、城区学校九所")
    sentences = [
        [finding.params for finding in find_arithmetic(each, extract(each))] for each in (text, wrapped(text, width))
    ]
    assert sentences[0] == sentences[1] != []


@pytest.mark.parametrize(
    ("text", "flows"),
    [
        ("走访农户19户，\n慰问企业3家。", "走访农户19户，慰问企业3家。"),
        ("全年在各镇走访农户与企业共1\n9户，反映问题3个。", "全年在各镇走访农户与企业共19户，反映问题3个。"),
    ],
)
def test_an_unfinished_line_goes_on(text: str, flows: str) -> None:
    assert flowing(text).text == flows


KEPT = [
    "一、学习教育\n全年开展学习12次。",
    "走访农户19户\n慰问企业3家\n组织培训4次",
    "青山小学：走访农户19户，慰问企业3家\n明湖小学：走访农户21户，慰问企业4家",
    "学校\t走访户数\n青山小学\t19\n明湖小学\t21",
    "| 学校 | 户 |\n| 青山小学 | 19 |",
    "青山小学   走访    19\n明湖小学   走访    21",
    "关于全县教育系统走访工作情况的报告\n\n　　全年走访农户19户。\n　　慰问企业3家。",
    "主要做法：\n1.走访农户19户；\n2.慰问企业3家。",
    "第一小学 12\n34 第二小学",
]


@pytest.mark.parametrize("text", KEPT)
def test_what_begins_anew_stays_apart(text: str) -> None:
    assert flowing(text).text == text


@pytest.mark.parametrize("path", sorted(TEXTS.glob("*.txt")), ids=lambda path: path.stem)
def test_a_text_with_a_line_a_paragraph_stays_as_it_is(path: Path) -> None:
    text, _ = parse_marked(path.read_text())
    assert flowing(text).text == text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="全年走访农户，。；、19% ab\n\r\t　|（）一、", max_size=300))
def test_only_white_space_is_lost_and_places_go_back(text: str) -> None:
    flow = flowing(text)
    bare = str.maketrans("", "", " \n\r\t\u3000")
    assert flow.text.translate(bare) == text.translate(bare)
    for at, sign in enumerate(flow.text):
        start, end = flow.span_back((at, at + 1))
        assert text[start:end] == sign or sign == " "
