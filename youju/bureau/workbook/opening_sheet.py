"""Sheet 期初: what was in force or was counted before the bureau began, one measure a row, with its document."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading
from youju.bureau.workbook.opening_cells import (
    as_measure,
    level_choices,
    measure_choices,
    read_category,
    read_day,
    read_quantity,
    read_since,
    read_whole,
)
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.readers import as_name
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.sheets import (
    Choices,
    Row,
    Said,
    Scalar,
    Table,
    as_choice,
)
from youju.records.counting.measures import Measure
from youju.records.forms.stated_form import named
from youju.records.opening.models import OpeningFigure

_LARGER = _("the part (%(part)s) is larger than the whole (%(whole)s): correct one of the two")
_NAME_IT = _("“%(name)s” holds on until it ends: write the name of what is in force, for example of the title")

HEADINGS = (
    Heading("sort", _("What is counted (sheet)"),
            _("Choose from the list: titles, rules and things in force, or a total."), "", required=True, width=24,
            offer=lambda _present: measure_choices().labels()),
    Heading("category", _("Which sort"), _("Only where what is counted has sorts: the name of one of them."), "",
            width=20),
    Heading("level", _("Level (sheet)"), _("Of which level the title or event is. May be left empty."), "", width=10,
            offer=lambda _present: level_choices().labels()),
    Heading("unit", _("Unit it is of"), _("Empty: the bureau, with all its units."), "",
            width=26, offer=unit_labels, offer_from=SHEET),
    Heading("title", _("Name of it"), _("Of a title, a programme or a rule its name. Empty for a total."), "",
            width=30),
    Heading("value", _("How many"), _("As the document states it. Empty for one thing by its name: 1."), "",
            sort="decimal", width=12),
    Heading("whole", _("Out of how many"), _("Only for what is a part of a whole."), "", sort="whole", width=12),
    Heading("since", _("Counted from day"), _("Of a total the first day. Empty: 1 January of the year of the last."),
            "", sort="date", width=14),
    Heading("day", _("As of day"), _("The last day that the figure tells of. Empty: the day before the bureau begins "
            "here, or the last day of last year."), "", sort="date", width=14),
    Heading("document", _("Document that states it"),
            _("A summary, a decision, a list: whoever confirms looks there."), "", required=True, width=36),
    Heading("publisher", _("Whose document"), _("Whose document it is. May be left empty."), "", width=20),
)  # fmt: skip


@dataclass(frozen=True)
class OpeningRow:
    """One row as it was read. quantity: scaled by the measure; unit: its code; since and day: both included."""

    row: Row
    measure: Measure
    category: str
    level: str
    unit: str
    title: str
    quantity: int
    whole: int | None
    since: date | None
    day: date
    document: str
    publisher: str

    @property
    def known_by(self) -> tuple[object, ...]:
        """By what it is the same figure as one on record: a total needs no name."""
        return identity(self.measure, self.unit, self.category, self.level, self.day, self.title)


def identity(measure: Measure, unit: str, category: str, level: str, day: date, title: str) -> tuple[object, ...]:
    """What makes two statements one: of what holds on the name too."""
    return measure.code, unit, category, level, day, title if measure.lasting else ""


def read_opening(table: Table, planning: Planning) -> Iterable[OpeningRow]:
    """The rows that can be planned with; the others' faults go to the plan."""
    measures, levels, known = measure_choices(), level_choices(), OpeningFigure.measures()
    for row in table.rows():
        code = row.need("sort", lambda value: as_measure(value, measures))
        told = _read(row, known[code], levels, planning) if code else None
        if planning.take(row) and told:
            yield told


def filled_opening(present: Present) -> Iterable[dict[str, Scalar]]:
    """The opening figures that stand or wait, of units that stand."""
    measures, levels, known = measure_choices(), level_choices(), OpeningFigure.measures()
    for figure in present.openings:
        unit = figure.unit.code
        if unit != present.home.code and not (unit in present.units and present.units[unit].stands):
            continue
        measure = known[figure.sort]
        yield {
            "sort": measures.label(measures.find(figure.sort)),
            "category": named(measure.categories[figure.category]) if figure.category else "",
            "level": levels.label(levels.find(figure.level)) if figure.level else "",
            "unit": written_unit(present, unit),
            "title": figure.title if measure.lasting else "",
            "value": str(figure.value),
            "whole": figure.whole,
            "since": figure.counted_from,
            "day": figure.happened,
            "document": figure.document,
            "publisher": figure.publisher,
        }


def _read(row: Row, measure: Measure, levels: Choices, planning: Planning) -> OpeningRow:
    day = read_day(row)
    told = OpeningRow(
        row,
        measure,
        read_category(row, measure),
        row.read("level", lambda value: as_choice(value, levels)) or "",
        row.read("unit", planning.unit_names.read) or planning.present.home.code,
        row.read("title", as_name(80)) or "",
        read_quantity(row, measure),
        read_whole(row, measure),
        read_since(row, measure, day),
        day,
        row.need("document", as_name(160)) or "",
        row.read("publisher", as_name(80)) or "",
    )
    if told.whole is not None and told.quantity > told.whole:
        row.note("whole", Said(_LARGER, {"part": told.quantity, "whole": told.whole}))
    if measure.lasting and not told.title and not row.has_fault("title"):
        row.note("title", Said(_NAME_IT, {"name": named(measure)}))
    return told
