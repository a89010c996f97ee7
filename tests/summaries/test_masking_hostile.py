"""A text of two hundred thousand letters without a blank or a stop is masked in seconds, whatever it repeats."""

import pytest

from tests.processor import processor_seconds
from youju.summaries.masking.lexicon import Lexicon, Name
from youju.summaries.masking.mask import mask

LEXICON = Lexicon.of({"李明": Name("person:李明", "person", "")})
_SECONDS = 30  # what is not cut short takes minutes or hours


@pytest.mark.parametrize("word", ["a", "a.", "a@", "1", "www.a", "QQ", "《", "“", "唯一", "县", "李老师", " "])
def test_a_text_that_repeats_one_word(word: str):
    assert processor_seconds(lambda: mask(word * (200_000 // len(word)), LEXICON)) < _SECONDS


def test_many_words_chosen_at_once():
    text = "县里开展活动，大家都来了。" * 10_000
    also = ["大家", *(f"词{number}" for number in range(9000))]
    masked: list[str] = []
    assert processor_seconds(lambda: masked.append(mask(text, LEXICON, also=also).text)) < _SECONDS
    assert "大家" not in masked[0]


def test_a_sentence_without_end_is_shown_in_part():
    (remain,) = mask("长" * 5000 + "唯一" + "长" * 5000, LEXICON).remains
    assert remain.said == "唯一"
    assert len(remain.sentence) < 700


@pytest.mark.parametrize("text", ["请寄a.b+c@x-y.example.org。", "邮箱：ab@c.cn", "x，a@b.c.d；"])
def test_addresses_are_still_found(text: str):
    assert "@" not in mask(text, LEXICON).text
