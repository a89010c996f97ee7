"""Rows of a table as lines of prose: a document has none, and what stood between walls stands behind its name.

Each number of such a row is a sentence already (claims/reading/tables.py); here the walls that are left go.
"""

import re

_RULE = re.compile(r"[\s|:：+-]*\|[\s|:：+-]*")


def without_walls(text: str) -> str:
    """| 微信推送 | 95条 | as 微信推送：95条. Heads of columns and rules go; they are told in the sentences below."""
    rows = text.split("\n")
    return "\n".join(
        _as_prose(row)
        for row, following in zip(rows, [*rows[1:], ""], strict=True)
        if not _RULE.fullmatch(row) and not ("|" in row and _RULE.fullmatch(following))
    )


def _as_prose(row: str) -> str:
    if "|" not in row:
        return row
    name, *cells = [cell for cell in (cell.strip() for cell in row.split("|")) if cell] or [""]
    return f"{name}：{'，'.join(cells)}" if cells else name
