"""Everything that the gate finds in what is about to go out."""

from dataclasses import replace

from youju.gate.finding import Finding
from youju.gate.known import known_on
from youju.gate.outgoing import Outgoing
from youju.gate.rules.line import Line
from youju.gate.rules.look import look
from youju.lib import clock


def findings_in(outgoing: Outgoing) -> list[Finding]:
    """The findings, part by part, each place once. A file that cannot be read is one itself."""
    lines: list[Line] = []
    found: list[Finding] = []
    for part in outgoing.parts:
        for seen in part.lines():
            if isinstance(seen, Finding):
                found.append(seen)
            else:
                lines.append(seen)
    known = known_on(clock.today())
    known = replace(known, released=outgoing.released.union(known.released))
    return list(dict.fromkeys([*look(lines, known), *found]))
