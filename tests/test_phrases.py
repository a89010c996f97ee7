"""Words put together in the reader's language."""

import pytest
from django.utils.translation import override

from youju import phrases


@pytest.mark.parametrize(
    ("language", "bracketed", "enumerated", "in_clauses", "side_by_side"),
    [
        ("zh-hans", "王芳（青山小学）", "甲、乙", "甲，乙", "甲；乙"),
        ("en", "王芳 (青山小学)", "甲, 乙", "甲, 乙", "甲; 乙"),
    ],
)
def test_each_language_has_its_marks(
    language: str, bracketed: str, enumerated: str, in_clauses: str, side_by_side: str
):
    with override(language):
        assert phrases.bracketed("王芳", "青山小学") == bracketed
        assert phrases.enumerated(["甲", "乙"]) == enumerated
        assert phrases.in_clauses(["甲", "乙"]) == in_clauses
        assert phrases.side_by_side(["甲", "乙"]) == side_by_side


@pytest.mark.parametrize("nothing", ["", None])
def test_nothing_beside_leaves_no_brackets(nothing: object):
    assert phrases.bracketed("王芳", nothing) == "王芳"


@pytest.mark.parametrize(
    ("minutes", "zh", "en"),
    [(0, "0分钟", "0 min"), (45, "45分钟", "45 min"), (120, "2小时", "2 h"), (150, "2小时30分钟", "2 h 30 min")],
)
def test_minutes_are_said_in_hours_and_never_rounded(minutes: int, zh: str, en: str):
    with override("zh-hans"):
        assert phrases.duration(minutes) == zh
    with override("en"):
        assert phrases.duration(minutes) == en


def test_where_no_language_is_active_papers_are_chinese():
    with override(None):
        assert phrases.reader_language() == "zh" and phrases.reads_chinese()
    with override("en"):
        assert phrases.reader_language() == "en" and not phrases.reads_chinese()
