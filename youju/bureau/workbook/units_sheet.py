"""Sheet 单位: the bureau's offices, towns and schools, and from which month on what is said of them holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading, choices_of, labels_of
from youju.bureau.workbook.present import Present, UnitNow
from youju.bureau.workbook.readers import as_code, as_month, as_name, as_name_of, as_names
from youju.lib.sheets import Choices, Row, Scalar, Table, as_choice
from youju.orgs.units import UnitKind

SHEET = _("Units (sheet)")
KINDS = (UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)


class Fate(TextChoices):
    """What a row says of a unit that is there, beyond what its cells say."""

    CLOSED = "close", gettext_lazy("to be closed")
    MERGED = "merge", gettext_lazy("to be merged")


HEADINGS = (
    Heading("name", _("Unit name"), _("The full name. A name that is written otherwise is a new name for the unit."),
            _("Qingshan Primary School"), required=True, width=30),
    Heading("kind", _("Kind of unit"), _("Choose from the list. It is never changed afterwards."), _("school"),
            required=True, width=10, offer=labels_of(KINDS)),
    Heading("parent", _("Unit above"), _("Name of the town or school above it. Empty for a new unit: the bureau."),
            "", width=22, offer=lambda present: _above(present), offer_from=SHEET),
    Heading("short_name", _("Short name"), _("How lists show it. May be left empty."), _("Qingshan"), width=16),
    Heading("names", _("Other names"), _("Further ways to write it, several with 、 between them."), "", width=22),
    Heading("code", _("Unit code"), _("Leave it empty for a new unit: a code is proposed. It never changes."), "",
            width=24),
    Heading("month", _("Holds from month"),
            _("The month from which a new unit is there, or a change holds. Empty: from the beginning at the first "
              "import, from this month on later."), "", width=14),
    Heading("fate", _("What happens"), _("Only for a unit that is to be closed or merged into another."), "",
            width=10, offer=labels_of(tuple(Fate))),
    Heading("into", _("Merged into"), _("The unit that a merged one becomes part of."), "", width=22),
    Heading("reason", _("Reason of the change"), _("Needed where the month is over already."), "", width=24),
)  # fmt: skip


@dataclass(frozen=True)
class UnitRow:
    """One row as it was read. code: as written, "" where it is left to us."""

    row: Row
    name: str
    kind: str
    parent: Scalar
    short_name: str
    names: tuple[str, ...]
    code: str
    month: date | None
    fate: str
    into: Scalar
    reason: str


def read_units(table: Table) -> list[UnitRow]:
    """Every row; what its readers did not take is noted at the row. Units are looked up later, when all are known."""
    kinds, fates = kind_choices(), choices_of(tuple(Fate), {"close": ("关闭", "停办"), "merge": ("合并",)})
    return [_read(row, kinds, fates) for row in table.rows()]


def kind_choices() -> Choices:
    other = {
        "school": ("小学", "中学", "初中", "高中", "幼儿园", "九年一贯制学校", "职业学校", "特殊教育学校"),
        "town": ("乡", "镇", "街道", "学区"),
        "office": ("股室", "处室", "直属单位", "事业单位"),
    }
    return choices_of(KINDS, other)


def filled_units(present: Present) -> Iterable[dict[str, Scalar]]:
    """The units that are open, as rows of the sheet: those above first."""
    labels = {kind.value: str(kind.label) for kind in KINDS}
    for unit in in_order(present.units.values(), present.home.code):
        if unit.kind in labels:
            yield {
                "name": unit.name,
                "kind": labels[unit.kind],
                "parent": written_unit(present, unit.parent),
                "short_name": unit.short_name,
                "names": "、".join(unit.names),
                "code": unit.code,
            }


def in_order(units: Iterable[UnitNow], top: str) -> list[UnitNow]:
    """Open units in the order of the tree: offices, schools and towns of the bureau, each town before its schools."""
    standing = [unit for unit in units if unit.stands]
    below: dict[str, list[UnitNow]] = {}
    for unit in standing:
        below.setdefault(unit.parent, []).append(unit)

    def walk(code: str) -> Iterable[UnitNow]:
        for unit in sorted(below.get(code, ()), key=lambda one: (UnitKind.values.index(one.kind), one.code)):
            yield unit
            yield from walk(unit.code)

    return list(walk(top))


def written_unit(present: Present, code: str) -> str:
    """How a filled workbook names a unit: by its name, and by its code where another bears the same name."""
    if code == present.home.code:
        return present.home.name
    name = present.units[code].name
    return name if _alone(present, name) else code


def unit_labels(present: Present) -> Sequence[str]:
    """What a drop-down of units lists: the bureau first."""
    units = in_order(present.units.values(), present.home.code)
    return [present.home.name, *(written_unit(present, unit.code) for unit in units)]


def _alone(present: Present, name: str) -> bool:
    return sum(unit.stands and unit.name == name for unit in present.units.values()) == 1


def _above(present: Present) -> Sequence[str]:
    units = in_order(present.units.values(), present.home.code)
    return [present.home.name, *(written_unit(present, unit.code) for unit in units if unit.kind != UnitKind.SCHOOL)]


def _read(row: Row, kinds: Choices, fates: Choices) -> UnitRow:
    return UnitRow(
        row,
        row.need("name", as_name_of(80)) or "",
        row.need("kind", lambda value: as_choice(value, kinds)) or "",
        row.raw("parent"),
        row.read("short_name", as_name_of(40)) or "",
        row.read("names", as_names) or (),
        row.read("code", as_code) or "",
        row.read("month", as_month),
        row.read("fate", lambda value: as_choice(value, fates)) or "",
        row.raw("into"),
        row.read("reason", as_name(200)) or "",
    )
