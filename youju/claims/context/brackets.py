"""What stands in brackets behind a figure: （截至12月10日）, 名教师（2024—2025学年）."""

import re

from youju.claims.reading import Claim

_BEHIND = re.compile("[\u4e00-\u9fff]{0,6}[（(]([^（(）)\n]{1,30})[）)]")


def behind(text: str, claim: Claim) -> str:
    """The words in the brackets behind a claim; "" where there are none."""
    found = _BEHIND.match(text, claim.end)
    return found[1] if found else ""
