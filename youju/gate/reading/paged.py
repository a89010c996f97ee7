"""The words of a pdf, page by page, and those beside the pages: notes, form fields, bookmarks, properties, and the
files that it carries.
"""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject, PdfReader

from youju.evidence.errors import PasswordProtected
from youju.evidence.page_texts import page_texts
from youju.evidence.upload import Upload
from youju.gate.finding import Finding
from youju.gate.reading.packed import Inner
from youju.gate.rules.line import Line
from youju.gate.rules.rules import UNREAD
from youju.lib.radicals import CHARACTERS

_FIELDS = ("/Contents", "/V", "/TU", "/Alt")


def read_paged(upload: Upload) -> Iterator[Line | Finding | Inner]:
    """Raises PasswordProtected, PagesTooHeavy, and what pypdf does. A page that is only a picture is a finding."""
    reader = PdfReader(upload.content)
    if reader.is_encrypted and not reader.decrypt(""):
        raise PasswordProtected(name=upload.name)
    pages = list(reader.pages)
    for number, (page, text) in enumerate(zip(pages, page_texts(pages), strict=True), 1):
        yield from (Line(upload.name, "page", str(number), line) for line in text.translate(CHARACTERS).splitlines())
        yield from (Line(upload.name, "comment", str(number), said) for said in _pinned(page))
        if not text.strip() and _has_picture(page):
            yield Finding(UNREAD, upload.name, "page", str(number), "")
    yield from (Line(upload.name, "property", "", said) for said in _beside(reader))
    yield from _carried(reader, pages)


def _pinned(page: PageObject) -> Iterator[str]:
    for each in page.get("/Annots") or ():
        note: Any = each.get_object()
        yield from (str(note[name]) for name in _FIELDS if name in note)
        action = note.get("/A")
        if action is not None and "/URI" in action.get_object():
            yield str(action.get_object()["/URI"])


def _carried(reader: PdfReader, pages: list[PageObject]) -> Iterator[Inner]:
    """The files in it: those of the document, and those pinned to a page."""
    for name, contents in reader.attachments.items():
        yield from (Inner(name, content) for content in contents)
    for page in pages:
        for each in page.get("/Annots") or ():
            note: Any = each.get_object()
            if "/FS" in note:
                file = note["/FS"].get_object()
                yield Inner(str(file.get("/UF") or file.get("/F")), file["/EF"]["/F"].get_object().get_data())


def _has_picture(page: PageObject) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources is not None else None
    return bool(objects.get_object()) if objects is not None else False


def _beside(reader: PdfReader) -> Iterator[str]:
    yield from (str(value) for value in (reader.metadata or {}).values())
    root: Any = reader.trailer["/Root"].get_object()
    packet = root.get("/Metadata")
    if packet is not None:
        yield from packet.get_object().get_data().decode("utf-8", "replace").splitlines()
    for field in (reader.get_fields() or {}).values():
        yield str(field.get("/V") or "")
    yield from _titles(reader.outline)


def _titles(outline: Any) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _titles(each)
        else:
            yield str(each.title)
