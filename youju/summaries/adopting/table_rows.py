"""The rows of a source's tables, whatever stands between its cells: tabs, bars, or blanks."""

import re
from typing import NamedTuple

from youju.claims.reading.tables import rows

_RULE = re.compile(r"[ \t|:：+-]*[-|][ \t|:：+-]*")

_STATED = re.compile(r"(?!(?:19|20)[0-9]{2}(?:年|$))[0-9]")  # a number, but for a year over a column


class TableRow(NamedTuple):
    """cells: their spans in the source; none of a rule between rows. begins: a table begins with it. is_head: it states
    no number. width: columns of the table.
    """

    cells: tuple[tuple[int, int], ...]
    begins: bool
    is_head: bool
    width: int


def table_rows(source: str) -> dict[int, TableRow]:
    """The rows of all tables, by the place where their line begins without its blanks; rules among them."""
    found: dict[int, TableRow] = {}
    for block in rows(source):
        width = max(map(len, block))
        for number, row in enumerate(block):
            cells = tuple((cell.start, cell.end) for cell in row)
            is_head = not any(_STATED.match(cell.words) for cell in row)
            found[_line_start(source, row[0].start)] = TableRow(cells, number == 0, is_head, width)
        last = source.find("\n", block[-1][-1].end)
        _add_rules(found, source, block[0][0].start, last if last >= 0 else len(source))
    return found


def _add_rules(found: dict[int, TableRow], source: str, start: int, end: int) -> None:
    for line in re.finditer(r"[^\n]+", source[start:end]):
        if _RULE.fullmatch(line[0]):
            found[_line_start(source, start + line.start())] = TableRow((), False, False, 0)


def _line_start(source: str, place: int) -> int:
    begins = source.rfind("\n", 0, place) + 1
    return begins + len(source[begins:place]) - len(source[begins:place].lstrip())
