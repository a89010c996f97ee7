"""Every finding has its sentence in both languages."""

import re

import pytest
from django.utils import translation

from youju.claims.arithmetic import SENTENCES, Finding
from youju.claims.arithmetic_words import sentence_of


@pytest.mark.parametrize("language", ["en", "zh-hans"])
@pytest.mark.parametrize("code", SENTENCES)
def test_it_says_what_the_plain_sentence_says(code: str, language: str):
    params = {name: f"<{name}>" for name in re.findall(r"{(\w+)}", SENTENCES[code])}
    with translation.override(language):
        said = sentence_of(Finding(code, (0, 1), (2, 3), params))
    assert all(value in said for value in params.values())
    assert "%(" not in said
