"""What the sheets of a workbook come to when they are read: of a small file a great deal can be asked many times over.

One text may stand in a million cells, a thousand sheets may each reach to the last row, merged ranges may lie on each
other. None of it is seen by the size of the file, unpacked or not.
"""

from __future__ import annotations  # an array takes its sort of value only in writing

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from youju.lib.sheets.letters import letters_of
from youju.lib.sheets.limits import MEGABYTE, NO_WORKBOOK, TOO_FULL, TOO_MANY_CELLS, UNPACKS_TOO_MUCH, Limits
from youju.lib.sheets.problems import BadWorkbook

_SHARED = "xl/sharedstrings.xml"
_WIDEST = 4  # bytes that a character takes
_TEXTS = ("{*}si", "{*}t")
_MERGED = 20  # a range takes a kilobyte where it is read


@dataclass
class Amounts:
    """How much of the limits is left. lengths: of the texts that cells share, in characters; elements: rows, cells and
    merged ranges, those that hold nothing too.
    """

    limits: Limits
    lengths: array[int] = field(default_factory=lambda: array("L"))
    cells: int = 0
    text: int = 0
    elements: int = 0

    @classmethod
    def of(cls, archive: ZipFile, limits: Limits) -> Amounts:
        """Raises BadWorkbook where the shared texts are more than all cells could hold."""
        return cls(limits, _lengths(archive, limits), limits.cells, limits.unpacked // _WIDEST, 2 * limits.cells)

    def check_reach(self, sheet: str, rows: int, columns: int) -> None:
        """Raise BadWorkbook where a sheet, after those before it, reaches too far."""
        if rows * columns > self.cells:
            raise BadWorkbook(TOO_MANY_CELLS, sheet=sheet, rows=rows, columns=letters_of(columns))

    def take_element(self, name: str) -> None:
        """Count a row, a cell or a merged range, whatever it holds. Raises BadWorkbook where they are too many."""
        self.elements -= _MERGED if name == "mergeCell" else 1
        if self.elements < 0:
            raise BadWorkbook(TOO_FULL)

    def take_text(self, number: str) -> None:
        """Count one cell that shows a shared text. Raises BadWorkbook where they come to too much."""
        at = int(number)
        self.text -= self.lengths[at] if 0 <= at < len(self.lengths) else 0
        if self.text < 0:
            raise _too_much(self.limits)

    def take_sheet(self, rows: int, columns: int) -> None:
        """Count a sheet that was looked through."""
        self.cells -= rows * columns


def check_merged(ranges: Iterable[tuple[tuple[int, int], tuple[int, int]]], rows: int, columns: int) -> None:
    """Raise BadWorkbook where merged ranges lie on each other, as no program writes them.

    ranges: first and last (row, column) from 0; rows, columns: those that hold anything.
    """
    left = rows * columns
    for (top, first), (bottom, last) in ranges:
        left -= max(0, min(bottom + 1, rows) - top) * max(0, min(last + 1, columns) - first)
        if left < 0:
            raise BadWorkbook(NO_WORKBOOK)


def _lengths(archive: ZipFile, limits: Limits) -> array[int]:
    lengths: array[int] = array("L")
    name = next((each for each in archive.namelist() if each.lower() == _SHARED), None)
    if name is None:
        return lengths
    with archive.open(name) as content:
        length, left = 0, 2 * limits.cells
        for _event, element in etree.iterparse(
            content, tag=_TEXTS, resolve_entities=False, no_network=True, load_dtd=False
        ):
            left -= 1
            if left < 0:
                raise BadWorkbook(TOO_FULL)
            if str(element.tag).endswith("}t"):
                length += len(element.text or "")
                continue
            lengths.append(length)
            length = 0
            element.clear()
            while element.getprevious() is not None:  # else every text stays in memory
                del element.getparent()[0]
    return lengths


def _too_much(limits: Limits) -> BadWorkbook:
    return BadWorkbook(UNPACKS_TOO_MUCH, limit=limits.unpacked // MEGABYTE)
