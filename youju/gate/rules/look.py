"""All rules over the lines of one part: what they find, each place once, told so that the telling leaks nothing."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from youju.gate.finding import Finding
from youju.gate.rules.line import Hit, Known, Line
from youju.gate.rules.names import NAME
from youju.gate.rules.page import Page
from youju.gate.rules.rules import RULES, Rule
from youju.lib.patterns import late
from youju.lib.sheets.letters import letters_of

_AROUND = 14  # characters that are shown before and behind
_FEW_DIGITS = late("[0-9]+")
TAB = "\t"


def look(lines: Iterable[Line], known: Known) -> list[Finding]:
    """What the rules find in the lines, part by part, in their order."""
    found: list[Finding] = []
    for (part, _sort), group in groupby(lines, key=lambda line: (line.part, line.sort in ("cell", "hidden"))):
        held = list(group)
        page = Page(part, [line.text for line in held])
        hits = sorted(_hits(page, known), key=lambda each: (each[1].line, each[1].start))
        for line, there in groupby(hits, key=lambda each: each[1].line):
            found += _findings(held[line], page.texts[line], list(there))
    return list(dict.fromkeys(found))


def _hits(page: Page, known: Known) -> Iterator[tuple[Rule, Hit]]:
    """Each place by the first rule that finds it."""
    taken = [bytearray(len(text)) for text in page.texts]
    for rule in RULES:
        for hit in rule.find(page, known):
            if not any(taken[hit.line][hit.start : hit.end]):
                taken[hit.line][hit.start : hit.end] = b"\1" * (hit.end - hit.start)
                yield rule, hit


def _findings(line: Line, text: str, hits: Sequence[tuple[Rule, Hit]]) -> Iterator[Finding]:
    """The findings of one line, each with a few words round it, in which no other of them can be read either."""
    shown = list(text)
    for rule, hit in hits:
        shown[hit.start : hit.end] = masked(text[hit.start : hit.end], named=rule.names)
    for rule, hit in hits:
        start, end = max(0, hit.start - _AROUND), min(len(text), hit.end + _AROUND)
        excerpt = ("…" if start else "") + "".join(shown[start:end]) + ("…" if end < len(text) else "")
        yield Finding(rule.code, line.part, line.sort, _place(line, text, hit.start), " ".join(excerpt.split()))


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
