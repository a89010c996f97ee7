"""The ledger's non-empty cells, and their roll-ups that no indicator declares.

One grouped query says which combinations of measure, category, level and occasion hold anything. Their values are
read by the indicators' own compiler, for whichever unit and months a clause names.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from django.db import connection

from youju.claims.lexicon.measure_words import class_of
from youju.indicators.indicator import COUNTING, SHAPES, Card, Indicator, Shape, Text
from youju.ledger.reading import FACT_TABLE, MONTHS_BEFORE
from youju.lib.periods import Period
from youju.records.counting.levels import LEVELS
from youju.records.counting.measures import Measure
from youju.records.heads.occasions import Occasion
from youju.records.kinds import all_measures

_PREFIX, _BETWEEN, _ANY = "cell:", ":", "*"  # as an address can hold them
_PARTS = 5  # measure, category, level, occasion, shape
_NONE, _EACH = Text("", ""), Text("个", "")
_CARD = Card(_NONE, _NONE, _NONE, _NONE, _NONE)
_LEVEL_NAMES = {level.code: Text(level.zh, level.en) for level in LEVELS}
_BY_FORM: dict[str, tuple[Shape, ...]] = {"rank": ("places", "last"), "percent": ("last",)}
# A measure counted in 所 or 个 sums up units as it is.
_UNITS_ALREADY = ("house", "")
_OF_QUANTITIES: tuple[Shape, ...] = ("stock", "sum", "each")


class Cell(NamedTuple):
    """One combination that at least one standing fact has."""

    measure: str
    category: str
    level: str
    occasion: str


class Cut(NamedTuple):
    """Which cells of a measure a roll-up takes: those that equal what it fixes; None takes any."""

    measure: str
    category: str | None = None
    level: str | None = None
    occasion: str | None = None

    def holds(self, cell: Cell) -> bool:
        """Whether the cell lies in the cut."""
        return all(fixed is None or fixed == of_cell for fixed, of_cell in zip(self, cell, strict=True))


Cells = Mapping[str, Sequence[Cell]]
"""Cells by their measure."""


def cells(
    period: Period, size: int, stocks: Sequence[str], occasions: Container[str], units: Sequence[str] = ()
) -> Cells:
    """Every non-empty cell of the period, and for stocks also what came before.

    stocks: measures of which things stay. occasions: those with a name; no text can speak of another. units: codes of
    those whose cells they are; every unit's unless given.
    """
    months, whose = period.every_month, f" AND unit IN ({_places(units)})" if units else ""
    arms = [_held(f"period IN ({_places(months)}){whose}")]
    if stocks:
        arms.append(_held(f"period IN {MONTHS_BEFORE} AND measure IN ({_places(stocks)}){whose}"))
    before: tuple[str | int, ...] = (months[0], *stocks, *units, size) if stocks else ()
    with connection.cursor() as cursor:
        cursor.execute(" UNION ".join(arms), (*months, *units, size, *before))
        held = sorted(map(Cell._make, cursor.fetchall()))
    found: dict[str, dict[Cell, None]] = defaultdict(dict)
    for cell in held:
        found[cell.measure][cell if cell.occasion in occasions else cell._replace(occasion="")] = None
    return {measure: list(some) for measure, some in found.items()}


def _held(where: str) -> str:
    """Grouped by month first, as the covering index is: a void stands in the month of what it takes back."""
    return (
        f"SELECT measure, category, level, occasion FROM {FACT_TABLE} WHERE {where} AND +entry_id < %s "
        "GROUP BY period, measure, category, level, occasion HAVING SUM(n) > 0"
    )


def _places(values: Sequence[object]) -> str:
    return ", ".join(["%s"] * len(values))


def levels_of(indicator: Indicator, found: Cells) -> frozenset[str]:
    """The levels of the facts that an indicator reads."""
    return frozenset(cell.level for cell in _read(indicator, found) if cell.level)


def occasions_of(indicator: Indicator, found: Cells) -> frozenset[str]:
    """The codes of the occasions that the facts an indicator reads belong to; none where one is of a part alone."""
    every = frozenset(cell.occasion for cell in _read(indicator, found))
    return every if len(every) == 1 and "" not in every else frozenset()


# They divide: what their measure adds up to is another number.
_DERIVED = ("ratio", "mean")


def rollups(
    found: Cells, declared: Sequence[Indicator], measures: Mapping[str, Measure], names: Mapping[str, str]
) -> Iterator[Indicator]:
    """Indicators for what the cells add up to where no declared one reads just the same.

    names: of the occasions, by code.
    """
    shapes = _declared_shapes(declared)
    taken = {_signature(one.shape, one.of, _read(one, found)) for one in declared if one.shape not in _DERIVED}
    for measure, every in found.items():
        own = _declared_cells(every, measures.get(measure))
        for cut in _cuts(measure, own):
            if cut.category is None and measures[measure].form == "rank" and measures[measure].categories:
                continue  # 位列全市第一 says nothing without what was ranked
            held = frozenset(cell for cell in own if cut.holds(cell))
            for indicator in _indicators(cut, measures[measure], names, shapes.get(measure)):
                signature = _signature(indicator.shape, indicator.of, held)
                if signature not in taken:
                    taken.add(signature)
                    yield indicator


def find_cell(code: str) -> Indicator | None:
    """The indicator of a cell's code, whether or not the ledger holds anything of it; None where it names none."""
    parts = code.removeprefix(_PREFIX).split(_BETWEEN)
    if not code.startswith(_PREFIX) or len(parts) != _PARTS:
        return None
    measure = all_measures().get(parts[0])
    shape = next((one for one in SHAPES if one == parts[-1]), None)
    if measure is None or shape is None or shape not in measure.shapes:
        return None
    cut = Cut(measure.code, *(None if part == _ANY else part for part in parts[1:-1]))
    if cut.category is not None and cut.category not in measure.categories:
        return None
    names = dict(Occasion.objects.filter(code=cut.occasion).values_list("code", "name")) if cut.occasion else {}
    return _indicator(cut, measure, names, cast(Shape, shape))


