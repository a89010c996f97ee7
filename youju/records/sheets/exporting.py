"""Records as sheets: the columns in which they come in, where they stand, and further sheets for their lines."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, BinaryIO

from django.db import transaction
from django.db.models import QuerySet

from youju.lib.batches import batches
from youju.lib.sheets import Scalar, write_csv, write_rows
from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import SheetKind
from youju.records.kinds import specific
from youju.records.reading.access import confidential, visible_to
from youju.records.sheets.cells import CellWriter, moment_cell
from youju.records.sheets.columns import (
    field_columns,
    move_columns,
    number_column,
    ref_column,
    told_columns,
)

Cells = list[Scalar | Decimal]


class Export:
    """The records of a kind among heads that a member may read, in their order; read in batches, however many.

    What is confidential stays out, but for whoever handles it.
    """

    def __init__(self, *, kind: SheetKind, heads: "QuerySet[Ledgered]", actor: Member) -> None:
        self.kind, self.actor = kind, actor
        self.heads = heads.filter(kind=kind.code).exclude(confidential(actor))
        self.columns = (*field_columns(kind), *move_columns(kind))
        self._writer = CellWriter(kind, actor)

    def count(self) -> int:
        return self.heads.count()

    def confidential_count(self) -> int:
        """How many of them nobody else could have taken along."""
        return self.heads.filter(confidential()).count()

    def write_xlsx(self, out: BinaryIO) -> None:
        """The workbook as the template has it, lines on sheets of their own."""
        main = [(str(self.kind.label), self._main_columns(), self.rows())]
        lines = [
            (str(line.label), [number_column(), *line.columns()], self._line_rows(line)) for line in self.kind.lines
        ]
        write_rows(out, [*main, *lines])

    def csv(self) -> Iterator[bytes]:
        """The first sheet alone, in pieces."""
        return write_csv(self._main_columns(), self.rows())

    def rows(self) -> Iterator[Cells]:
        for number, record in enumerate(self._records(), 1):
            own = [self._writer.cell(column, record) for column in self.columns]
            yield [record.ref, *([number] if self.kind.lines else []), *own, *_told(record)]

    def _main_columns(self) -> list[Any]:
        number = [number_column()] if self.kind.lines else []
        return [ref_column(), *number, *(column.column() for column in self.columns), *told_columns(self.kind)]

    def _line_rows(self, line: Any) -> Iterator[Cells]:
        for number, record in enumerate(self._records(), 1):
            for cells in line.write(record):
                yield [number, *cells]

    def _records(self) -> Iterator[Ledgered]:
        heads = self.heads.iterator(chunk_size=2000)
        for batch in batches(heads):
            yield from specific(batch)


def _told(record: Ledgered) -> Sequence[Any]:
    verified = record.verified_at
    return (
        record.version,
        record.state_label,
        str(record.author),
        str(record.verifier or ""),
        moment_cell(verified),
    )


def export_of(*, kind: SheetKind, actor: Member, year: int | None = None, unit: int | None = None) -> Export:
    """The records of a kind that a member may read, of a year and a unit where they are named."""
    heads = visible_to(actor).order_by("happened", "pk")
    if year:
        heads = heads.filter(happened__year=year)
    if unit:
        heads = heads.filter(unit=unit)
    return Export(kind=kind, heads=heads, actor=actor)


@transaction.atomic
def export_note(*, export: Export, form: str, actor: Member, asked: Iterable[tuple[str, str]] = ()) -> int:
    """Note that records leave the house, and how many. form: xlsx or csv; asked: by what they were narrowed."""
    count, kept_close = export.count(), export.confidential_count()
    told = {"form": form, "rows": count, "asked": dict(asked)} | ({"confidential": kept_close} if kept_close else {})
    audit.write(actor=actor, action="sheet.export", target=export.kind.code, **told)
    return count
