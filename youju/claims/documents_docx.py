"""The text of a docx document: paragraphs and tables in their order, deletions left out.

python-docx's own text leaves out content controls and inserted text, which WPS and tracked changes use
throughout; so the body is read as it stands.
"""

from collections.abc import Iterator

from django.conf import settings
from lxml import etree

from youju.claims.documents_errors import DocumentTooLarge
from youju.evidence.errors import DamagedFile
from youju.evidence.upload import Upload
from youju.evidence.zips import Budget, open_archive, read_part

_RELATIONSHIPS = "_rels/.rels"
_TEXT = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Not what a reader of the finished text sees: settings, deletions, the old place of moved text,
# and the second copy of a drawing for programs that cannot show the first.
_UNSEEN = {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "del", "moveFrom", "delText", "instrText", "Fallback"}


def read_docx(upload: Upload) -> str:
    """A line a paragraph and a table row, cells between tabs. Raises DamagedFile and DocumentTooLarge."""
    body = next((child for child in _document(upload) if _local(child) == "body"), None)
    if body is None:
        raise DamagedFile(name=upload.name)
    return "\n".join(_lines(body))


def _document(upload: Upload) -> etree._Element:
    with open_archive(upload, Budget(settings.UNPACKED_BYTES)) as archive:
        links = read_part(archive, _RELATIONSHIPS, upload)
        targets = [link.get("Target", "") for link in links if link.get("Type", "").endswith("/officeDocument")]
        part = next(iter(targets), "").lstrip("/")
        if part not in archive.namelist():
            raise DamagedFile(name=upload.name)
        if archive.getinfo(part).file_size > settings.CHECK_BYTES:
            raise DocumentTooLarge(name=upload.name, limit=settings.CHECK_BYTES // (1024 * 1024))
        content = archive.read(part)
    try:
        return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise DamagedFile(name=upload.name) from error


def _lines(parent: etree._Element) -> Iterator[str]:
    for child in parent:
        tag = _local(child)
        if tag == "p":
            yield _paragraph(child)
        elif tag == "tr":
            yield "\t".join(" ".join(filter(None, _lines(cell))) for cell in _cells(child))
        elif tag not in _UNSEEN:  # tables, content controls, insertions: what holds further blocks
            yield from _lines(child)


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
            boxes.extend(_lines(child))
        elif tag not in _UNSEEN:
            yield from _runs(child, boxes)


def _local(element: etree._Element) -> str:
    # Comments and instructions have a function for a tag.
    return etree.QName(element).localname if isinstance(element.tag, str) else ""
