"""Tables in a text: each number of a row is read as the sentence that it stands for.

A row is cells between tabs, between | or some blanks apart. 走访农户 in the first column, 2025年 over the number and
户 in the column 单位 make 2025年走访农户170户. So does a line 志愿者（人）：962. What is put in stands for the walls
between cells: places are given back as those of the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from youju.claims.reading.flow import Cut
from youju.claims.reading.page import narrow

_MAYBE = re.compile(r"\t|\|.*\||[^ \n] {2,}[^ \n]|\u3000\u3000|[）)][：:]\s?[0-9]")
_LINE = re.compile(r"[^\r\n]+")
_WALLS = (re.compile(r"\t"), re.compile(r"\|"), re.compile(r" {2,}|\u3000{2,}"))
_RULE = re.compile(r"[\s|:：+-]+")
_NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?\s?[%％]?")
_YEAR = re.compile(r"((?:19|20)[0-9]{2})年?(?:度|全年)?")
_UNIT_HEAD = re.compile(r"(?:计量)?单\s?位")
_COUNTER = re.compile(r"序号|编号|No\.?")
_CAPTION = re.compile(r"单位[：:]\s?([\u4e00-\u9fff%％]{1,4})")
_BRACKETED = re.compile(r"[（(](?:单位[：:])?([\u4e00-\u9fff%％]{1,4})[）)]")
_SAYS_NOTHING = re.compile(r"数量|数值|数据|数|本年|本期|全年|完成数|完成情况|指标值|实绩|结果|合计|总计|备注")
_TOTAL = re.compile(r"(?:合|总|小|共)\s?计|全[县市区局]")
_LABELLED = re.compile(
    r"(?m)^[ \t]*([\u4e00-\u9fff、]{2,20})([（(]([\u4e00-\u9fff]{1,3})[）)][：:]\s?)([0-9][0-9,.]*)(?=[；;。，,]?\s*$)"
)


class Cell(NamedTuple):
    """What stands between two walls, without the blanks round it."""

    start: int
    end: int
    words: str

    @property
    def is_number(self) -> bool:
        return _NUMBER.fullmatch(self.words) is not None


class Table(NamedTuple):
    """Rows below their heads. labels: how many columns in front say what a row is of. unit: which says in what."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    labels: int
    unit: int
    caption: str

    def label(self, row: Sequence[Cell]) -> str:
        """What a row is of."""
        front = [cell.words for place, cell in enumerate(row[: self.labels]) if place != self.unit]
        return "".join(words for words in front if not _NUMBER.fullmatch(words))

    def head(self, place: int) -> str:
        return self.heads[place] if place < len(self.heads) else ""

    def measure(self, row: Sequence[Cell], place: int) -> str:
        """In what a number is counted: the unit column, a bracket in the head or the label, or the caption."""
        if 0 <= self.unit < len(row):
            return row[self.unit].words
        for words in (self.head(place), self.label(row)):
            if found := _BRACKETED.search(words):
                return found[1]
        return self.caption

    def said(self, row: Sequence[Cell], place: int) -> str:
        """What stands before the number in the sentence that it makes."""
        head = _BRACKETED.sub("", self.head(place))
        year = _YEAR.search(head)
        head = _SAYS_NOTHING.sub("", _YEAR.sub("", head))
        label = _BRACKETED.sub("", self.label(row))
        label = "共" if _TOTAL.fullmatch(label) else label
        return (f"{year[1]}年" if year else "") + label + head

    def numbers(self, row: Sequence[Cell]) -> Iterator[tuple[int, Cell]]:
        """The cells of a row that state a number, with their columns."""
        return ((place, cell) for place, cell in enumerate(row) if place >= self.labels and cell.is_number)


def tables(text: str) -> list[Table]:
    """The tables of a text, in its order; a block of rows without a number is none."""
    if not _MAYBE.search(text):
        return []
    return [table for block in _blocks(text) if (table := _table(*block)) is not None]


def rows(text: str) -> list[list[tuple[Cell, ...]]]:
    """The rows of each table of a text, heads among them, in its order; between bars or tabs also those of words."""
    if not _MAYBE.search(text):
        return []
    found = list(_blocks(text))
    return [block for before, block in found if _is_walled(text, block) or _table(before, block) is not None]


