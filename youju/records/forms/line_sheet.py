"""A further sheet of a kind: rows that belong to a row of the first, as the attendance of a session does."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_noop, override

from youju.lib.sheets import Column, Row, Scalar

NOT_ASKED = gettext_noop("“%(column)s” is not asked of this row: leave the cell empty")


@dataclass(frozen=True, kw_only=True)
class LineSheet:
    """code, label: the sheet's names. fields: the form's fields that its rows fill.

    columns: in the language now active, without the number by which a row names its record.
    read: a form that knows all else, and the rows of one record; gives what the form would have been sent beside, and
    notes problems on the rows. write: the rows of one record, as exports show them.
    """

    code: str
    label: str | Promise
    fields: tuple[str, ...]
    columns: Callable[[], Sequence[Column]]
    read: Callable[[Any, Sequence[Row]], dict[str, str]]
    write: Callable[[Any], Iterable[Sequence[Scalar]]]


def in_both(label: Any) -> tuple[str, ...]:
    """A label in both languages: a file written in one is read in the other."""
    found = []
    for language in ("zh-hans", "en"):
        with override(language):
            found.append(str(label))
    return tuple(found)


def heading(label: Any) -> str:
    """A label as it heads a column."""
    text = str(label)
    return text[:1].upper() + text[1:]
