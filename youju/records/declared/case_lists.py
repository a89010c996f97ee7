"""Lists from outside by which cases are moved: each line names a case, and says what the move asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.functional import Promise

from youju.lib.sheets import Column, Row
from youju.records.heads.case import Case


class ListedMove(NamedTuple):
    """What a line asks to be done. done: whether it has been done already, so that a list read twice does it once."""

    case: Case
    values: dict[str, Any]
    done: bool


@dataclass(frozen=True, kw_only=True)
class CaseList:
    """A list that a kind of case reads. action: the move it makes. columns: in the language now active.

    find: of one line and the cases that its reader may read what is asked, or None where a problem was noted on it.
    """

    label: str | Promise
    help: str | Promise
    action: str
    columns: Callable[[], Sequence[Column]]
    find: Callable[[Row, Sequence[Case]], ListedMove | None]
