"""The sheets of an xlsx, hidden ones too, row by row; and what is pinned to their cells."""

from collections.abc import Iterator
from typing import NamedTuple
from zipfile import ZipFile

from django.conf import settings
from lxml import etree
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, open_archive
from youju.gate.reading.markup import attribute, below, check_tags, local, parsed
from youju.gate.rules.line import Line

_ON = ("1", "true")
_WIDEST = 16_384
_BEYOND_EXACT = 10**15
# So many places between cells a sheet may have: one cell far to the right in each of many rows would fill the memory.
_MOST_PLACES = 20_000_000


class _Sheet(NamedTuple):
    name: str
    part: str
    hidden: bool


def read_sheets(upload: Upload) -> Iterator[Line]:
    """Each row as a line, cells between tabs; comments after them. Raises TooComplex, and what the parser does."""
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        check_tags(archive, upload)
        shared = _shared(archive)
        for sheet in _sheets(archive):
            yield Line(upload.name, "name", sheet.name, sheet.name)
            yield from _rows(archive, upload.name, sheet, shared)
        for name in archive.namelist():
            if name.startswith("xl/") and "omment" in name and name.endswith(".xml"):
                yield from _comments(upload.name, parsed(archive, name))


def _sheets(archive: ZipFile) -> Iterator[_Sheet]:
    links = {attribute(each, "Id"): attribute(each, "Target") for each in parsed(archive, "xl/_rels/workbook.xml.rels")}
    for each in below(parsed(archive, "xl/workbook.xml"), "sheet"):
        target = links.get(attribute(each, "id"), "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in archive.namelist():
            yield _Sheet(attribute(each, "name"), part, attribute(each, "state") not in ("", "visible"))


def _shared(archive: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    root = parsed(archive, "xl/sharedStrings.xml")
    return ["".join(text.text or "" for text in below(item, "t")) for item in root if local(item) == "si"]


def _rows(archive: ZipFile, part: str, sheet: _Sheet, shared: list[str]) -> Iterator[Line]:
    number, places, hidden_columns = 0, 0, set[int]()
    with archive.open(sheet.part) as content:
        for _event, element in etree.iterparse(content, resolve_entities=False, no_network=True, load_dtd=False):
            tag = local(element)
            if tag == "col" and attribute(element, "hidden") in _ON:
                first, last = int(attribute(element, "min")), int(attribute(element, "max"))
                hidden_columns.update(range(first, min(last, _WIDEST) + 1))
            elif tag == "row":
                number = int(attribute(element, "r") or number + 1)
                row = _cells(element, shared)
                hidden = sheet.hidden or attribute(element, "hidden") in _ON or bool(hidden_columns & row.keys())
                if row:
                    places += max(row)
                    if places > _MOST_PLACES:
                        raise ValueError(f"{sheet.part} has more than {_MOST_PLACES} places")
                    text = "\t".join(row.get(column, "") for column in range(1, max(row) + 1))
                    yield Line(part, "hidden" if hidden else "cell", sheet.name, text, number)
                element.clear()
                while element.getprevious() is not None:  # else every row stays in memory
                    del element.getparent()[0]
            elif tag in (
                "oddHeader",
                "oddFooter",
                "evenHeader",
                "evenFooter",
                "firstHeader",
                "firstFooter",
                "formula1",
            ):
                yield Line(part, "heading", sheet.name, element.text or "")


def _cells(row: etree._Element, shared: list[str]) -> dict[int, str]:
    """The words of each cell that has any, by its column from 1."""
    found: dict[int, str] = {}
    column = 0
    for cell in row:
        if local(cell) != "c":
            continue
        address = attribute(cell, "r")
        column = column_index_from_string(coordinate_from_string(address)[0]) if address else column + 1
        if text := _text(cell, shared):
            found[column] = " ".join(text.split())
    return found


def _text(cell: etree._Element, shared: list[str]) -> str:
    held = {local(part): part for part in cell}
    if "is" in held:
        return "".join(text.text or "" for text in below(held["is"], "t"))
    value = (held["v"].text or "") if "v" in held else ""
    if attribute(cell, "t") == "s":
        return shared[int(value)] if value else ""
    words = _number(value)
    return f"{words} {held['f'].text}" if "f" in held and held["f"].text and '"' in held["f"].text else words


def _number(value: str) -> str:
    """A whole number as its digits: 1.3812345678E10 is a telephone."""
    try:
        number = float(value)
    except ValueError:
        return value
    return str(int(number)) if "E" in value.upper() and number.is_integer() and abs(number) < _BEYOND_EXACT else value


def _comments(part: str, root: etree._Element) -> Iterator[Line]:
    for each in root.iter():
        if local(each) in ("comment", "threadedComment"):
            text = " ".join(text.text or "" for text in each.iter() if local(text) in ("t", "text"))
            yield Line(part, "comment", attribute(each, "ref"), text)
