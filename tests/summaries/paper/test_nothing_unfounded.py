"""No claim is set on paper neither bound to the ledger nor marked as typed by hand, whatever the text says."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.summaries.made import figure
from youju.claims.reading.extract import extract
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding import build as building
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.layout import layout_of

WORDS = (
    "走访企业{{visits.enterprises}}",
    "其中{{手填 3家 | 口头告知 | 会议记录 | 王主任}}",
    "走访企业5家",
    "发表{{publicity.local|round}}",
    "近百人到会",
    "参与率达到100%",
    "**重点**",
    "全年每月都有安排",
    "获全市第一名",
    "，",
    "。",
    "\n\n## 二、",
    "\n1. ",
    "\n\n| 走访 | 企业 |\n| --- | --- |\n| 全年 | {{visits.enterprises}} |\n\n",
    "\n\n| 会议 | 场次 |\n| --- | --- |\n| 专题 | 5场 |\n\n",
)


@pytest.fixture
def county(db: None, monkeypatch: pytest.MonkeyPatch) -> Unit:
    """A bureau that has reported nine visits and nothing else."""
    known = {"visits.enterprises": figure("visits.enterprises", 9), "publicity.local": figure("publicity.local", None)}
    monkeypatch.setattr(building, "figures", lambda *_, **__: known)
    return Unit(code="x", kind="county", name="某县教育局")


@given(text=st.lists(st.sampled_from(WORDS), max_size=12).map("".join), draft=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_claim_is_bound_or_marked(county: Unit, text: str, draft: bool) -> None:
    try:
        made = build(unit=county, period=Period.year(2025), template=f"# 总结\n\n{text}立德树人", draft=draft)
    except SummaryRefused:
        return
    bare = [
        "".join(piece.text if piece.mark in ("", "strong") else "□" for piece in paragraph.pieces)
        for paragraph in layout_of(made, Heads()).paragraphs
    ]
    assert [claim.text for line in bare for claim in extract(line)] == []
    document = Document(BytesIO(to_docx(made, Heads())))
    controls = len(list(document.element.body.iter(qn("w:sdt"))))
    assert controls == sum(bool(span.text) for span in made.spans if span.todo or not span.wrong)
