"""The phrase that a claim counts: as a person would name it, without the numbers beside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from youju.claims.reading import extract

NAMED = [
    ("全年走访农户19户。", ["走访农户"]),
    ("十二所学校开展读书活动。", ["学校开展读书活动"]),
    ("1. 每周一举行升旗仪式，共18次；及格率95%。", ["每周一举行升旗仪式", "及格率"]),
    ("走访慰问困难群众，共15户。", ["走访慰问困难群众"]),
    ("3月5日至9日组织教师培训4场。", ["组织教师培训"]),
    ("共青团员320人，和平街小学教师36人。", ["共青团员", "和平街小学教师"]),
    # What says too little stands behind what said enough.
    ("共受理信访事项1,256件，办结1,200件。", ["受理信访事项", "受理信访事项，办结"]),
    ("文科第一、第二名，理科第三名。", ["文科", "文科", "文科，理科"]),
    ("获市级优质课一等奖2个、二等奖5个。", ["获市级优质课一等奖", "获市级优质课一等奖、二等奖"]),
    ("农业、工业产值分别增长4%、6%。", ["农业、工业产值分别增长", "农业、工业产值分别增长"]),
    ("公办学校100所、民办学校87所。", ["公办学校", "民办学校"]),
    # Of many examples one is enough; the members spelled out are not what is counted.
    ("答复了招生、考试、入学等网络咨询156条。", ["答复了招生等网络咨询"]),
    ("印发《师说》、《学记》两本教育文集。", ["教育文集"]),
    # 前10名 is the frame of the claim behind it.
    ("全市前10名我县有9名。", ["全市我县", "全市前10名我县"]),
]


@pytest.mark.parametrize(("text", "subjects"), NAMED)
def test_a_claim_names_what_it_counts(text: str, subjects: list[str]) -> None:
    assert [claim.subject for claim in extract(text)] == subjects


CLAUSES = ["走访农户19户", "办结12件", "文科第一、第二名", "其中青年教师30%", "创建文明校园十五所", "参会人员近百人"]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(CLAUSES), min_size=1, max_size=8), st.sampled_from("，；。\n"))
def test_no_subject_holds_another_claim(clauses: list[str], mark: str) -> None:
    claims = extract(mark.join(clauses))
    assert not [claim.subject for claim in claims if any(other.text in claim.subject for other in claims)]
