"""Sheet 校历: days off and worked weekends that are set here, and the terms of the school year."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.headings import Heading, choices_of, labels_of
from youju.bureau.workbook.lines import Action, Hands, Line, Step
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.readers import as_name
from youju.bureau.workbook.units_sheet import SHEET, unit_labels, written_unit
from youju.lib.sheets import Row, Said, Scalar, Table, as_choice, as_date
from youju.orgs.calendar import DayRule
from youju.orgs.calendar_verbs import TermSpan, day_rule_set, terms_set

_LONGEST = 400


class Stretch(TextChoices):
    """What a row of the calendar says of its days."""

    TERM = "term", gettext_lazy("term")
    OFF = "off", gettext_lazy("days off")
    WORKED = "worked", gettext_lazy("worked weekend")


_ENDS_BEFORE = _("the last day is before the first (%(first)s): correct one of the two days")
_TOO_LONG = _("from %(first)s to %(last)s is more than a year: correct one of the two days")
_TWICE = _("%(what)s is already said in row %(row)s: delete one of the two rows")
_OFF = _("%(first)s to %(last)s off: %(name)s")
_WORKED = _("%(first)s to %(last)s worked: %(name)s")
_TERM = _("%(unit)s: %(name)s, %(first)s to %(last)s")
_OVERLAPS = _(
    "%(name)s shares days with %(other)s (%(first)s to %(last)s), a term of the same unit: correct one of the two, "
    "or delete that one on the page of the calendar"
)
_SOURCE = _("workbook of the bureau")
_PROVISIONAL = _(
    "the days off of %(year)s are not announced yet: what is due then stays provisional until they are entered"
)

HEADINGS = (
    Heading("sort", _("Sort of days"), _("Term, days off, or a weekend that is worked."), _("term"), required=True,
            width=14, offer=labels_of(tuple(Stretch))),
    Heading("name", _("Name of the days"), _("For example first term of 2026–2027, Spring Festival."),
            _("First term 2026-2027"), required=True, width=26),
    Heading("first", _("From day"), _("The first day."), "2026-9-1", required=True, sort="date", width=14),
    Heading("last", _("To day"), _("The last day. Empty: only the one day."), "2027-1-22", sort="date", width=14),
    Heading("unit", _("Unit of the term"), _("Only for a term of one unit and those below it. Empty: the bureau."), "",
            width=26, offer=unit_labels, offer_from=SHEET),
    Heading("source", _("Where it is announced"), _("Document or notice in which it can be read."), "", width=30),
)  # fmt: skip


@dataclass(frozen=True)
class CalendarRow:
    """One row as it was read. first and last are both included; unit: its code."""

    row: Row
    sort: str
    name: str
    first: date
    last: date
    unit: str
    source: str

    @property
    def span(self) -> TermSpan:
        return TermSpan(self.name, self.first, self.last)

    def days(self) -> Iterator[date]:
        return (self.first + timedelta(days=place) for place in range((self.last - self.first).days + 1))


@dataclass(frozen=True)
class TermsSet(Step):
    """All terms of one unit that change, in one go: one moves into days that another has just left."""

    unit: str
    spans: tuple[TermSpan, ...]

    def act(self, hands: Hands) -> None:
        terms_set(unit=hands.unit(self.unit), spans=self.spans, actor=hands.actor)


@dataclass(frozen=True)
class DaysSet(Step):
    days: tuple[date, ...]
    work: bool
    name: str
    source: str

    def act(self, hands: Hands) -> None:
        for day in self.days:
            day_rule_set(day=day, work=self.work, name=self.name, source=self.source, actor=hands.actor)


def plan_calendar(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan: terms, and days that say something else than is on record."""
    seen: dict[object, int] = {}
    rows = list(_rows(table, planning))
    _tell_provisional(rows, planning)
    planning.steps += _terms([told for told in rows if told.sort == Stretch.TERM], planning)
    for told in rows:
        keys: Iterable[object] = [(told.unit, told.name)] if told.sort == Stretch.TERM else told.days()
        said = next((key for key in keys if seen.setdefault(key, told.row.number) != told.row.number), None)
        if said is not None:
            what = said if isinstance(said, date) else told.name
            planning.fault(told.row.source("first"), _TWICE, what=what, row=seen[said])
        else:
            planning.steps += _days(told, planning) if told.sort != Stretch.TERM else ()


