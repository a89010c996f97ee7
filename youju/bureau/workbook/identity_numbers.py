"""Columns that hold identity-card numbers, wherever they stand: Youju keeps none, so the file is refused."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_noop as _

from youju.lib.sheets import Problem, Said, Scalar, Sheet

_DIGITS = 18
_CARD = re.compile(r"\d{6}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
_KEEPS_NONE = _(
    "this column holds identity-card numbers (%(count)s cells), of which Youju keeps none: delete the column and save "
    "the file again"
)


def identity_numbers(sheet: Sheet) -> Iterator[Problem]:
    """One problem a column, at its first such cell."""
    columns: dict[int, list[int]] = {}
    for number, row in enumerate(sheet.rows, 1):
        for at, value in enumerate(row, 1):
            if _is_card(value):
                columns.setdefault(at, []).append(number)
    for at, numbers in columns.items():
        yield Problem(sheet.address(numbers[0], at), Said(_KEEPS_NONE, {"count": len(numbers)}))


def _is_card(value: Scalar) -> bool:
    """Also of one that a spreadsheet has taken for a number: the first fifteen digits are still there."""
    if isinstance(value, str):
        return len(value) >= _DIGITS and _CARD.fullmatch(value.strip().strip("'")) is not None
    if isinstance(value, (int, float)) and 1e17 <= value < 1e18:
        return _CARD.fullmatch(f"{int(value):d}") is not None
    return False
