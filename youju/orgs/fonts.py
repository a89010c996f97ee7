"""The Chinese fonts of this machine. A document without one would show boxes for words."""

from functools import cache

import typst
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError

BODY = ("Noto Serif CJK SC", "Source Han Serif SC", "FandolSong", "SimSun", "Songti SC")
HEADS = ("Noto Sans CJK SC", "Source Han Sans SC", "FandolHei", "SimHei", "Microsoft YaHei", "PingFang SC")
"""Each list in the order of preference; either stands in for the other."""


class NoChineseFont(YoujuError):
    code, status = "no-chinese-font", 503
    sentence = _(
        "This machine has no Chinese font, so a PDF would show boxes for words. Install one (Debian: "
        "fonts-noto-cjk), or take another format."
    )


def chinese(preferred: tuple[str, ...]) -> str:
    """The first of these fonts that is there, else any Chinese font. Raises NoChineseFont."""
    there = installed()
    found = next((name for name in (*preferred, *BODY, *HEADS) if name in there), None)
    if found is None:
        raise NoChineseFont()
    return found


@cache
def installed() -> frozenset[str]:
    """Names of the font families that documents can use."""
    return frozenset(typst.Fonts().families())
