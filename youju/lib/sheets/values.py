"""Readers of plain values: what a cell or a form field holds, as text or as yes and no.

A reader takes a scalar and gives a value or nothing where it is blank; it raises ``Unread`` otherwise.
"""

import re
import unicodedata
from datetime import date, datetime, time, timedelta

from youju.lib.sheets.neutral import plain
from youju.lib.sheets.problems import Unread, gettext_noop
from youju.lib.text import one_line, visible

Scalar = str | int | float | bool | date | datetime | time | timedelta | None

# Beyond fifteen digits a spreadsheet keeps zeros.
LARGEST_EXACT = 10**15
_SCIENTIFIC = re.compile(r"[+-]?\d(\.\d+)?E\+?\d{1,3}", re.IGNORECASE)
_YES = frozenset(("是", "有", "对", "√", "✓", "✔", "y", "yes", "true", "1"))
_NO = frozenset(("否", "无", "没有", "×", "✗", "✘", "n", "no", "false", "0"))

LOST_DIGITS = gettext_noop(
    "“%(value)s” is a number in scientific notation whose last digits are lost: "
    "format the cell as text and write all digits again"
)
_NOT_YES_OR_NO = gettext_noop("“%(value)s” is neither yes nor no: write 是 or 否")


def is_blank(value: Scalar) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def shown(value: Scalar) -> str:
    """A value as its reader will recognise it, not longer than a line."""
    text = one_line(_plain_text(value))
    return text if len(text) <= 40 else f"{text[:40]}…"


def normal(value: str) -> str:
    """The text as readers compare it: full-width forms made half-width, blanks at the ends gone."""
    return unicodedata.normalize("NFKC", visible(plain(value))).strip()


def as_text(value: Scalar) -> str:
    """The text of one line; "" where blank. Raises Unread for digits that the spreadsheet has lost."""
    return " ".join(as_lines(value).split())


def as_lines(value: Scalar) -> str:
    """The text with its line ends; "" where blank. Raises Unread as ``as_text``."""
    if is_lost(value):
        raise Unread(LOST_DIGITS, value=shown(value))
    return _plain_text(value)


def is_lost(value: Scalar) -> bool:
    """Whether digits were lost: an id of eighteen digits that was kept as a number."""
    if isinstance(value, str):
        return bool(_SCIENTIFIC.fullmatch(normal(value)))
    return isinstance(value, (int, float)) and abs(value) >= LARGEST_EXACT


def as_yes(value: Scalar) -> bool | None:
    """True for yes, False for no, None where blank. Raises Unread."""
    if is_blank(value):
        return None
    if isinstance(value, bool):
        return value
    said = _plain_text(value).casefold()
    word = unicodedata.normalize("NFKC", said)
    if word in _YES or word in _NO:
        return word in _YES
    raise Unread(_NOT_YES_OR_NO, value=shown(value))


def _plain_text(value: Scalar) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return visible(plain(value)).replace("\xa0", " ").strip()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < LARGEST_EXACT else f"{value:.15g}"
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return str(value)
