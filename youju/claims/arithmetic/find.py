"""All that the figures of one text say of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from youju.claims.arithmetic import (
    averages,
    clash,
    growth,
    honours,
    hundred,
    parts,
    possible,
    reached,
    rhythm,
    rows,
    seasons,
    shares,
    values,
)
from youju.claims.arithmetic.finding import Finding
from youju.claims.arithmetic.stretch import Stretch, stretches
from youju.claims.reading import Claim, flowing
from youju.claims.reading.tables import tables
from youju.lib.traditional import simplified

_NARROW = re.compile("(?<![0-9])[,;:()]|[,;:()](?![0-9])")
_WIDE = str.maketrans(",;:()", "，；：（）")


def find_arithmetic(text: str, claims: list[Claim]) -> list[Finding]:
    """Give every finding about a text's own figures, in the order of the text; any text is allowed."""
    given, flow = text, flowing(text)
    cells = {cell.start for table in tables(text) for row in table.rows for cell in row}
    claims = [claim for claim in claims if claim.start not in cells]
    # Drafts that passed through a web form have ASCII marks; 1,986 and 1:15 keep theirs.
    text = _NARROW.sub(lambda mark: mark[0].translate(_WIDE), simplified(flow.text))
    cut = stretches(text, [flow.forth(claim).folded() for claim in claims])
    found = [*parts.findings(cut), *honours.findings(text), *values.findings(cut)]
    for stretch in cut:
        found += _within(stretch)
    placed = (
        finding._replace(first=flow.span_back(finding.first), second=flow.span_back(finding.second))
        for finding in found
    )
    every = (*placed, *rows.findings(given))
    told = {(finding.first, finding.second, finding.code): finding for finding in every}  # two rules may see one thing
    return [told[place] for place in sorted(told)]


def _within(stretch: Stretch) -> Iterator[Finding]:
    yield from rhythm.findings(stretch)
    yield from seasons.findings(stretch)
    yield from averages.findings(stretch)
    yield from shares.findings(stretch)
    yield from growth.findings(stretch)
    yield from reached.findings(stretch)
    yield from hundred.findings(stretch)
    yield from possible.findings(stretch)
    yield from clash.findings(stretch)
