"""Words that any sentence may hold."""

from youju.claims.lexicon.common_words import without_common


def test_what_is_left_without_common_words_stands_where_it_stood():
    text = "教育系统现在志愿者"

    assert without_common(text).strip() == "志愿者"
    assert without_common(text).index("志愿者") == text.index("志愿者")
