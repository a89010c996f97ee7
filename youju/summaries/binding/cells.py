"""Numbers that stand in the cells of a table by themselves: what they count is told by row and column alone."""

import re
from collections.abc import Iterator

from youju.claims.reading.tables import rows

_MARKS = str.maketrans("", "", "*_\\~`")  # of Markdown: 1**5** is printed as 15
_NUMBER = re.compile(r"[-+]?[0-9０-９][0-9０-９,，.]*\s?[%％]?")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def stated_cells(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand: whatever is a number and no year, but for the first column, which may count the rows."""
    for block in rows(text):
        for cell in (cell for row in block for cell in row[1:]):
            words = cell.words.translate(_MARKS)
            if _NUMBER.fullmatch(words) and not _YEAR.fullmatch(words):
                yield cell.start, cell.end
