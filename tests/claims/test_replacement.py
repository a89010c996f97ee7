"""The ledger's value as it is written into a text: read again, it is that value."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.claims.judging.verdict import Verdict
from youju.claims.reading import extract
from youju.claims.telling.checked import Checked
from youju.claims.telling.replacement import replacement
from youju.indicators.figure import Value


def _instead(text: str, value: Value | None) -> str:
    claim = extract(text)[0]
    written = replacement(Checked(claim, Verdict.CONTRADICTED, "", 1, value=value))
    return text[: claim.start] + written + text[claim.end :] if written else ""


@pytest.mark.parametrize(
    ("text", "value", "after"),
    [
        ("走访农户19户。", 17, "走访农户17户。"),
        ("发表新闻近百篇。", 83, "发表新闻83篇。"),
        ("共有十五所学校。", 14, "共有14所学校。"),
        ("满意度达98.7%。", Decimal("98.71"), "满意度达98.71%。"),
        ("参学率达99%。", Decimal("100.00"), "参学率达100%。"),
        ("成绩名列全市第三名。", (2,), "成绩名列全市第二名。"),
        ("成绩名列全市第三名。", (1, 2), ""),
        ("走访农户17户。", 17, ""),
        ("走访农户17户。", None, ""),
    ],
)
def test_it_takes_the_claims_place(text: str, value: Value | None, after: str):
    assert _instead(text, value) == after


@given(st.integers(1, 10**6))
def test_read_again_it_says_the_same(value: int):
    text = _instead("走访农户19户。", value) or "走访农户19户。"
    assert extract(text)[0].value == value
