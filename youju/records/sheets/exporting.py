"""Records as sheets: the columns in which they come in, where they stand, and further sheets for their lines."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any, BinaryIO

from django.db import transaction
from django.db.models import QuerySet
from django.utils.timezone import localtime

from youju.lib.batches import batches
from youju.lib.sheets import Scalar, write_csv, write_rows
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.unit_field import NamedUnits, offered_units
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import SheetKind
from youju.records.kinds import specific
from youju.records.reading.access import confidential, visible_to
from youju.records.sheets.columns import (
    FieldColumn,
    Reads,
    field_columns,
    move_columns,
    number_column,
    ref_column,
    told_columns,
)
from youju.records.sheets.offered import Offers

Cells = list[Scalar | Decimal]


class Export:
    """The records of a kind among heads that a member may read, in their order; read in batches, however many.

    What is confidential stays out, but for whoever handles it.
    """

    def __init__(self, *, kind: SheetKind, heads: "QuerySet[Ledgered]", actor: Member) -> None:
        self.kind, self.actor = kind, actor
        self.heads = heads.filter(kind=kind.code).exclude(confidential(actor))
        self.columns = (*field_columns(kind), *move_columns(kind))
        self._offers = Offers(kind, actor)
        self._labels: dict[tuple[str, ...], str] = {}

    @cached_property
    def _units(self) -> NamedUnits:
        """The units by the names under which they are read again."""
        return NamedUnits(offered_units().prefetch_related("aliases"))

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
            own = [self._cell(column, record) for column in self.columns]
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

    def _cell(self, column: FieldColumn, record: Ledgered) -> Any:
        value = record.told(column.name, self.actor)
        match column.reads:
            case Reads.SEVERAL:
                return "、".join(self._label(column, record, each) for each in value.all())
            case Reads.CHOICE:
                return self._label(column, record, value) if value not in (None, "") else ""
            case Reads.YES:
                return "是" if value else ""
            case Reads.MOMENT:
                return _moment(value)
            case Reads.PERSON:
                assert isinstance(column.field, PersonField)
                return _person(column.field, record, value)
            case _ if isinstance(value, Unit):
                return self._units.label(value)
            case _:
                return value if isinstance(value, (str, int, Decimal, date)) else ""

    def _label(self, column: FieldColumn, record: Ledgered, value: Any) -> str:
        """The name of a choice as it is read back; its code where it cannot be chosen any more."""
        code = str(getattr(value, "code", value))
        typed = {name: [_key(getattr(record, name))] for name in self.kind.form.FOLLOWS.get(column.name, ())}
        key = (column.name, code, *(texts[0] for texts in typed.values()))
        if key not in self._labels:
            if len(self._labels) > 50_000:
                self._labels.clear()
            self._labels[key] = self._asked(column.name, code, typed)
        return self._labels[key]

    def _asked(self, name: str, code: str, typed: dict[str, list[str]]) -> str:
        if self._offers.field(name, typed) is None:
            return code
        choices = self._offers.choices(name, typed).choices
        return next((choices.label(choice) for choice in choices.all if choice.code == code), code)


def _key(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "pk", value))


def _person(field: PersonField, record: Ledgered, value: Any) -> str:
    (cells,) = field.written([value], record.unit, record.happened)
    name, where = cells
    return f"{name}（{where}）" if where and field.reach == Reach.COUNTY else name


def _told(record: Ledgered) -> Sequence[Any]:
    verified = record.verified_at
    return (
        record.version,
        record.state_label,
        str(record.author),
        str(record.verifier or ""),
        _moment(verified),
    )


def _moment(value: datetime | None) -> datetime | None:
    """As a clock at the office shows it."""
    return localtime(value).replace(tzinfo=None, microsecond=0) if value else None


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
