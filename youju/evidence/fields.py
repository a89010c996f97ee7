"""Fields of a Word document: refuse DDE, which starts a program when the document opens."""

import re
from typing import IO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from youju.evidence.errors import ContainsActiveContent, DamagedFile
from youju.evidence.upload import Upload

_DDE = re.compile(r"\s*DDE(AUTO)?\b", re.IGNORECASE)
# The field's name stands first; the rest of its instruction may be as long as it likes.
_ENOUGH = 64


def check(part: IO[bytes], upload: Upload) -> None:
    """Raises ContainsActiveContent for a DDE field, also one whose name is split over several runs."""
    instructions = _Instructions()
    try:
        sax.parse(part, instructions, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ContainsActiveContent(name=upload.name) from error
    except SAXParseException as error:
        raise DamagedFile(name=upload.name) from error
    if instructions.dde:
        raise ContainsActiveContent(name=upload.name)


class _Instructions(ContentHandler):
    """Looks at what each field is told to do, fields inside fields apart; keeps none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.dde = False
        self._open: list[str] = [""]
        self._inside = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        tag = _local(name)
        told = {_local(key): value for key, value in attrs.items()} if tag in {"fldChar", "fldSimple"} else {}
        if tag == "fldSimple":
            self._look(told.get("instr", ""))
        elif tag == "fldChar" and told.get("fldCharType") == "begin":
            self._open.append("")
        elif tag == "fldChar" and told.get("fldCharType") == "end" and len(self._open) > 1:
            self._look(self._open.pop())
        self._inside = tag == "instrText"

    def endElement(self, name: str) -> None:
        self._inside = False

    def endDocument(self) -> None:
        # A field that is never closed is still run by Word.
        for instruction in self._open:
            self._look(instruction)

    def characters(self, content: str) -> None:
        if self._inside and len(self._open[-1]) < _ENOUGH:
            self._open[-1] = (self._open[-1] + content).lstrip()

    def _look(self, instruction: str) -> None:
        self.dde = self.dde or bool(_DDE.match(instruction))


def _local(name: str) -> str:
    return name.rpartition(":")[2]
