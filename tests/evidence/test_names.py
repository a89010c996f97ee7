"""Names as people send them become names that are safe to show, store and send back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.evidence.names import extension_of, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("合影.jpg", "合影.jpg"),
        ("2025年 总结（定稿）.docx", "2025年 总结（定稿）.docx"),
        ("../../etc/passwd", "passwd"),
        (r"C:\Users\wang\图.png", "图.png"),
        ("a\0b\r\n.txt", "ab.txt"),
        ("年报\u202egpj.exe", "年报gpj.exe"),
        ("a\u200bb.txt", "ab.txt"),
        ('what?<"a">|*.txt', "what___a____.txt"),
        ("CON.txt", "_CON.txt"),
        ("com1", "_com1"),
        ("-rf.txt", "rf.txt"),
        (".htaccess", "htaccess"),
        ("name. . ", "name"),
        ("e\u0301.txt", "\u00e9.txt"),
        ("", "file"),
        ("///", "file"),
        ("\u202e", "file"),
    ],
)
def test_it_makes_a_name_safe(name: str, safe: str):
    assert safe_name(name) == safe


def test_it_shortens_a_long_name_and_keeps_its_extension():
    assert safe_name("a" * 300 + ".docx") == "a" * 115 + ".docx"


def test_it_shortens_a_chinese_name_to_what_file_systems_hold():
    safe = safe_name("学" * 300 + ".docx")

    assert safe.endswith("学.docx")
    assert len(safe.encode()) <= 240


@given(st.text(max_size=400))
def test_every_name_comes_out_safe_and_stays_as_it_is(name: str):
    safe = safe_name(name)

    assert 0 < len(safe) <= 120
    assert not set(safe) & set('/\\<>:"|?*')
    assert not {unicodedata.category(char) for char in safe} & {"Cc", "Cf", "Cs"}
    assert safe_name(safe) == safe


@pytest.mark.parametrize(
    ("name", "extension"), [("a.JPG", "jpg"), ("a.tar.gz", "gz"), ("a", ""), (".jpg", ""), ("a.", "")]
)
def test_it_tells_the_extension(name: str, extension: str):
    assert extension_of(name) == extension
