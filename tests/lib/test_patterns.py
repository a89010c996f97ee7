"""Patterns that are compiled when they are first looked for."""

import re

import pytest

from youju.lib.patterns import late


def test_a_late_pattern_finds_what_a_compiled_one_finds() -> None:
    pattern, text = late("[a-c]+(?P<it>[0-9])", re.IGNORECASE), "ab1 -- C2"

    assert [found["it"] for found in pattern.finditer(text)] == ["1", "2"]
    assert [bool(pattern.search(each)) for each in ("xc3", "xc")] == [True, False]


def test_a_late_pattern_is_compiled_once_and_only_when_something_is_asked_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compiled, compile = [], re.compile

    def counted(pattern: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(pattern)
        return compile(pattern, flags)

    monkeypatch.setattr(re, "compile", counted)

    pattern = late("a+")
    assert compiled == []

    for _again in range(3):
        assert pattern.search("caat")
    assert compiled == ["a+"]


def test_a_pattern_that_is_none_is_raised_when_it_is_first_asked() -> None:
    pattern = late("(")

    with pytest.raises(re.error):
        pattern.search("a")
