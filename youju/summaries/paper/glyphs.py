"""Which fonts stand in for those that official papers ask for, and what they lack: said in the document itself."""

import re
from functools import cache

from django.utils.translation import gettext as _

from youju.lib.font_coverage import lacks
from youju.orgs.fonts import FACES, FANGSONG, Face, families, fonts, stands_in
from youju.phrases import enumerated
from youju.summaries.paper.layout import Layout

# No font draws them, and a PDF would show boxes: controls, private use, what is no character.
_UNDRAWN = re.compile("[\u0000-\u0008\u000b\u000c\u000e-\u001f\ue000-\uf8ff\ufffe\uffff]")


def remarks(layout: Layout) -> list[str]:
    """Sentences: the fonts that stand in, the rare characters of the text and where they come from."""
    lines = [stand_ins()] if stand_ins() else []
    first, *others = families(FANGSONG)
    rare = _lacked(first, layout.title + "".join(paragraph.text for paragraph in layout.paragraphs))
    for family in others:
        there = rare - _lacked(family, "".join(rare))
        if there:
            lines.append(
                _("%(font)s lacks %(characters)s; %(other)s has them.")
                % {"font": first, "characters": " ".join(sorted(there)), "other": family}
            )
        rare -= there
    if rare:
        codes = " ".join(f"U+{ord(char):04X}" for char in sorted(rare))
        lines.append(_("No font of this machine was found to have %(codes)s.") % {"codes": codes})
    return lines


def shown(text: str) -> str:
    """The text with what cannot be drawn named by its code point instead."""
    lacked = _lacked_by_all("".join(sorted({char for char in text if ord(char) > 0x2E80})))
    return "".join(f"〔U+{ord(c):04X}〕" if c in lacked or _UNDRAWN.match(c) else c for c in text)


def stand_ins() -> str:
    """A sentence that names each font set in place of one that official papers ask for. Raises NoChineseFont."""
    pairs = [(face, stands_in(face)) for face in FACES]
    told = enumerated(_("%(font)s for %(face)s") % {"font": font, "face": face.zh} for face, font in pairs if font)
    return _("Fonts that stand in: %(fonts)s.") % {"fonts": told} if told else ""


def _lacked_by_all(text: str) -> set[str]:
    """The characters that none of a machine's fonts for the body has."""
    rare = set(text)
    for family in _all_families(FANGSONG):
        if not rare:
            break
        rare = _lacked(family, "".join(rare))
    return rare


def _all_families(face: Face) -> tuple[str, ...]:
    """Those of the face first; then every other, as typst looks through them too."""
    return tuple(dict.fromkeys((*families(face), *_places())))


def _lacked(family: str, text: str) -> set[str]:
    """The characters that a font has not; of one whose file cannot be read, none is said to be lacking."""
    path, index = _places().get(family, ("", 0))
    try:
        return lacks(path, index, "".join(char for char in text if not char.isspace())) if path else set()
    except (OSError, ValueError):
        return set()


@cache
def _places() -> dict[str, tuple[str, int]]:
    """The file of each family and its place in it: of its first style."""
    return {font.family: (font.path, font.index) for font in reversed(fonts().fonts()) if font.path}
