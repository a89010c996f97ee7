"""Lists from outside whose lines become records or cases: what a platform exports, in its own words and grouping."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise

from youju.lib.sheets import Column, Problem, Table
from youju.orgs.units import Unit


class ListedRecord(NamedTuple):
    """What some lines of a list make together. key: what the list knows it by, so that a list read twice adds it once.

    values: cleaned values of the kind's form. told: the same in words, for a preview.
    """

    key: tuple[str, ...]
    values: dict[str, Any]
    told: str


@dataclass(frozen=True, kw_only=True)
class RecordList:
    """A list that a kind of record reads. columns: in the language now active.

    read: of a table and the unit whose records they become, what the lines make and what is wrong with them.
    """

    label: str | Promise
    help: str | Promise
    columns: Callable[[], Sequence[Column]]
    read: Callable[[Table, Unit], tuple[list[ListedRecord], list[Problem]]]


@dataclass(frozen=True, kw_only=True)
class OpeningList(RecordList):
    """A list whose lines open cases. there: of some keys those by which a case is known already, however it came."""

    there: Callable[[Collection[tuple[str, ...]]], set[tuple[str, ...]]]
