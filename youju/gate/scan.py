"""Everything that the gate finds in what is about to go out."""

from collections.abc import Sequence

from youju.gate.finding import Finding
from youju.gate.known import known_on
from youju.gate.outgoing import Part
from youju.gate.rules.line import Line
from youju.gate.rules.look import look
from youju.lib import clock


def findings_in(parts: Sequence[Part]) -> list[Finding]:
    """The findings, part by part, each place once. A file that cannot be read is one itself."""
    lines: list[Line] = []
    found: list[Finding] = []
    for part in parts:
        for seen in part.lines():
            if isinstance(seen, Finding):
                found.append(seen)
            else:
                lines.append(seen)
    return list(dict.fromkeys([*look(lines, known_on(clock.today())), *found]))
