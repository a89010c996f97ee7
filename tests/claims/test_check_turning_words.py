"""What stands before a figure, at the head of its line or over it, and makes it another one."""

import pytest

from youju.claims.context.turning_words import Turn, TurningWords, turns
from youju.claims.reading import extract


def before(text: str) -> list[tuple[str, ...]]:
    turning = TurningWords(text, 2025)
    return [turning.of(claim) for claim in extract(text)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("计划走访农户170户。", "计划"),
        ("我局计划完成走访农户170户。", "计划"),
        ("计划“送温暖”活动走访农户170户。", "计划"),
        ("明年将继续走访农户170户。", "明年"),
        ("力争全年答复网络咨询156条。", "力争"),
        ("争取走访农户170户。", "争取"),
        ("还将走访农户170户。", "还将"),
        ("目标任务是走访农户170户。", "目标任务"),
        ("要求机关干部走访农户170户。", "要求"),
        ("预估走访农户170户。", "预估"),
    ],
)
def test_what_is_planned(text: str, word: str):
    assert word in before(text)[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("未能走访农户170户。", "未"),
        ("取消走访农户170户。", "取消"),
        ("本月走访农户170户。", "本月"),
        ("“十四五”以来走访农户170户。", "十四五以来"),
        ("3—8月走访农户170户。", "3—8月"),
        ("近五年走访农户170户。", "近五年"),
        ("县妇联走访农户170户。", "县妇联"),
        ("邻县走访农户170户。", "邻县"),
        ("全省教育系统扎实推进，走访农户170户。", "全省教育系统"),
    ],
)
def test_what_was_not_done_or_is_of_another_time_or_of_others(text: str, word: str):
    assert before(text) == [(word,)]


def test_what_was_done_away_with_was_so_in_its_parts():
    assert [set(said) for said in before("删除推文300条，其中微信推送253条。")] == [{"删除"}, {"删除"}]


@pytest.mark.parametrize(
    "text",
    [
        "按照年初计划，走访农户170户。",
        "年初计划走访，现已走访农户170户。",
        "将满意度提高到98.71%。",
        "按照上级要求走访农户170户。",
        "征求意见建议52条。",
        "未成年人志愿者12人。",
        "现有望川市文明单位28个。",
    ],
)
def test_what_only_looks_like_it_turns_nothing(text: str):
    assert before(text) == [()]


@pytest.mark.parametrize(
    "head",
    [
        "## 七、下一步打算\n\n",
        "**明年计划。**",
        "- 计划：",
        "下一步：\n1. ",
        "下一步：\n1. 抓好学习。\n2. ",
        "## 下年度工作思路\n\n- ",
        "一、工作目标\n（一）",
        "2026年重点工作：",
    ],
)
def test_a_plan_over_a_figure_or_at_the_head_of_its_line_covers_it(head: str):
    assert [bool(said) for said in before(f"{head}走访农户170户。")] == [True]


@pytest.mark.parametrize(
    "head",
    [
        "## 一、年度计划完成情况\n\n",
        "**以学以致用为目标，增强效果。**",
        "一、主要工作\n",
        "下一步：\n1. 抓好学习。\n\n",
    ],
)
def test_other_heads_cover_nothing(head: str):
    assert before(f"{head}走访农户170户。") == [()]


@pytest.mark.parametrize("turn", turns(), ids=lambda turn: turn.turned)
def test_each_row_turns_what_it_is_for_and_leaves_alone_what_it_must(turn: Turn):
    assert before(turn.turned)[-1], turn.because
    assert before(turn.leave)[-1] == (), turn.because


@pytest.mark.parametrize("brackets", ["（截至本月）", "（2024—2025学年）", "（近三年）", "（人均）", "（计划数）"])
def test_brackets_behind_a_figure_turn_it_too(brackets: str):
    assert before(f"走访农户170户{brackets}。")[0]


@pytest.mark.parametrize("head", ["暑期，", "2025年春学期，", "全镇：", "暑期组织培训，"])
def test_a_time_or_a_part_at_the_head_of_a_sentence_holds_to_its_end(head: str):
    assert before(f"{head}走访农户170户。")[-1]
    assert before(f"{head}成效明显，全年走访农户170户。")[-1] == ()
