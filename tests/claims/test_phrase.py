"""What of a claim stays the same from one draft to the next."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.claims.memory.phrase import SCOPE_LENGTH, SUBJECT_LENGTH, WORD_LENGTH, Phrase, normal, phrase_of
from youju.claims.reading import extract

_TEXTS = st.text(
    st.sampled_from("全年今累计共走访农户企业市级省县教育局12０９三％%次户家名，。：、 \n第一前等(（年月日ÅΩﬁ"),
    max_size=60,
)


def _phrases(text: str) -> list[Phrase]:
    return [phrase_of(text, claim) for claim in extract(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("全年走访困难农户170户。", "今年走访困难农户21户。"),
        ("2024年，走访困难农户170户。", "2025年，走访困难农户９户。"),
        ("共有54位教师被评为先进个人。", "共有61名教师被评为先进个人。"),
        ("走访困难农户170户。", "走访 困难\n农户170户。"),
        ("社会满意度达98.71%。", "社会满意度达99%。"),
    ],
)
def test_another_draft_of_the_same_sentence_has_the_same_phrase(one: str, other: str):
    assert _phrases(one) == _phrases(other) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("评选出一等奖2名。", "评选出二等奖2名。"),
        ("走访困难农户17户。", "走访困难农户17户次。"),
        ("5名教师获省级表彰。", "5名教师获市级表彰。"),
        ("走访困难农户17户。", "走访企业17家。"),
    ],
)
def test_what_counts_something_else_has_another_phrase(one: str, other: str):
    assert _phrases(one) != _phrases(other)


def test_a_short_subject_is_told_by_its_whole_clause():
    (first,), (second,) = _phrases("我市有9名。"), _phrases("高分段我市有9名。")
    assert first != second


@given(_TEXTS)
def test_it_holds_for_any_text(text: str):
    for phrase in _phrases(text):
        assert len(phrase.subject) <= SUBJECT_LENGTH
        assert len(phrase.word) <= WORD_LENGTH
        assert len(phrase.scope) <= SCOPE_LENGTH
        assert phrase.word


@given(st.text(max_size=80))
def test_normalising_twice_changes_nothing_more(words: str):
    assert normal(normal(words)) == normal(words)


@given(_TEXTS, st.integers(0, 10**9))
def test_numbers_width_and_spaces_do_not_matter(words: str, number: int):
    said = f"{words}甲{number}乙"
    assert normal(said) == normal(f"{words}甲7乙")
    assert normal(said) == normal(unicodedata.normalize("NFKC", said))
    assert normal(said) == normal("　".join(said.split()))
