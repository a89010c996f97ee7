"""The period that a sentence names before a claim."""

import pytest

from youju.claims.context.named_period import named_period
from youju.lib.periods import Period


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("去年召开会议", "2024"),
        ("反馈问题18条，去年同期为", "2024"),
        ("2023年发稿", "2023"),
        ("11月份，召开评议会", "2025-11"),
        ("十一月召开评议会", "2025-11"),
        ("12月7日，", "2025-12"),
        ("上半年发稿", "..2025-06-30"),
        ("尚有6处未整改；上半年排查", "..2025-06-30"),
        ("上半年发稿50篇；推送", "..2025-06-30"),
        ("去年11月召开会议", "2024-11"),
        ("2024—2025学年，", "2024/2025"),
        ("2024/2025学年", "2024/2025"),
        ("截至12月10日，", "..2025-12-10"),
        ("截至10月底，", "..2025-10-31"),
        ("截至2024年6月", "..2024-06-30"),
    ],
)
def test_it_is_read_from_the_words(before, code):
    found = named_period(before, (len(before), len(before)), 0, Period.year(2025))

    assert found is not None and found.code == code


@pytest.mark.parametrize(
    "before",
    [
        "今年发稿",
        "1月23日和7月5日两次召开",
        "其中上半年67条；监测",
        "上报3条；上半年排查1处；约谈",
        "比去年增加",
        "比上一年度增加3场，招募",
        "3月启动，全年共开展",
        "发稿",
    ],
)
def test_otherwise_the_text_s_own_period_holds(before):
    assert named_period(before, (len(before), len(before)), 0, Period.year(2025)) is None


def test_brackets_behind_a_figure_name_it_too():
    found = named_period("走访农户", (4, 4), 0, Period.year(2025), "截至12月10日")

    assert found is not None and found.code == "..2025-12-10"
