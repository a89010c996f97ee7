"""Completeness: how much of what was asked is met, unit by item. Of evidence; never a rank."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db.models import Count, QuerySet

from youju.lib import clock
from youju.orgs.units import Unit
from youju.plans.dues import Due, DueState
from youju.plans.items import PlanItem

_ANSWERED = (DueState.MET, DueState.ZERO)


class Cell(NamedTuple):
    """What one unit owes of one item: answered, of those due, whose day is over; excused and still to come apart."""

    answered: int
    due: int
    excused: int
    coming: int

    @property
    def asked(self) -> bool:
        return bool(self.due or self.excused or self.coming)

    @property
    def open(self) -> int:
        return self.due - self.answered


EMPTY = Cell(0, 0, 0, 0)


class Line(NamedTuple):
    """One unit with its cells in the order of the items, and all of them together."""

    unit: Unit
    cells: list[Cell]
    total: Cell


class Table(NamedTuple):
    items: list[PlanItem]
    lines: list[Line]
    totals: list[Cell]
    total: Cell


def table_of(dues: QuerySet[Due], items: Iterable[PlanItem]) -> Table:
    """The table of these dues. Three queries, however many units and items."""
    items = list(items)
    places = {item.pk: place for place, item in enumerate(items)}
    counts: dict[tuple[int, int], Cell] = defaultdict(lambda: EMPTY)
    today = clock.today()
    rows = dues.exclude(state=DueState.WITHDRAWN).order_by().values_list("unit", "item", "state")
    fallen = rows.filter(due_on__lt=today).annotate(number=Count("pk"))
    coming = rows.filter(due_on__gte=today).annotate(number=Count("pk"))
    for over, found in ((True, fallen), (False, coming)):
        for unit, item, state, number in found:
            if item in places:
                counts[unit, places[item]] = _added(counts[unit, places[item]], _cell(state, number, over=over))
    units = Unit.objects.filter(pk__in={unit for unit, _place in counts}).order_by("kind", "code")
    lines = [_line(unit, [counts.get((unit.pk, place), EMPTY) for place in range(len(items))]) for unit in units]
    totals = [_sum(line.cells[place] for line in lines) for place in range(len(items))]
    return Table(items, lines, totals, _sum(totals))


def _cell(state: str, number: int, *, over: bool) -> Cell:
    if state == DueState.EXCUSED:
        return Cell(0, 0, number, 0)
    if not over:  # what is met early counts once its day is over, as in the ledger
        return Cell(0, 0, 0, number)
    return Cell(number if state in _ANSWERED else 0, number, 0, 0)


def _line(unit: Unit, cells: list[Cell]) -> Line:
    return Line(unit, cells, _sum(cells))


def _added(one: Cell, other: Cell) -> Cell:
    return Cell(*(left + right for left, right in zip(one, other, strict=True)))


def _sum(cells: Iterable[Cell]) -> Cell:
    total = EMPTY
    for cell in cells:
        total = _added(total, cell)
    return total
