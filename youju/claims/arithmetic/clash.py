"""近1300余人: nearly and more than at once."""

from __future__ import annotations

import re
from collections.abc import Iterator

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.stretch import Stretch, span

_CLASH = re.compile(
    r"(?:近|将近|接近|不足|不到|约|大约)\s?[0-9一二两三四五六七八九十百千万亿.]+\s?[余多]|(?:近|不足|不到|约)[^余多]+(?:以上|之多|左右)$"
    r"|(?:超过?|逾|突破)[^余多]+(?:左右|上下)$"
)


def findings(stretch: Stretch) -> Iterator[Finding]:
    """Point at every figure that is bounded on both sides at once."""
    for claim in stretch.claims:
        if _CLASH.search(claim.text):
            yield found("bounds-clash", span(claim), span(claim), said=claim.text)
