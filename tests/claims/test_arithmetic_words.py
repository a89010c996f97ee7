"""Every finding has its sentence in both languages."""

import pytest
from django.utils import translation

from youju.claims.arithmetic import CODES, Finding, find_arithmetic
from youju.claims.reading import extract
from youju.claims.telling.arithmetic_words import sentence_of


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_said_with_all_that_was_found(code: str, language: str) -> None:
    params = {name: f"<{name}>" for name in CODES[code]}
    with translation.override(language):
        said = sentence_of(Finding(code, (0, 1), (2, 3), params))
    assert all(value in said for value in params.values())
    assert "%(" not in said


def test_it_says_the_sum_in_plain_chinese() -> None:
    text = "举办活动50场，其中镇30场、校25场。"
    [finding] = find_arithmetic(text, extract(text))
    with translation.override("zh-hans"):
        assert sentence_of(finding) == "各部分相加30场 + 25场 = 55，总数却写作50场。"
