"""Traditional characters are read as simplified ones, in their own places."""

import pytest

from tests.claims.marked import TEXTS, judge, parse_marked
from youju.claims.reading import extract
from youju.lib.traditional import simplified

NAMES = sorted(TEXTS.glob("*-held.txt")) + sorted(TEXTS.glob("*-sealed.txt"))


def traditional(text: str) -> str:
    """A text in traditional characters, as long as it was."""
    from youju.lib.traditional import _table

    back = {simple: code for code, simple in sorted(_table().items(), reverse=True) if code < 0xA000}
    return "".join(chr(back[sign]) if sign in back else sign for sign in text)


@pytest.mark.parametrize(
    ("text", "plain"), [("條個萬億餘戶學校", "条个万亿余户学校"), ("説爲衆裏", "说为众里"), ("著乾", "著乾")]
)
def test_each_character_stands_for_one(text: str, plain: str):
    assert simplified(text) == plain


def test_a_text_without_any_stays_as_it_is():
    text = "走访农户170户 😀"
    assert simplified(text) is text


def test_nearly_all_that_is_found_in_simplified_texts_is_found_in_traditional_ones():
    found = wanted = 0
    for name in NAMES:
        text, figures = parse_marked(name.read_text("utf-8"))
        simple, _, _, _ = judge(text, figures, extract(text))
        other, _, _, _ = judge(traditional(text), figures, extract(traditional(text)))
        found, wanted = found + len(other), wanted + len(simple)

    assert found >= 0.97 * wanted > 0


def test_the_figure_keeps_its_own_characters():
    (claim,) = extract("全年報送信息426條。")
    assert (claim.text, claim.unit, claim.start) == ("426條", "條", 6)
