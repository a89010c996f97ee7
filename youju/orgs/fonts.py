"""The Chinese fonts of this machine. A document without one would show boxes for words."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import typst
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError

BODY = ("Noto Serif CJK SC", "Source Han Serif SC", "FandolSong", "SimSun", "Songti SC")
HEADS = ("Noto Sans CJK SC", "Source Han Sans SC", "FandolHei", "SimHei", "Microsoft YaHei", "PingFang SC")
"""Each list in the order of preference; either stands in for the other."""


class Face(NamedTuple):
    """A kind of letters that official papers ask for. own: the fonts meant; others: what stands in, the nearest first.

    bold: whether what stands in is set in bold.
    """

    zh: str
    own: tuple[str, ...]
    others: tuple[str, ...]
    bold: bool = False


FANGSONG = Face(
    "仿宋_GB2312", ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", "STFangsong"), ("FandolFang R", *BODY, *HEADS)
)
KAITI = Face(
    "楷体_GB2312",
    ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", "STKaiti"),
    ("LXGW WenKai", "FandolKai", *BODY, *HEADS),
)
HEITI = Face("黑体", ("SimHei", "黑体", "STHeiti"), (*HEADS, *BODY), bold=True)
XIAOBIAOSONG = Face(
    "方正小标宋",
    ("FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK"),
    (*BODY, *HEADS),
    bold=True,
)
SONGTI = Face("宋体", ("SimSun", "宋体", "STSong"), (*BODY, *HEADS))
FACES = (FANGSONG, KAITI, HEITI, XIAOBIAOSONG, SONGTI)


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


def families(face: Face) -> tuple[str, ...]:
    """The fonts of this machine that a face is set in: the first, then where it lacks a character.

    Raises NoChineseFont.
    """
    found = tuple(name for name in (*face.own, *face.others) if name in installed())
    if not found:
        raise NoChineseFont()
    return found


def stands_in(face: Face) -> str:
    """The font that is set in place of the one meant, or an empty text where the machine has that one."""
    first = families(face)[0]
    return "" if first in face.own else first


def own_folder() -> Path:
    """The folder into which a bureau puts fonts that it owns; it need not be there."""
    return Path(settings.FONT_FOLDER)


@cache
def installed() -> frozenset[str]:
    """Names of the font families that documents can use."""
    return frozenset(fonts().families())


@cache
def fonts() -> typst.Fonts:
    """Those of the system and the bureau's own, read once in a process."""
    return typst.Fonts(font_paths=[str(own_folder())])
