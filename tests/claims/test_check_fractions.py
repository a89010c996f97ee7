"""A simple part is judged as the share that it is; a ratio and a number of times are not."""

from decimal import Decimal

import pytest

from youju.claims.judging.change import Change, change_of
from youju.claims.judging.fractions import in_percent
from youju.claims.reading import extract


@pytest.mark.parametrize(
    ("text", "value"),
    [("录用率约为三分之二。", "66.7"), ("近四分之三的学校参加了创建。", "75"), ("参加的学校占1/3。", "33.3")],
)
def test_a_part_is_a_share(text: str, value: str) -> None:
    claim = in_percent(extract(text)[0])
    assert (claim.kind, claim.value) == ("percent", Decimal(value))


@pytest.mark.parametrize(
    "text", ["是去年的2倍。", "师生比为1:15。", "志愿者人数翻一番。", "回复率98.7%。", "发稿97篇。"]
)
def test_what_is_no_part_stays_as_it_is(text: str) -> None:
    claim = extract(text)[0]
    assert in_percent(claim) == claim


def test_growth_by_a_part_is_a_share_and_no_amount() -> None:
    text = "发稿量比去年增长五分之一以上。"
    assert change_of(text, in_percent(extract(text)[0])) == Change("share")