def _is_walled(text: str, block: Sequence[tuple[Cell, ...]]) -> bool:
    """Whether bars or tabs stand between the cells of several rows."""
    first = block[0]
    return len(block) > 1 and any(wall in text[first[0].end : first[1].start] for wall in "|\t")


def cuts(text: str) -> Iterator[Cut]:
    """What is to be put in the place of cells' walls, so that each number stands in a sentence of its own."""
    text = narrow(text)
    if not _MAYBE.search(text):
        return
    for table in tables(text):
        for row in table.rows:
            reached, behind = row[0].start, ""
            for place, cell in table.numbers(row):
                measure = "" if cell.words[-1] in "%％" else table.measure(row, place)
                is_bare = not measure and cell.words[-1] not in "%％"
                yield Cut(reached, cell.start, f"{behind}{table.said(row, place)}{'为' if is_bare else ''}")
                reached, behind = cell.end, f"{measure}。\n"
            if behind:
                yield Cut(reached, max(reached, row[-1].end), behind.rstrip("\n"))
    for found in _LABELLED.finditer(text):
        yield Cut(*found.span(2), "")
        yield Cut(found.end(4), found.end(4), found[3])


def _blocks(text: str) -> Iterator[tuple[str, list[tuple[Cell, ...]]]]:
    """Runs of rows, each with the line before it."""
    rows: list[tuple[Cell, ...]] = []
    before = last = ""
    for line in _LINE.finditer(text):
        if _RULE.fullmatch(line[0]) and rows:
            continue
        cells = _cells(line)
        if len(cells) < 2:
            if rows:
                yield before, rows
            rows, last = [], line[0]
            continue
        if not rows:
            before = last
        rows.append(cells)
    if rows:
        yield before, rows


def _cells(line: re.Match[str]) -> tuple[Cell, ...]:
    wall = next((wall for wall in _WALLS if len(wall.findall(line[0].strip(" |"))) >= 1), None)
    if wall is None or (wall is _WALLS[1] and line[0].count("|") < 2):
        return ()
    cells, at = [], line.start()
    ends = [(found.start(), found.end()) for found in wall.finditer(line.string, line.start(), line.end())]
    for start, end in [*ends, (line.end(), line.end())]:
        words = line.string[at:start]
        begin = at + len(words) - len(words.lstrip())
        cells.append(Cell(begin, max(begin, at + len(words.rstrip())), words.strip()))
        at = end
    outer = [cell for place, cell in enumerate(cells) if cell.words or 0 < place < len(cells) - 1]
    return tuple(outer)


def _table(before: str, block: Sequence[tuple[Cell, ...]]) -> Table | None:
    over = list(takewhile(_is_head, block))
    rows = tuple(block[len(over) :])
    if not rows or (len(rows) == 1 and not over and len(rows[0]) < 2):
        return None
    heads = _joined(over[-2:]) if over else ()
    unit = next((place for place, head in enumerate(heads) if _UNIT_HEAD.fullmatch(head)), -1)
    counted = bool(heads) and _COUNTER.fullmatch(heads[0]) is not None
    labels = _labels(rows, unit, counted=counted)
    if labels == 0 or not any(cell.is_number for row in rows for cell in row[labels:]):
        return None
    caption = _CAPTION.search(before)
    return Table(heads, rows, labels, unit, caption[1] if caption else "")


def _is_head(row: Sequence[Cell]) -> bool:
    """Whether a row states no number, but perhaps years."""
    return not any(cell.is_number and not _YEAR.fullmatch(cell.words) for cell in row)


def _labels(rows: Sequence[Sequence[Cell]], unit: int, *, counted: bool) -> int:
    """How many columns stand before the first of numbers; the first may only count the rows."""
    width = max(map(len, rows))
    for place in range(int(counted), width):
        column = [row[place] for row in rows if place < len(row)]
        if place != unit and sum(cell.is_number for cell in column) * 2 > len(column):
            return place
    return 0


def _joined(over: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    """One head a column, of one row or of two with as many cells."""
    if len(over) == 2 and len(over[0]) == len(over[1]):
        return tuple(f"{upper.words}{lower.words}" for upper, lower in zip(*over, strict=True))
    return tuple(cell.words for cell in over[-1])