def filled_calendar(present: Present) -> Iterable[dict[str, Scalar]]:
    """The terms, and the days that were set by hand: what was announced comes by itself."""
    for term in present.terms.values():
        unit = term.unit.code
        if unit == present.home.code or (unit in present.units and present.units[unit].stands):
            yield {
                "sort": str(Stretch.TERM.label),
                "name": term.name,
                "first": term.first,
                "last": term.last,
                "unit": written_unit(present, unit),
            }
    for rules in _stretches(rule for rule in present.day_rules.values() if rule.by_hand):
        yield {
            "sort": str((Stretch.WORKED if rules[0].work else Stretch.OFF).label),
            "name": rules[0].name,
            "first": rules[0].date,
            "last": rules[-1].date,
            "source": rules[0].source,
        }


def _stretches(rules: Iterable[DayRule]) -> list[list[DayRule]]:
    """Days one after the other that say the same."""
    stretches: list[list[DayRule]] = []
    for rule in sorted(rules, key=lambda rule: rule.date):
        last = stretches[-1][-1] if stretches else None
        if last and (last.work, last.name, last.source, last.date + timedelta(days=1)) == (
            rule.work, rule.name, rule.source, rule.date,
        ):  # fmt: skip
            stretches[-1].append(rule)
        else:
            stretches.append([rule])
    return stretches


def _rows(table: Table, planning: Planning) -> Iterator[CalendarRow]:
    sorts = choices_of(tuple(Stretch), {"off": ("放假", "假期"), "worked": ("调休", "上班", "补班")})
    for row in table.rows():
        sort = row.need("sort", lambda value: as_choice(value, sorts)) or ""
        name = row.need("name", as_name(40)) or ""
        first = row.need("first", as_date)
        last = row.read("last", as_date) or first
        unit = row.read("unit", planning.unit_names.read) or planning.present.home.code
        source = row.read("source", as_name(120)) or ""
        if first and last and last < first:
            row.note("last", Said(_ENDS_BEFORE, {"first": first}))
        elif first and last and (last - first).days > _LONGEST:
            row.note("last", Said(_TOO_LONG, {"first": first, "last": last}))
        if planning.take(row) and first and last:
            yield CalendarRow(row, sort, name, first, last, unit, source)


def _terms(rows: Sequence[CalendarRow], planning: Planning) -> Iterator[Step]:
    """One step a unit whose terms change; one that shares days with a term before it is a fault of its row."""
    there = {key: TermSpan(term.name, term.first, term.last) for key, term in planning.present.terms.items()}
    named = {(told.unit, told.name) for told in rows}
    settled = {key: span for key, span in there.items() if key not in named}
    changed: dict[str, list[CalendarRow]] = {}
    for told in rows:
        key = (told.unit, told.name)
        new = there.get(key) != told.span
        if new:
            changed.setdefault(told.unit, []).append(told)
        for (unit, name), other in settled.items():
            if unit == told.unit and told.span.meets(other) and (new or there.get((unit, name)) != other):
                place = told.row.source("first")
                planning.fault(place, _OVERLAPS, name=told.name, other=name, first=other.first, last=other.last)
                break
        settled.setdefault(key, told.span)
    for unit, tolds in changed.items():
        yield TermsSet(tuple(_term_line(told, planning) for told in tolds), unit, tuple(told.span for told in tolds))


def _term_line(told: CalendarRow, planning: Planning) -> Line:
    details = {"unit": planning.unit_names.name(told.unit), "name": told.name, "first": told.first, "last": told.last}
    return Line(told.row.source("name"), Action.TERMS, Said(_TERM, details))


def _tell_provisional(rows: Sequence[CalendarRow], planning: Planning) -> None:
    """Each year that a term reaches into and whose days off are not known."""
    years: dict[int, str] = {}
    for told in rows:
        for year in (told.first.year, told.last.year):
            if told.sort == Stretch.TERM and date(year, 1, 1) not in planning.present.day_rules:
                years.setdefault(year, told.row.source("first"))
    for year, place in years.items():
        planning.note(place, _PROVISIONAL, year=year)


def _days(told: CalendarRow, planning: Planning) -> Iterator[Step]:
    work, there = told.sort == Stretch.WORKED, planning.present.day_rules
    new = tuple(
        day for day in told.days() if day not in there or (there[day].work, there[day].name) != (work, told.name)
    )
    if not new:
        return
    said = Said(_WORKED if work else _OFF, {"first": new[0], "last": new[-1], "name": told.name})
    line = Line(told.row.source("first"), Action.DAYS, said, len(new))
    yield DaysSet((line,), new, work, told.name, told.source or gettext(_SOURCE))
