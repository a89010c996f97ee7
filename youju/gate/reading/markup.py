"""XML of office files: parsed without help from outside, its elements known by their names alone."""

from collections.abc import Iterator
from zipfile import ZipFile, ZipInfo

from lxml import etree

from youju.evidence.errors import TooComplex
from youju.evidence.upload import Upload, chunks

_MOST_PART_BYTES = 256 * 1024 * 1024
_MOST_TAGS = 1_000_000  # to look at so many takes some seconds; a report of three hundred pages has fewer
_MARKUP = (".xml", ".rels", ".vml")


def check_tags(archive: ZipFile, upload: Upload) -> None:
    """Raise TooComplex where the parts hold more tags than can be looked at while somebody waits."""
    left = _MOST_TAGS
    for entry in archive.infolist():
        if not entry.filename.endswith(_MARKUP):
            continue
        with archive.open(entry) as part:
            for chunk in chunks(part):
                left -= chunk.count(b"<")
                if left < 0:
                    raise TooComplex(name=upload.name)


def parsed(archive: ZipFile, entry: ZipInfo | str) -> etree._Element:
    """A part as a tree. Raises lxml's errors, and ValueError for one beyond any document's size."""
    info = entry if isinstance(entry, ZipInfo) else archive.getinfo(entry)
    if info.file_size > _MOST_PART_BYTES:
        raise ValueError(info.filename)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    return etree.fromstring(archive.read(info), parser)


def local(element: etree._Element) -> str:
    """The name without its namespace; "" for comments and instructions, which have a function for a tag."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def attribute(element: etree._Element, name: str) -> str:
    """The value of an attribute, in whatever namespace."""
    return next((str(value) for key, value in element.items() if str(key).rpartition("}")[2] == name), "")


def below(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (each for each in element.iter() if local(each) == name)
