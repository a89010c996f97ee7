"""No claim is set on paper neither bound to the ledger nor marked as typed by hand, whatever the text says."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.cast import verified, visits
from youju.claims.reading.extract import extract
from youju.lib.periods import Period
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import SummaryRefused
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.layout import layout_of

WORDS = (
    "走访企业{{visits.enterprises}}",
    "其中{{手填 3家 | 口头告知 | 会议记录 | 王主任}}",
    "走访企业5家",
    "近百人到会",
    "参与率达到100%",
    "**重点**",
    "全年每月都有安排",
    "获全市第一名",
    "，",
    "。",
    "\n\n## 二、",
    "\n1. ",
)


@pytest.fixture
def county(db: None) -> Any:
    from tests.records.cast import make_cast

    cast: SimpleNamespace = make_cast()
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    return cast.county


@given(text=st.lists(st.sampled_from(WORDS), max_size=12).map("".join), draft=st.booleans())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_claim_is_bound_or_marked(county: Any, text: str, draft: bool) -> None:
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
    assert controls == sum(bool(span.text) for span in made.spans)
