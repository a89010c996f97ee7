"""What each sentence rests on: a figure, a cited record, or neither."""

import pytest

from youju.summaries.binding.sentences import foundation


@pytest.mark.parametrize(
    ("text", "founded", "cited", "bare"),
    [
        ("# 标题\n\n## 一、学习", 0, 0, []),
        ("宣传有力。", 0, 0, ["宣传有力。"]),
        ("宣传{{publicity.local}}。成效明显。", 1, 0, ["成效明显。"]),
        ("举办演讲比赛。{{记录 a-1}}成效明显。", 0, 1, ["成效明显。"]),
        ("举办演讲比赛{{记录 a-1}}。成效明显。", 0, 1, ["成效明显。"]),
        ("举办比赛。 {{记录 a-1}}{{记录 a-2}}", 0, 1, []),
        ("办了{{手填 3场 | a | b | c}}，有记录。{{记录 a-1}}", 1, 0, []),
        ("{{unit}}工作有序。", 0, 0, ["{{unit}}工作有序。"]),
        ("“办得好！”大家说", 0, 0, ["“办得好！”", "大家说"]),
        ("{{图 publicity.local | 月份}}\n\n{{列表 publicity.local | 级别}}获奖", 1, 0, []),
    ],
)
def test_a_text_is_told_by_its_sentences(text: str, founded: int, cited: int, bare: list[str]) -> None:
    found = foundation(text)
    assert (found.founded, found.cited, [sentence.text for sentence in found.bare]) == (founded, cited, bare)
    assert found.sentences == founded + cited + len(bare)
