"""Plain text and CSV: that they are text was found by their encoding; what is left is what they hide."""

import re

from youju.evidence.errors import ContainsActiveContent
from youju.evidence.upload import Upload

# =cmd|'/c calc'!A0 in a cell starts a program when a spreadsheet opens the file.
_DDE_CELL = re.compile(rb"""(?:^|[\r\n,;\t"])\s{0,9}[=+\-@][^,;\r\n\t]{0,99}\|[^,;\r\n\t]{0,99}!""")
# What reaches out of a cell that is a formula (see formulas.py): another machine, or a share.
_OUTWARD_CELL = re.compile(
    rb"""(?:^|[\r\n,;\t"])\s{0,9}[=+\-@][^\r\n\t]{0,200}?"""
    rb"""(?:\b(?:WEBSERVICE|IMAGE|RTD|CALL|REGISTER(?:\.ID)?|EXEC|DDE)\s{0,9}\(|\\\\[^\\\s]{1,100}\\)""",
    re.IGNORECASE,
)


def inspect_text(_upload: Upload) -> None:
    """Plain text holds nothing that acts, and no date of its own."""


def inspect_csv(upload: Upload) -> None:
    """Raises ContainsActiveContent for cells that would start a program or ask another machine."""
    if upload.holds(_DDE_CELL) or upload.holds(_OUTWARD_CELL):
        raise ContainsActiveContent(name=upload.name)
