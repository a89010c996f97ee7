"""Which words of a text a claim is told by."""

import pytest

from youju.claims.context.windows import OWN, Windows, frames
from youju.claims.reading import extract


def own_words(text: str) -> list[str]:
    """The claim's own words, for each claim of a text."""
    windows = Windows(text, extract(text))
    return [
        "".join(text[one.start : one.end] for one in windows.of(index) if one.weight >= OWN)
        for index in range(len(extract(text)))
    ]


def test_a_number_before_its_noun_counts_what_follows():
    assert own_words("13人被评为十佳教师、61人评为学科带头人。") == ["13人被评为十佳教师、", "61人评为学科带头人"]


def test_a_number_behind_its_noun_counts_what_precedes():
    first, second = own_words("收到网络咨询158条、电话咨询241条。")

    assert first.endswith("收到网络咨询158条")
    assert second == "、电话咨询241条"


def test_a_list_shares_what_stands_before_it():
    shared = own_words("文科取得全市第一、第二名。")
    assert shared and all("文科" in words for words in shared)


def test_what_is_told_respectively_is_told_in_order():
    first, second = own_words("网络咨询、电话咨询回复率分别为96.74%、98.76%。")

    assert "网络咨询" in first and "电话咨询" not in first
    assert "电话咨询" in second and "网络咨询" not in second


def test_first_prizes_are_no_examples():
    assert "二等奖" in own_words("评出一等奖6名、二等奖13名。")[1]


def test_a_range_of_places_is_the_frame_of_the_number_behind_it():
    text = "全市文理科前10名我县有9名。"

    assert frames(text, extract(text)) == {0}
    assert "前10名" in own_words(text)[1]


@pytest.mark.parametrize("piece", ["12次、", "12次活动、", "活动12次，", "活动12次和"])
def test_a_clause_without_end_is_heard_only_so_far(piece):
    text = "全年举办" + piece * 400
    claims = extract(text)
    windows = Windows(text, claims).of(len(claims) // 2)
    assert len(windows) < 60
    assert sum(window.end - window.start for window in windows) < len(text) * 2


def test_a_rank_behind_what_is_counted_within_it_is_a_frame():
    text = "12名同学进入全市前十名。"

    assert frames(text, extract(text)) == {1}
