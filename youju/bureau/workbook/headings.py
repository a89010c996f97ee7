"""The columns of the bureau's workbook, each declared once: it is read, explained and offered from there."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext

from youju.bureau.workbook.present import Present
from youju.lib.sheets import Choice, Choices, Column, Scalar

_LANGUAGES = ("zh-hans", "en")


class Heading(NamedTuple):
    """name: how code calls the column; label, help and example: English msgids. offer: what its drop-down lists.

    offer_from: the sheet, an English msgid, whose first column is offered too, as it is being filled in.
    """

    name: str
    label: str
    help: str
    example: str = ""
    required: bool = False
    sort: str = "text"
    width: int = 16
    offer: Callable[[Present], Sequence[str]] | None = None
    offer_from: str = ""


def read_columns(headings: Sequence[Heading]) -> tuple[Column, ...]:
    """The columns as they are looked for, under the names of either language."""
    return tuple(
        Column(heading.name, gettext(heading.label), aliases=names_of(heading.label), required=heading.required)
        for heading in headings
    )


def written_columns(headings: Sequence[Heading], present: Present) -> tuple[Column, ...]:
    """The columns as a template has them, in the language now active."""
    return tuple(
        Column(
            heading.name,
            gettext(heading.label),
            required=heading.required,
            help=gettext(heading.help),
            example=gettext(heading.example) if heading.example else "",
            choices=heading.offer(present) if heading.offer else (),
            choices_typed_in=gettext(heading.offer_from) if heading.offer_from else "",
            width=heading.width,
            sort=heading.sort,
        )
        for heading in headings
    )


def names_of(label: str | Promise) -> tuple[str, ...]:
    """A label in every language there is."""
    found = []
    for language in _LANGUAGES:
        with translation.override(language):
            found.append(gettext(label) if isinstance(label, str) else str(label))
    return tuple(found)


def choices_of(listed: Sequence[TextChoices], other: dict[str, tuple[str, ...]] | None = None) -> Choices:
    """Members of an enumeration as they may be written: by code, by label in either language, or otherwise."""
    return Choices(
        Choice(value.value, str(value.label), (*names_of(value.label), *(other or {}).get(value.value, ())))
        for value in listed
    )


def labels_of(listed: Sequence[TextChoices]) -> Callable[[Present], Sequence[str]]:
    """What the drop-down of an enumeration lists."""
    return lambda _present: [str(value.label) for value in listed]


def cell(value: Scalar) -> Scalar:
    """A value as a filled workbook holds it: nothing where there is none."""
    return None if value == "" else value
