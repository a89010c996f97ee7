"""Sheet 事项: events, campaigns, titles, trips and contests that several records will belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading, choices_of, labels_of
from youju.bureau.workbook.lines import Action, Hands, Line, Step
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.readers import as_code, as_name, as_names
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.name_codes import code_of
from youju.lib.sheets import Choices, Row, Said, Scalar, Table, as_choice, as_date, listed
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.verbs.occasion_verbs import fits_code, occasion_alias_add, occasion_change, occasion_open

_ENDS_BEFORE = _("the last day is before the first (%(first)s): correct one of the two days")
_TWICE = _("“%(name)s” is already in row %(row)s: one row an occasion; correct one of them")
_UNFIT_CODE = _("“%(code)s” cannot be a code: small letters, digits and hyphens only, at most 60")
_OTHER_SORT = _("“%(name)s” is on record as %(sort)s, and that never changes: correct the cell")
_PROPOSED = _("proposed code of %(name)s: %(code)s")
_OPEN = _("%(name)s (%(sort)s)")
_CHANGE = _("%(old)s: now %(name)s, %(begins)s to %(ends)s")
_ALIAS = _("%(name)s is also found as %(names)s")

HEADINGS = (
    Heading("name", _("Name of the occasion"), _("The full name."), _("Reading Festival 2026"), required=True,
            width=30),
    Heading("sort", _("Sort of occasion"), _("Choose from the list. It is never changed afterwards."), _("event"),
            required=True, width=14, offer=labels_of(tuple(OccasionSort))),
    Heading("unit", _("Unit in charge"), _("Who organises it. Empty: the bureau."), "",
            width=26, offer=unit_labels, offer_from=SHEET),
    Heading("begins", _("Begins on"), _("May be left empty."), "2026-4-1", sort="date", width=14),
    Heading("ends", _("Ends on"), _("May be left empty."), "2026-4-30", sort="date", width=14),
    Heading("names", _("Also called"), _("Further names by which texts speak of it, several with 、 between them."),
            _("Reading for all"), width=30),
    Heading("code", _("Occasion code"), _("Leave it empty for a new one: a code is proposed. It never changes."), "",
            width=24),
)  # fmt: skip


@dataclass(frozen=True)
class OccasionRow:
    """One row as it was read. unit: its code."""

    row: Row
    name: str
    sort: str
    unit: str
    begins: date | None
    ends: date | None
    names: tuple[str, ...]
    code: str


@dataclass(frozen=True)
class OccasionOpen(Step):
    told: OccasionRow
    code: str

    def act(self, hands: Hands) -> None:
        told = self.told
        occasion_open(
            code=self.code,
            sort=told.sort,
            name=told.name,
            unit=hands.unit(told.unit),
            begins=told.begins,
            ends=told.ends,
            aliases=told.names,
            actor=hands.actor,
        )


@dataclass(frozen=True)
class OccasionChange(Step):
    occasion: Occasion
    name: str
    begins: date | None
    ends: date | None

    def act(self, hands: Hands) -> None:
        occasion_change(occasion=self.occasion, name=self.name, begins=self.begins, ends=self.ends, actor=hands.actor)


@dataclass(frozen=True)
class OccasionAliases(Step):
    occasion: Occasion
    names: tuple[str, ...]

    def act(self, hands: Hands) -> None:
        occasion_alias_add(occasion=self.occasion, names=self.names, actor=hands.actor)


def plan_occasions(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan. An empty cell changes nothing of an occasion that is there."""
    known = planning.present.occasions
    by_name = {alias.name: one for one in known.values() for alias in one.aliases.all()}
    by_name |= {one.name: one for one in known.values()}
    taken, seen = set(known), dict[str, int]()
    for told in _rows(table, planning):
        first = min(seen.setdefault(key, told.row.number) for key in {told.name, told.code or told.name})
        if first != told.row.number:
            planning.fault(told.row.source("name"), _TWICE, name=told.name, row=first)
            continue
        occasion = known.get(told.code) if told.code else by_name.get(told.name)
        if occasion is None:
            planning.steps += _opening(told, taken, planning)
        else:
            planning.steps += _changes(told, occasion, planning)


def filled_occasions(present: Present) -> Iterable[dict[str, Scalar]]:
    """The occasions of the bureau's units, as rows of the sheet."""
    for occasion in present.occasions.values():
        unit = occasion.unit.code
        if unit == present.home.code or (unit in present.units and present.units[unit].stands):
            yield {
                "name": occasion.name,
                "sort": str(OccasionSort(occasion.sort).label),
                "unit": written_unit(present, unit),
                "begins": occasion.begins,
                "ends": occasion.ends,
                "names": "、".join(alias.name for alias in occasion.aliases.all()),
                "code": occasion.code,
            }


def _rows(table: Table, planning: Planning) -> Iterator[OccasionRow]:
    sorts = choices_of(tuple(OccasionSort), {"title": ("称号", "评选"), "contest": ("竞赛",), "trip": ("培训",)})
    for row in table.rows():
        told = _read(row, sorts, planning)
        if told.begins and told.ends and told.ends < told.begins:
            row.note("ends", Said(_ENDS_BEFORE, {"first": told.begins}))
        if planning.take(row):
            yield told


def _read(row: Row, sorts: Choices, planning: Planning) -> OccasionRow:
    return OccasionRow(
        row,
        row.need("name", as_name(80)) or "",
        row.need("sort", lambda value: as_choice(value, sorts)) or "",
        row.read("unit", planning.unit_names.read) or planning.present.home.code,
        row.read("begins", as_date),
        row.read("ends", as_date),
        row.read("names", as_names) or (),
        row.read("code", as_code) or "",
    )


def _opening(told: OccasionRow, taken: set[str], planning: Planning) -> Iterator[Step]:
    code = told.code or code_of(told.name, taken, longest=50)
    taken.add(code)
    if not fits_code(code):
        planning.fault(told.row.source("code"), _UNFIT_CODE, code=code)
        return
    if not told.code:
        planning.propose(told.row.source("code"), _PROPOSED, name=told.name, code=code)
    said = Said(_OPEN, {"name": told.name, "sort": OccasionSort(told.sort).label})
    yield OccasionOpen((Line(told.row.source("name"), Action.DECLARED, said),), told, code)


def _changes(told: OccasionRow, occasion: Occasion, planning: Planning) -> Iterator[Step]:
    if told.sort != occasion.sort:
        sort = OccasionSort(occasion.sort).label
        planning.fault(told.row.source("sort"), _OTHER_SORT, name=occasion.name, sort=sort)
        return
    borne = {occasion.name, *(alias.name for alias in occasion.aliases.all())}
    # One that is found by an old name, without its code, is not renamed back by a file of that time.
    name = told.name if told.code else occasion.name
    begins, ends = told.begins or occasion.begins, told.ends or occasion.ends
    if (name, begins, ends) != (occasion.name, occasion.begins, occasion.ends):
        details = {"old": occasion.name, "name": name, "begins": begins or "—", "ends": ends or "—"}
        line = Line(told.row.source("name"), Action.CHANGED, Said(_CHANGE, details))
        yield OccasionChange((line,), occasion, name, begins, ends)
    if new := tuple(alias for alias in told.names if alias not in borne):
        said = Said(_ALIAS, {"name": name, "names": listed(new)})
        yield OccasionAliases((Line(told.row.source("names"), Action.CHANGED, said),), occasion, new)
