"""All rules over the lines of one part: what they find, each place once, told so that the telling leaks nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from youju.gate.finding import Finding
from youju.gate.rules.line import Hit, Known, Line
from youju.gate.rules.names import NAME
from youju.gate.rules.page import Page
from youju.gate.rules.rules import RULES, Rule
from youju.lib.sheets.letters import letters_of

_AROUND = 14  # characters that are shown before and behind
_FEW_DIGITS = re.compile("[0-9]+")
TAB = "\t"


def look(lines: Iterable[Line], known: Known) -> list[Finding]:
    """What the rules find in the lines, part by part, in their order."""
    found: list[Finding] = []
    for (part, _sort), group in groupby(lines, key=lambda line: (line.part, line.sort in ("cell", "hidden"))):
        held = list(group)
        page = Page(part, [line.text for line in held])
        hits = sorted(_hits(page, known), key=lambda each: (each[1].line, each[1].start))
        found += [_finding(page, held[hit.line], hit, rule, hits) for rule, hit in hits]
    return list(dict.fromkeys(found))


def _hits(page: Page, known: Known) -> Iterator[tuple[Rule, Hit]]:
    """Each place by the first rule that finds it."""
    taken: dict[int, list[Hit]] = {}
    for rule in RULES:
        for hit in rule.find(page, known):
            held = taken.setdefault(hit.line, [])
            if not any(hit.start < other.end and other.start < hit.end for other in held):
                held.append(hit)
                yield rule, hit


def _finding(page: Page, line: Line, hit: Hit, rule: Rule, hits: Sequence[tuple[Rule, Hit]]) -> Finding:
    """The finding with a few words round it, in which no other finding of the line can be read either."""
    text = page.texts[hit.line]
    shown = list(text)
    for other_rule, other in hits:
        if other.line == hit.line:
            shown[other.start : other.end] = masked(text[other.start : other.end], named=other_rule.names)
    start, end = max(0, hit.start - _AROUND), min(len(text), hit.end + _AROUND)
    excerpt = ("…" if start else "") + "".join(shown[start:end]) + ("…" if end < len(text) else "")
    return Finding(rule.code, line.part, line.sort, _place(line, text, hit.start), " ".join(excerpt.split()))


def masked(said: str, *, named: bool) -> str:
    """What was found, of the same length and not to be read: named: it holds a person's name and numbers."""
    if named:
        hidden = _FEW_DIGITS.sub(lambda found: "*" * len(found[0]), said)
        hidden = re.sub(NAME, lambda found: found[0][:1] + "某" * (len(found[0]) - 1), hidden)
        return hidden if hidden != said else said[:1] + "某" * (len(said) - 1)
    keep = min(3, len(said) // 4)
    return said[:keep] + "*" * (len(said) - keep - keep // 2) + said[len(said) - keep // 2 :]


def _place(line: Line, text: str, start: int) -> str:
    """Where it stands: of a sheet the cell."""
    return f"{line.at}!{letters_of(text.count(TAB, 0, start) + 1)}{line.row}" if line.row else line.at
