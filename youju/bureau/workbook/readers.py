"""Readers of cells that only this workbook has: months, names of a length, codes, numbers of persons."""

import re
from collections.abc import Callable
from datetime import date, datetime

from django.utils.translation import gettext_noop as _

from youju.lib.sheets import Scalar, Unread, as_date, as_list, as_text
from youju.lib.text import name_line

_MONTH = re.compile(r"(\d{4}) ?[-./年] ?(\d{1,2}) ?月?")
_NOT_A_MONTH = _("“%(value)s” is no month: write it as 2025-9 or 2025年9月")
_MID_MONTH = _("“%(value)s” is in the middle of a month: changes of units take effect on the first, write 2025-9")
_NUMBER = re.compile(r"\d{5}")  # of a telephone or a card; a shorter one tells namesakes apart
_WITH_NUMBER = _("there is a number in the name: write the name alone; Youju keeps no telephone and card numbers")
_TOO_LONG = _("this is longer than %(limit)s characters: shorten it")


def as_month(value: Scalar) -> date | None:
    """The first day of a month; None where blank. Raises Unread."""
    text = as_text(value)
    if not text:
        return None
    if isinstance(value, str) and (found := _MONTH.fullmatch(text)):
        return _first(int(found[1]), int(found[2]), text)
    try:
        day = as_date(value)
    except Unread:
        raise Unread(_NOT_A_MONTH, value=text) from None
    if day is None or day.day != 1:
        raise Unread(_MID_MONTH, value=text)
    return day


def as_name(limit: int = 40) -> Callable[[Scalar], str]:
    """A reader of a text of at most so many characters."""

    def read(value: Scalar) -> str:
        return _within(as_text(value), limit)

    return read


def as_name_of(limit: int) -> Callable[[Scalar], str]:
    """A reader of the name of a person or unit; blanks that only make a Chinese name wider are no part of it."""

    def read(value: Scalar) -> str:
        return _within(name_line(as_text(value)), limit)

    return read


def as_person_name(value: Scalar) -> str:
    """A person's name, as ``as_name_of``."""
    name = as_name_of(40)(value)
    if _NUMBER.search(name):
        raise Unread(_WITH_NUMBER)
    return name


def as_names(value: Scalar) -> tuple[str, ...]:
    """Several names of one cell, each once."""
    return tuple(dict.fromkeys(_within(name, 80) for name in as_list(value)))


def as_code(value: Scalar) -> str:
    """A code or log-in name: in small letters, without blanks."""
    return as_text(value).casefold().replace(" ", "")


def as_number(value: Scalar) -> str:
    """What tells persons apart: a number that a filled workbook gave, or a mark of one's own."""
    if isinstance(value, (int, float, date, datetime)):
        return as_text(value)
    text = as_text(value)
    return f"P-{text[2:].casefold()}" if text.casefold().startswith("p-") else text


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise Unread(_TOO_LONG, limit=limit)
    return text


def _first(year: int, month: int, text: str) -> date:
    try:
        return date(year, month, 1)
    except ValueError:
        raise Unread(_NOT_A_MONTH, value=text) from None