def _declared_cells(every: Iterable[Cell], measure: Measure | None) -> list[Cell]:
    """Without what a measure no longer declares."""
    if measure is None:
        return []
    return [cell for cell in every if not cell.category or cell.category in measure.categories]


def _cuts(measure: str, own: Iterable[Cell]) -> Iterator[Cut]:
    """The cuts of a measure, the closest first, so that of equal ones the best described stays."""
    fixed: dict[Cut, None] = {}
    for shown in ((1, 1, 0), (1, 0, 0), (0, 1, 0), (1, 0, 1), (0, 0, 1), (0, 0, 0)):
        for cell in own:
            values = (
                value if show and value else None
                for show, value in zip(shown, (cell.category, cell.level, cell.occasion), strict=True)
            )
            fixed[Cut(measure, *values)] = None
    yield from fixed


def _declared_shapes(declared: Iterable[Indicator]) -> dict[str, Shape]:
    """How the bureau itself counts a measure: the first of its declared indicators that adds up or tells apart."""
    shapes: dict[str, Shape] = {}
    for one in declared:
        if one.shape in ("sum", "stock", "distinct") and one.of in ("", "unit"):
            shapes.setdefault(one.measure, one.shape)
    return shapes


def _indicators(cut: Cut, measure: Measure, names: Mapping[str, str], usual: Shape | None) -> Iterator[Indicator]:
    shapes = (usual,) if usual else _BY_FORM.get(measure.form, _OF_QUANTITIES)
    shape = next((shape for shape in shapes if shape in measure.shapes), None)
    if shape is not None:
        yield _indicator(cut, measure, names, shape)
    if shape != "distinct" and "distinct" in measure.shapes and class_of(measure.word) not in _UNITS_ALREADY:
        yield _indicator(cut, measure, names, "distinct")


def _indicator(cut: Cut, measure: Measure, names: Mapping[str, str], shape: Shape) -> Indicator:
    return Indicator(
        code=_PREFIX + _BETWEEN.join(part or _ANY for part in (*cut, shape)),
        name=_name(cut, measure, names, shape),
        shape=shape,
        card=_CARD,
        scope="subtree",
        measure=measure.code,
        reads=(measure,),
        of="unit" if shape == "distinct" else "",
        word=_EACH if shape == "distinct" else _NONE,
        category=_some(cut.category),
        level=_some(cut.level),
        occasion=_some(cut.occasion),
    )


def _name(cut: Cut, measure: Measure, names: Mapping[str, str], shape: Shape) -> Text:
    parts = [Text(measure.zh, measure.en)]
    if cut.category and (category := measure.categories.get(cut.category)):
        parts.append(Text(category.zh, category.en))
    if cut.level in _LEVEL_NAMES:
        parts.append(_LEVEL_NAMES[cut.level])
    if cut.occasion:
        parts.append(Text(*[names.get(cut.occasion, cut.occasion)] * 2))
    if shape == "distinct":
        parts.append(Text("单位数", "units"))
    return Text(" · ".join(part.zh for part in parts), " · ".join(part.en for part in parts))


def _some(code: str | None) -> tuple[str, ...]:
    return (code,) if code else ()


def _signature(shape: str, of: str, held: frozenset[Cell]) -> tuple[str, str, frozenset[Cell]]:
    return (shape, of, held) if shape in COUNTING else ("", "", held)


def _read(indicator: Indicator, found: Cells) -> frozenset[Cell]:
    return frozenset(cell for code in indicator.measures for cell in found.get(code, ()) if _reads(indicator, cell))


def _reads(indicator: Indicator, cell: Cell) -> bool:
    return (
        (not indicator.category or cell.category in indicator.category)
        and (not indicator.level or cell.level in indicator.level)
        and (not indicator.occasion or cell.occasion in indicator.occasion)
    )
