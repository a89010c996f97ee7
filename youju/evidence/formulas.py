"""Formulas of a workbook: refuse those that reach out of it when it is opened.

DDE starts a program, a share (``\\\\server\\…``) hands the reader's password hash to whoever runs it, WEBSERVICE, IMAGE
and RTD ask another machine. A link to click (HYPERLINK) does nothing by itself.
"""

import re
from typing import IO
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import sax
from defusedxml.common import DefusedXmlException

from youju.evidence.errors import ContainsActiveContent, DamagedFile
from youju.evidence.upload import Upload

REACHES_OUT = re.compile(
    r"(?<![A-Za-z.])(?:_xlfn\.)?(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE)\s*\("
    r"|[\w.')]\s*\|[^|!]{0,200}!"
    r"|\\\\[^\\\s]{1,100}\\",
    re.IGNORECASE,
)
"""In a formula, between its signs or in its texts: a reference to another workbook is named by its path."""

_FORMULAS = {"f", "formula", "definedName", "formula1", "formula2"}
_LONGEST = 8192  # what Excel takes


def check(part: IO[bytes], upload: Upload) -> None:
    """Raises ContainsActiveContent where a formula reaches out, also one written in several pieces."""
    formulas = _Formulas()
    try:
        sax.parse(part, formulas, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ContainsActiveContent(name=upload.name) from error
    except SAXParseException as error:
        raise DamagedFile(name=upload.name) from error
    if formulas.reaches_out:
        raise ContainsActiveContent(name=upload.name)


class _Formulas(ContentHandler):
    """Looks at each formula and keeps none."""

    def __init__(self) -> None:
        super().__init__()
        self.reaches_out = False
        self._text: str | None = None

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        if name.rpartition(":")[2] in _FORMULAS:
            self._text = ""

    def characters(self, content: str) -> None:
        if self._text is not None and len(self._text) < _LONGEST:
            self._text += content

    def endElement(self, name: str) -> None:
        if self._text is not None and name.rpartition(":")[2] in _FORMULAS:
            self.reaches_out = self.reaches_out or bool(REACHES_OUT.search(self._text))
            self._text = None
