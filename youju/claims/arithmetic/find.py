"""All that the figures of one text say of each other."""

from __future__ import annotations

from collections.abc import Iterator

from youju.claims.arithmetic import averages, growth, honours, hundred, parts, possible, rhythm, shares, values
from youju.claims.arithmetic.finding import Finding
from youju.claims.arithmetic.stretch import Stretch, stretches
from youju.claims.reading import Claim, flowing


def find_arithmetic(text: str, claims: list[Claim]) -> list[Finding]:
    """Give every finding about a text's own figures, in the order of the text; any text is allowed."""
    flow = flowing(text)
    cut = stretches(flow.text, [flow.forth(claim) for claim in claims])
    found = [*parts.findings(cut), *honours.findings(flow.text), *values.findings(cut)]
    for stretch in cut:
        found += _within(stretch)
    placed = (
        finding._replace(first=flow.span_back(finding.first), second=flow.span_back(finding.second))
        for finding in found
    )
    return sorted(placed, key=lambda finding: (finding.first, finding.second, finding.code))


def _within(stretch: Stretch) -> Iterator[Finding]:
    yield from rhythm.findings(stretch)
    yield from averages.findings(stretch)
    yield from shares.findings(stretch)
    yield from growth.findings(stretch)
    yield from hundred.findings(stretch)
    yield from possible.findings(stretch)
