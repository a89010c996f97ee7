"""What the reader of values does not tell of an xlsx sheet: its extent, formulas, errors, percentages, hidden rows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from zipfile import ZipFile

from lxml import etree

from youju.lib.sheets.amounts import Amounts
from youju.lib.sheets.formulas import AN_ERROR, NO_VALUE, REACHES_OUT, reaches_out
from youju.lib.sheets.letters import place_of
from youju.lib.sheets.limits import NO_WORKBOOK, TOO_FULL, Limits
from youju.lib.sheets.problems import BadWorkbook, Said

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_LINK = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_PERCENTS = frozenset((9, 10))
# Cells beyond here no spreadsheet can hold.
_ROWS, _COLUMNS = 1_048_576, 16_384
# A part that is read as a tree is all in memory, some 200 bytes a tag; a workbook with every format there is has fewer.
_MOST_IN_TREE = 500_000
_ON = ("1", "true")
_LOOKED_AT = ("{*}row", "{*}c", "{*}mergeCell")

Place = tuple[int, int]


@dataclass
class Marks:
    """What was found: rows and columns count from 1. faults: by place, what keeps the cell from being read."""

    rows: int = 0
    columns: int = 0
    faults: dict[Place, Said] = field(default_factory=dict)
    percents: set[Place] = field(default_factory=set)
    hidden: list[int] = field(default_factory=list)


def scan(archive: ZipFile, limits: Limits) -> dict[str, Marks]:
    """The marks of every sheet by its name.

    Raises BadWorkbook where a part is missing or is no XML, and as soon as the sheets come to more than may be read.
    """
    with _xml_errors():
        percents, amounts, found = _percent_styles(archive), Amounts.of(archive, limits), {}
        for name, part in _sheet_parts(archive):
            found[name] = _scan_sheet(archive, part, percents, name, amounts)
            amounts.take_sheet(found[name].rows, found[name].columns)
        return found


@contextmanager
def _xml_errors() -> Iterator[None]:
    try:
        yield
    except BadWorkbook:
        raise
    except (etree.LxmlError, KeyError, ValueError, IndexError) as error:
        raise BadWorkbook(NO_WORKBOOK) from error


def _tree(archive: ZipFile, part: str) -> etree._Element:
    content = archive.read(part)
    if content.count(b"<") > _MOST_IN_TREE:
        raise BadWorkbook(TOO_FULL)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(content, parser)
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise BadWorkbook(NO_WORKBOOK)
    return root


def _sheet_parts(archive: ZipFile) -> list[tuple[str, str]]:
    """Name and part of each sheet. Raises BadWorkbook where two have one name or one part: no program writes that."""
    links = {each.get("Id"): each.get("Target", "") for each in _tree(archive, "xl/_rels/workbook.xml.rels")}
    held, found = set(archive.namelist()), []
    sheets = list(_tree(archive, "xl/workbook.xml").iter(f"{_MAIN}sheet", f"{_STRICT}sheet"))
    for sheet in sheets:
        target = links[sheet.get(_LINK) or sheet.get(_STRICT_LINK)]
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if part in held and "worksheets/" in part:
            found.append((str(sheet.get("name")), part))
    if len({sheet.get("name") for sheet in sheets}) < len(sheets) or len({part for _name, part in found}) < len(found):
        raise BadWorkbook(NO_WORKBOOK)
    return found


def _percent_styles(archive: ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a percentage."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    root = _tree(archive, "xl/styles.xml")
    namespace = root.tag.removesuffix("styleSheet")
    own = {
        int(each.get("numFmtId", "0")) for each in root.iter(f"{namespace}numFmt") if "%" in each.get("formatCode", "")
    }
    formats = root.findall(f"{namespace}cellXfs/{namespace}xf")
    return frozenset(str(at) for at, each in enumerate(formats) if int(each.get("numFmtId", "0")) in own | _PERCENTS)


def _scan_sheet(archive: ZipFile, part: str, percents: frozenset[str], sheet: str, amounts: Amounts) -> Marks:
    marks, row_number, column = Marks(), 0, 0
    with archive.open(part) as content:
        for event, element in etree.iterparse(
            content, events=("start", "end"), tag=_LOOKED_AT, resolve_entities=False, no_network=True, load_dtd=False
        ):
            name = _local(element)
            if event == "start":
                amounts.take_element(name)
            if name == "row" and event == "start":
                row_number, column = int(element.get("r") or row_number + 1), 0
                if element.get("hidden") in _ON:
                    marks.hidden.append(row_number)
            elif name == "c" and event == "end":
                place = _place(element.get("r"), row_number, column + 1)
                column = place[1]
                _mark_cell(marks, place, element, percents, amounts)
                amounts.check_reach(sheet, marks.rows, marks.columns)
            elif name == "row":
                element.clear()
                while element.getprevious() is not None:  # else every row stays in memory
                    del element.getparent()[0]
    return marks


def _local(element: etree._Element) -> str:
    """Its name without the namespace; etree.QName takes ten times as long, for millions of cells."""
    return str(element.tag).rpartition("}")[2]


def _place(address: str | None, row: int, column: int) -> Place:
    if address is None:
        return row, column
    place = place_of(address)
    if place[0] > _ROWS or place[1] > _COLUMNS:
        raise ValueError(address)
    return place


def _mark_cell(marks: Marks, place: Place, cell: etree._Element, percents: frozenset[str], amounts: Amounts) -> None:
    held = {_local(part): part for part in cell if isinstance(part.tag, str)}
    if not held:
        return
    marks.rows, marks.columns = max(marks.rows, place[0]), max(marks.columns, place[1])
    value = held["v"].text if "v" in held else None
    if value and cell.get("t") == "s":
        amounts.take_text(value)
    if "f" in held and reaches_out(held["f"].text or ""):
        marks.faults[place] = Said(REACHES_OUT)
    elif cell.get("t") == "e":
        marks.faults[place] = Said(AN_ERROR, {"value": value or "?"})
    elif "f" in held and value is None:
        marks.faults[place] = Said(NO_VALUE)
    if cell.get("s") in percents:
        marks.percents.add(place)
