"""Radicals read as the characters they look like, one for one."""

import unicodedata

from youju.claims.reading.page import narrow
from youju.lib.radicals import CHARACTERS


def test_each_stands_for_one_character_of_writing():
    assert all(len(character) == 1 and ord(character) >= 0x3400 for character in CHARACTERS.values())
    assert all("RADICAL" in unicodedata.name(chr(code)) for code in CHARACTERS)


def test_a_pasted_text_is_read_through_them():
    assert narrow("⻘⼭⼩学⼈⺠⾛访⼗⼆户") == "青山小学人民走访十二户"
