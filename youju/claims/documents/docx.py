"""The text of a docx document: paragraphs and tables in their order, then its notes; deletions left out.

python-docx's own text leaves out content controls and inserted text, which WPS and tracked changes use
throughout; so the body is read as it stands.
"""

from collections.abc import Iterable, Iterator
from zipfile import ZipFile

from django.conf import settings
from lxml import etree

from youju.claims.documents.errors import DocumentTooLarge
from youju.evidence.errors import DamagedFile
from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, open_archive, read_part

_RELATIONSHIPS = "_rels/.rels"
_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Not what a reader of the finished text sees: settings, deletions, the old place of moved text,
# how ruby text is spoken, and the second copy of a drawing for programs that cannot show the first.
_UNSEEN = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom", "delText", "instrText", "rt", "Fallback"}
_STRUCK = {"vanish", "strike", "dstrike", "del"}  # hidden, struck out, or a deleted row of a table
_OFF = {"0", "false", "off"}
_NOTES = ("footnotes", "endnotes")


def read_docx(upload: Upload) -> str:
    """A line a paragraph and a table row, cells between tabs. Raises DamagedFile and DocumentTooLarge."""
    document, *notes = _parts(upload)
    body = next((child for child in document if _local(child) == "body"), None)
    if body is None:
        raise DamagedFile(name=upload.name)
    return "\n".join([*lines(body), *(line for note in notes for line in lines(note) if line.strip())])


def _parts(upload: Upload) -> list[etree._Element]:
    """The document, then what holds its notes."""
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        links = read_part(archive, _RELATIONSHIPS, upload)
        targets = [link.get("Target", "") for link in links if link.get("Type", "").endswith("/officeDocument")]
        part = next(iter(targets), "").lstrip("/")
        names = archive.namelist()
        if part not in names:
            raise DamagedFile(name=upload.name)
        beside = [f"{part.rpartition('/')[0]}/{each}.xml" for each in _NOTES]
        return [_part(archive, each, upload) for each in (part, *beside) if each in names]


def _part(archive: ZipFile, name: str, upload: Upload) -> etree._Element:
    if archive.getinfo(name).file_size > settings.CHECK_BYTES:
        raise DocumentTooLarge(name=upload.name, limit=settings.CHECK_BYTES // (1024 * 1024))
    try:
        return etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise DamagedFile(name=upload.name) from error


def lines(parent: Iterable[etree._Element]) -> Iterator[str]:
    """What a reader sees of the blocks in this element: a line a paragraph, the cells of a row between tabs."""
    for child in parent:
        tag = _local(child)
        if tag == "p":
            yield _paragraph(child)
        elif tag == "tr" and not _is_struck(child, "trPr"):
            yield "\t".join(" ".join(filter(None, lines(cell))) for cell in _cells(child))
        elif tag not in _UNSEEN and tag != "tr":  # tables, content controls, insertions: what holds further blocks
            yield from lines(child)


def _cells(parent: etree._Element) -> Iterator[etree._Element]:
    for child in parent:
        if _local(child) == "tc":
            yield child
        elif _local(child) not in _UNSEEN:
            yield from _cells(child)


def _paragraph(paragraph: etree._Element) -> str:
    boxes: list[str] = []
    text = "".join(_runs(paragraph, boxes))
    return "\n".join([text, *boxes])


def _runs(parent: etree._Element, boxes: list[str]) -> Iterator[str]:
    """The texts of a paragraph; what stands in its text boxes goes to ``boxes``, lines of their own."""
    for child in parent:
        tag = _local(child)
        if tag == "t":
            yield child.text or ""
        elif tag in _TEXT:
            yield _TEXT[tag]
        elif tag == "txbxContent":
            boxes.extend(lines(child))
        elif tag not in _UNSEEN and not (tag == "r" and _is_struck(child, "rPr")):
            yield from _runs(child, boxes)


def _is_struck(element: etree._Element, settings_tag: str) -> bool:
    """Whether the settings of a run or a table row say that a reader is not to read it."""
    own = next((child for child in element if _local(child) == settings_tag), ())
    return any(_local(each) in _STRUCK and _value(each) not in _OFF for each in own)


def _value(element: etree._Element) -> str:
    return next((str(value) for name, value in element.items() if str(name).endswith("}val")), "")


def _local(element: etree._Element) -> str:
    # Comments and instructions have a function for a tag.
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
