"""The cells of a record's row: what an export writes, and what of it is read again as it was."""

from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from typing import Any

from django.utils.timezone import localtime

from youju.lib.sheets import is_blank
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.forms.person_field import PersonField, Reach
from youju.records.forms.unit_field import NamedUnits, offered_units
from youju.records.heads.ledgered import Ledgered
from youju.records.kind import SheetKind
from youju.records.sheets.columns import FieldColumn, Reads
from youju.records.sheets.offered import Offers


class CellWriter:
    """Writes for one reader. offers: the forms that say how a choice is called, where somebody has them already."""

    def __init__(self, kind: SheetKind, actor: Member, offers: Offers | None = None) -> None:
        self.kind, self.actor = kind, actor
        self._offers = offers or Offers(kind, actor)
        self._labels: dict[tuple[str, ...], str] = {}

    @cached_property
    def _units(self) -> NamedUnits:
        """The units by the names under which they are read again."""
        return NamedUnits(offered_units().prefetch_related("aliases"))

    def cell(self, column: FieldColumn, record: Ledgered) -> Any:
        value = record.told(column.name, self.actor)
        match column.reads:
            case Reads.SEVERAL:
                return "、".join(self._label(column, record, each) for each in value.all())
            case Reads.CHOICE:
                return self._label(column, record, value) if value not in (None, "") else ""
            case Reads.YES:
                return "是" if value else ""
            case Reads.MOMENT:
                return moment_cell(value)
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


def moment_cell(value: datetime | None) -> datetime | None:
    """As a clock at the office shows it."""
    return localtime(value).replace(tzinfo=None, microsecond=0) if value else None


def is_as_written(read: Any, written: Any) -> bool:
    """Whether a cell that was read holds what was written there; a workbook knows neither days nor decimals."""
    if is_blank(read) or is_blank(written):
        return is_blank(read) and is_blank(written)
    if isinstance(read, datetime) and type(written) is date:
        return read == datetime.combine(written, datetime.min.time())
    if isinstance(written, Decimal) and isinstance(read, int | float):
        return Decimal(str(read)) == written
    return type(read) is type(written) and bool(read == written)
