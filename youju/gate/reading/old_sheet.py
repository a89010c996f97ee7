"""The sheets of an old xls file, hidden ones too. What is pinned to its cells the reader does not give."""

from collections.abc import Iterator
from io import BytesIO

from youju.evidence.upload import Upload
from youju.gate.finding import Finding
from youju.gate.rules.line import Line
from youju.gate.rules.rules import UNREAD
from youju.lib.sheets.old import read_old


def read_old_sheet(upload: Upload) -> Iterator[Line | Finding]:
    """Each row as a line; that comments stay unread is told by a finding. Raises BadWorkbook."""
    upload.content.seek(0)
    for sheet in read_old(BytesIO(upload.content.read())):
        for number, row in enumerate(sheet["rows"], 1):
            text = "\t".join(_shown(value) for value in row)
            if text.strip():
                yield Line(upload.name, "cell" if sheet["visible"] else "hidden", sheet["name"], text, number)
    yield Finding(UNREAD, upload.name, "comment", "", "")


def _shown(value: object) -> str:
    return str(int(value)) if isinstance(value, float) and value.is_integer() else " ".join(str(value or "").split())
