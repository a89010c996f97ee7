"""Words of plain talk and the written words they stand for."""

from youju.claims.common_words import WRITTEN, as_written, without_common
from youju.claims.terms import pairs_of


def test_a_word_of_plain_talk_is_as_long_as_the_written_one():
    assert [said for said, written in WRITTEN.items() if len(said) != len(written)] == []


def test_no_written_word_is_itself_plain_talk():
    assert [written for written in WRITTEN.values() if as_written(written) != written] == []


def test_a_name_is_known_by_either_word():
    assert list(pairs_of("培训老师")) == list(pairs_of("培训教师"))


def test_what_is_left_without_common_words_stands_where_it_stood():
    text = "教育系统现在志愿者"

    assert without_common(text).strip() == "志愿者"
    assert without_common(text).index("志愿者") == text.index("志愿者")
