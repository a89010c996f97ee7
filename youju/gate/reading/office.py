"""The words of a docx, pptx, xlsx or ofd that no sheet holds: text, headers, notes, comments, what was deleted, what
is hidden, alternative texts of pictures, properties, addresses of links; numbers in whatever no page shows.

One walk does for all parts: paragraphs, rows and cells are called the same in documents and slides.
"""

import re
from collections.abc import Iterator

from django.conf import settings
from lxml import etree

from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, open_archive
from youju.gate.reading.markup import attribute, check_tags, local, parsed
from youju.gate.rules.line import Line, PlaceSort

# Styles, themes and settings hold no words of the writer's; sheets are read by sheet.py.
_WORDLESS = re.compile(
    r"(?:styles|theme\d*|settings|webSettings|fontTable|numbering|\[Content_Types\]|presProps|viewProps|tableStyles|calcChain"
    r"|sharedStrings|workbook|PublicRes|DocumentRes|stylesWithEffects)\.xml$|xl/worksheets/sheet[^/]*\.xml$|xl/.*omments?[^/]*\.xml$"
)
_SORTS: tuple[tuple[str, PlaceSort], ...] = (
    ("comment", "comment"), ("header", "heading"), ("footer", "heading"), ("notes", "heading"),
    ("docProps", "property"), ("customXml", "property"), (".rels", "link"),
)  # fmt: skip
_SAID = ("descr", "title", "alt")
_TEXTS, _BREAKS = {"t", "delText", "instrText", "TextCode"}, {"tab": "\t", "br": " ", "cr": " "}
# Elements of a workbook whose text is shown nowhere: names of its own, conditions.
_NAMED = ("definedName", "formula")
_LONG = re.compile("[0-9]{11}")
_OFF = ("0", "false", "off")


def read_office(upload: Upload) -> Iterator[Line]:
    """The lines of every part. Raises the errors of ``open_archive``, TooComplex, and those of the parser."""
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        check_tags(archive, upload)
        for entry in archive.infolist():
            name = entry.filename
            if not name.endswith((".xml", ".rels", ".vml")):
                continue
            root = parsed(archive, entry)
            if not _WORDLESS.search(name):
                sort: PlaceSort = next((sort for mark, sort in _SORTS if mark in name), "text")
                yield from _lines(upload.name, sort, root)
            if not name.endswith(".rels"):
                yield from (Line(upload.name, "inside", "", said) for said in _unshown(root))


def _lines(part: str, sort: PlaceSort, root: etree._Element) -> Iterator[Line]:
    if sort == "link":
        yield from (
            Line(part, sort, "", target) for target in (attribute(each, "Target") for each in root) if ":" in target
        )
        return
    if not any(local(each) in ("p", "TextCode") for each in root.iter()):
        yield from (Line(part, sort, "", text) for text in _bare(root))
        return
    yield from (Line(part, *_told(each, sort), text) for each, text in _blocks(root) if text.strip())
    for each in root.iter():
        yield from (Line(part, "picture", "", said) for name in _SAID if (said := attribute(each, name)))


def _unshown(root: etree._Element) -> Iterator[str]:
    """Long numbers in names, formats, conditions, lists to choose from, and who changed what."""
    for each in root.iter():
        said = [each.text or ""] if local(each) in _NAMED else []
        said += [str(value) for key, value in each.items() if str(key).rpartition("}")[2] not in (*_SAID, "v")]
        yield from (text for text in said if _LONG.search(text))


def _bare(root: etree._Element) -> Iterator[str]:
    """Texts and values of a part that has no paragraphs: properties, data of charts, caches of pivot tables."""
    for each in root.iter():
        said = (each.text or "").strip() if isinstance(each.tag, str) else ""
        yield from (text for text in (said, attribute(each, "v"), *(attribute(each, name) for name in _SAID)) if text)


def _blocks(parent: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each row of a table and each paragraph outside one with its words, in their order."""
    for child in parent:
        tag = local(child)
        if tag == "tr":
            yield child, "\t".join(" ".join(_words(cell).split()) for cell in child if local(cell) == "tc")
        elif tag in ("p", "TextObject"):
            yield child, _words(child)
        else:
            yield from _blocks(child)


def _words(block: etree._Element) -> str:
    """All words of a block, deleted and hidden ones too, those of its text boxes behind a blank."""
    said = []
    for each in block.iter():
        tag = local(each)
        if tag in _TEXTS:
            said.append(each.text or "")
        elif tag in _BREAKS:
            said.append(_BREAKS[tag])
        elif tag == "p" and each is not block:
            said.append(" ")
    return "".join(said)


def _told(block: etree._Element, sort: PlaceSort) -> tuple[PlaceSort, str]:
    """Where a block stands: that a reader does not see it is worth saying."""
    tags = {local(each): each for each in block.iter()}
    if "del" in tags or "delText" in tags or "moveFrom" in tags:
        return "deleted", ""
    if "vanish" in tags and attribute(tags["vanish"], "val") not in _OFF:
        return "hidden", ""
    return sort, ""
