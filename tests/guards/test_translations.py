"""Every text a user can see has its Chinese, with the same places to fill in."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.pofile import read_po
from django.utils.functional import Promise
from django.utils.translation import template

from youju.errors import YoujuError
from youju.records.kinds import FOLDERS
from youju.records.registers import all_registers as registers

_PLACES = re.compile(r"%\(\w+\)[sd]|%[sd]|(?<!\{)\{[^{}]*\}(?!\})")
_KEYWORDS = DEFAULT_KEYWORDS | {
    "gettext_lazy": None,
    # What gettext is called where a file needs gettext_lazy too.
    "_text": None,
    "gettext_noop": None,
    "ngettext_lazy": (1, 2),
    "pgettext_lazy": ((1, "c"), 2),
}
_CATALOG = "locale/zh_Hans/LC_MESSAGES/django.po"
_CATALOGS = sorted(Path("youju").rglob(_CATALOG))
_KINDS = [Path("youju/records", *folder.split(".")) for folder in (*FOLDERS, *registers.FOLDERS)]


_Text = tuple[str, str]
"""A text in English, behind what it is said of: empty unless it means several things in Chinese."""


def _catalog(file: Path) -> dict[_Text, str]:
    with file.open("rb") as content:
        messages = [each for each in read_po(content, locale="zh_Hans") if each.id and not each.fuzzy]
    return {(each.context or "", _first(each.id)): _first(each.string or "") for each in messages}


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _said() -> dict[_Text, Path]:
    """Every text marked for translation, by where it is."""
    said: dict[_Text, Path] = {}
    for file in [*Path("youju").rglob("*.py"), *Path("youju").rglob("*.html")]:
        for message in _python(file) if file.suffix == ".py" else _template(file):
            said[message] = file
    return said


def _python(file: Path) -> list[_Text]:
    found = extract_from_file("python", file, keywords=_KEYWORDS)
    return [(context or "", _first(messages)) for _line, messages, _comments, context in found]


def _template(file: Path) -> list[_Text]:
    """Django turns its tags into calls of gettext, which are then read like any others."""
    calls = template.templatize(file.read_text("utf-8"))
    special = re.findall(r"""\bpgettext\(u?(['"])(.*?)\1, u?(['"])(.*?)(?<!\\)\3\)""", calls, re.DOTALL)
    single = re.findall(r"""(?<![\w])(?:gettext|_)\(u?(['"])(.*?)(?<!\\)\1\)""", calls, re.DOTALL)
    plural = re.findall(r"""ngettext\(u?(['"])(.*?)(?<!\\)\1,""", calls, re.DOTALL)
    found = [(context, text) for _quote, context, _other, text in special]
    found += [("", text) for _quote, text in single + plural]
    return [(context, text.replace("\\'", "'").replace('\\"', '"').replace("\\n", "\n")) for context, text in found]


def test_every_text_has_its_chinese():
    chinese: dict[_Text, str] = {}
    for file in _CATALOGS:
        chinese |= {text: string for text, string in _catalog(file).items() if string}
    missing = [f"{file}: {text!r}" for text, file in _said().items() if text not in chinese]
    assert _said()
    assert not missing, "\n".join(missing)


def test_a_text_has_one_chinese_in_all_catalogues():
    """All catalogues are one at run time: of two that say a text differently, one would be read by nobody."""
    said: dict[_Text, dict[str, Path]] = {}
    for file in _CATALOGS:
        for text, string in _catalog(file).items():
            said.setdefault(text, {}).setdefault(string, file)
    differ = [f"{text!r}: {strings}" for text, strings in said.items() if len(strings) > 1]
    assert not differ, "Say of what it is said (pgettext), or say it alike:\n" + "\n".join(differ)


@pytest.mark.parametrize("kind", _KINDS, ids=str)
def test_a_kind_brings_its_own_chinese(kind):
    chinese = _catalog(kind / _CATALOG)
    files = [*kind.rglob("*.py"), *kind.rglob("*.html")]
    said = {message for file in files for message in (_python(file) if file.suffix == ".py" else _template(file))}
    assert said
    assert {text for text in said if not chinese.get(text)} == set()


@pytest.mark.parametrize("file", _CATALOGS, ids=str)
def test_the_places_to_fill_in_agree(file):
    differ = [
        text
        for (_context, text), string in _catalog(file).items()
        if sorted(_PLACES.findall(text)) != sorted(_PLACES.findall(string))
    ]
    assert differ == []


def test_what_an_error_says_is_translated_when_it_is_shown():
    import_module("youju.config.urls")
    import_module("youju.cli.main")
    at_once = [error for error in _below(YoujuError) if not isinstance(error.sentence, Promise)]
    assert at_once == [], "these have their sentence in English whatever the language: gettext_lazy"


def _below(error: type[YoujuError]) -> Iterator[type[YoujuError]]:
    for each in error.__subclasses__():
        yield each
        yield from _below(each)
