"""What became of a verified record, in the words of the form that asks for it."""

from typing import NamedTuple

from youju.desk.records.cell_words import cell_words
from youju.desk.records.details import Detail
from youju.records.declared.later import Later
from youju.records.heads.record import Record
from youju.records.kind import RecordKind


class Stage(NamedTuple):
    """A later milestone of the record's kind. details: what was noted, once it stands."""

    later: Later
    stands: bool
    details: list[Detail]


def laters_of(kind: RecordKind, record: Record) -> list[Stage]:
    """The later milestones of a record, reached or not; none before it is verified."""
    standing = record.standing()
    return [Stage(later, later.milestone in standing, _details(later, record)) for later in kind.later if standing]


def _details(later: Later, record: Record) -> list[Detail]:
    fields = later.form(instance=record).fields
    found = [
        Detail(str(field.label), _shown(record, name) or cell_words(field, getattr(record, name)))
        for name, field in fields.items()
    ]
    return [detail for detail in found if detail.text]


def _shown(record: Record, name: str) -> str:
    """A choice in words, also one that only time makes and the form does not offer."""
    shown = getattr(record, f"get_{name}_display", None)
    return str(shown()) if shown is not None else ""
