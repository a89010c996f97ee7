"""The sums of a table: a row 合计 under the rows above it, a column 合计 beside the columns of its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.reading.tables import Cell, Table, tables

_TOTAL = re.compile("(?:合|总|小|共)\\s?计|总数")
_SHARE = re.compile("[%％率占比均]")


def findings(text: str) -> Iterator[Finding]:
    """Compare every total of every table with its parts."""
    for table in tables(text):
        yield from _down(table)
        yield from _across(table)


def _down(table: Table) -> Iterator[Finding]:
    """Under each column, the rows since the last total; 总计 may add up the totals above it instead."""
    for place in range(table.labels, max(map(len, table.rows))):
        parts: list[Cell] = []
        totals: list[Cell] = []
        for row in table.rows:
            cell = row[place] if place < len(row) and row[place].is_number else None
            if cell is None or _SHARE.search(table.head(place) + cell.words):
                continue
            if not _TOTAL.search(table.label(row)):
                parts.append(cell)
                continue
            if len(totals) > 1 and not parts:
                yield from _told(totals, cell)
            elif len(parts) > 1:
                yield from _told(parts, cell)
            parts, totals = [], [*totals, cell]


def _across(table: Table) -> Iterator[Finding]:
    for row in table.rows:
        numbers = dict(table.numbers(row))
        for place, total in numbers.items():
            if not _TOTAL.fullmatch(table.head(place).split("（")[0].strip()):
                continue
            parts = [cell for other, cell in numbers.items() if other != place and not _SHARE.search(table.head(other))]
            alike = {table.measure(row, other) for other in numbers}
            if len(parts) > 1 and len(alike) == 1:
                yield from _told(parts, total)


def _told(parts: Sequence[Cell], total: Cell) -> Iterator[Finding]:
    amount = sum(map(_value, parts), Decimal(0))
    code = "parts-agree" if amount == _value(total) else "parts-differ"
    words = f"{' + '.join(part.words for part in parts)} = {amount}"
    yield found(code, (parts[0].start, parts[-1].end), (total.start, total.end), sum=words, total=total.words)


def _value(cell: Cell) -> Decimal:
    return Decimal(cell.words.replace(",", "").rstrip("%％ "))
