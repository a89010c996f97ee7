"""Kind: what the rest of the system knows of one sort of record."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.functional import Promise

from youju.records.base import Record
from youju.records.measures import Measure

if TYPE_CHECKING:
    from youju.records.forms import RecordForm


@dataclass(frozen=True)
class Kind:
    """code: as in references and URLs. help: one sentence on what belongs here."""

    code: str
    label: str | Promise
    help: str | Promise
    model: type[Record]
    form: "type[RecordForm]"
    measures: tuple[Measure, ...] = field(repr=False)
