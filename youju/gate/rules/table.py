"""Rows and columns in lines of text: cells stand between tabs, bars, commas or blanks."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from youju.lib.patterns import late

_BAR, _RULE = "|", late(r"^[\s|:+-]*$")
_MOST_IN_CELL = 40


class Cell(NamedTuple):
    """start, end: in the line, blanks round the text left out."""

    start: int
    end: int
    text: str


class Table(NamedTuple):
    """head: number of the line with the names of the columns; rows: numbers of the lines below it."""

    head: int
    columns: tuple[str, ...]
    rows: tuple[int, ...]


def cells(text: str) -> list[Cell]:
    """The cells of a line; a single one where it is a sentence."""
    mark = next((mark for mark in "\t|, " if mark in text.strip() and (mark != " " or _is_spaced(text))), None)
    if mark is None:
        return [_cell(text, 0, len(text))]
    found = [_cell(text, start, end) for start, end in _pieces(text, mark)]
    if mark == _BAR:  # Markdown draws one before the first and behind the last
        return [cell for cell in found[:1] if cell.text] + found[1:-1] + [cell for cell in found[-1:] if cell.text]
    return found


def tables(texts: Sequence[str], heads: re.Pattern[str]) -> Iterator[Table]:
    """Each run of rows below a line that has a column of such a name, in their order."""
    at = 0
    while at < len(texts):
        columns = tuple(re.sub(r"\s", "", cell.text) for cell in cells(texts[at]))
        if len(columns) < 2 or not any(heads.search(column) for column in columns) or _has_figures(columns):
            at += 1
            continue
        rows = tuple(_rows_below(texts, at, len(columns)))
        if rows:
            yield Table(at, columns, rows)
        at = max([at, *rows]) + 1


def _rows_below(texts: Sequence[str], head: int, width: int) -> Iterator[int]:
    for at in range(head + 1, len(texts)):
        if _RULE.match(texts[at]) and "|" in texts[at]:
            continue
        if len(cells(texts[at])) < min(2, width):
            return
        yield at


def _has_figures(columns: Sequence[str]) -> bool:
    return any(re.fullmatch(r"[0-9.]+", column) for column in columns)


def _is_spaced(text: str) -> bool:
    """Whether blanks part short words, as in a list that was pasted, and not the words of a sentence."""
    words = text.split()
    return len(words) > 1 and max(map(len, words)) <= _MOST_IN_CELL and not re.search("[。;；]", text)


def _pieces(text: str, mark: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in re.finditer(re.escape(mark) + ("+" if mark == " " else ""), text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _cell(text: str, start: int, end: int) -> Cell:
    said = text[start:end]
    return Cell(start + len(said) - len(said.lstrip()), start + len(said.rstrip()), said.strip())
