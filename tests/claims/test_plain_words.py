"""Words of plain talk and the written words they stand for."""

from youju.claims.candidates.terms import either_way, pairs_of
from youju.claims.lexicon.plain_words import WRITTEN, Written, as_written


def test_no_written_word_is_itself_plain_talk():
    assert [written for written in WRITTEN.values() if as_written(written) != written] == []


def test_a_name_is_known_by_either_word():
    assert set(pairs_of("培训教师")) <= set(either_way("培训老师"))


def test_what_stands_in_written_words_is_told_by_its_place_in_the_text():
    text = "家长打电话来问，老师也来咨询"
    written = Written.of(text)

    start = written.text.index("教师")
    first, last = written.as_it_stands(start, start + 2)

    assert text[first:last] == "老师"


def test_a_part_of_a_written_word_is_all_of_the_plain_one():
    plain = next(plain for plain, written in WRITTEN.items() if len(plain) > len(written))
    text = f"有{plain}了"
    written = Written.of(text)

    assert written.as_it_stands(1, 2) == (1, 1 + len(plain))
    assert written.as_it_stands(len(written.text) - 1, len(written.text)) == (len(text) - 1, len(text))
