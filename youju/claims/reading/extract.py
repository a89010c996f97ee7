"""From a text to its claims: find anchors, read each, then look up what each stands under."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import zip_longest

from youju.claims.reading import bare, chinese, plain, rank, share
from youju.claims.reading.anchors import ANCHOR
from youju.claims.reading.claim import Claim, Span, as_written
from youju.claims.reading.context import Context
from youju.claims.reading.layout import Layout
from youju.claims.reading.lines import in_sentences
from youju.claims.reading.mark import Mark
from youju.claims.reading.page import Page
from youju.claims.reading.ranges import join
from youju.claims.reading.subject import Subjects, shared_by

Reader = Callable[[Page, int, int], Mark | None]

READERS: dict[str, Reader] = {
    "digits": plain.read_digits,
    "mixed": plain.read_digits,
    "chinese": chinese.read_chinese,
    "crowd": bare.read_crowd,
    "rank": rank.read_rank,
    "front": rank.read_front,
    "top": rank.read_top,
    "ratio": share.read_ratio,
    "percent": share.read_percent,
    "fraction": share.read_fraction,
    "half": share.read_half,
    "majority": share.read_majority,
    "double": share.read_double,
    "halved": share.read_halved,
    "quotient": share.read_quotient,
    "tally": share.read_tally,
}
"""How each sort of anchor is read; a date has no reader."""


def extract(text: str) -> list[Claim]:
    """Give the claims of a text, in its order, never overlapping; any text is allowed."""
    flow = in_sentences(text)
    return [flow.back(claim) for claim in read(flow.text)]


def read(text: str) -> list[Claim]:
    """Give the claims of a text whose line breaks all end paragraphs."""
    page = Page(text)
    return list(_claims(page, list(_marks(page))))


def _marks(page: Page) -> Iterator[Mark]:
    reached, last = 0, None
    for found in ANCHOR.finditer(page.plain):
        read = READERS.get(found.lastgroup or "")
        if read is None or found.start() < reached:
            continue
        mark = read(page, found.start(), found.end())
        if mark is not None:
            mark.start = max(mark.start, reached)
            reached = mark.end
            if last is not None:
                join(page.plain, last, mark)
                yield last
            last = mark
    if last is not None:
        yield last


def _claims(page: Page, marks: list[Mark]) -> Iterator[Claim]:
    plain = page.plain
    layout = Layout(plain)
    context, subjects = Context(plain, layout), Subjects(plain)
    last: Mark | None = None
    shared: tuple[Span, ...] = ()
    for mark, following in zip_longest(marks, marks[1:]):
        clause, sentence, heading = layout.clause(mark.start), layout.sentence(mark.start), layout.heading(mark.start)
        shared = shared_by(plain, clause, mark, last, shared)
        under = context.under(mark.start, clause, sentence, heading)
        behind = following.start if following is not None else len(plain)
        subject = subjects.of(mark, clause, sentence, last, behind, listed=bool(shared))
        yield Claim(
            start=mark.start,
            end=mark.end,
            text=page.text[mark.start : mark.end],
            value=mark.value,
            unit=as_written(mark.unit, plain[mark.start : mark.end], page.text[mark.start : mark.end]),
            kind=mark.kind,
            approx=mark.approx,
            subject=subject,
            section=heading.section,
            heading=heading.text,
            clause=clause,
            sentence=sentence,
            shared=shared,
            place=under.place,
            period=under.period,
            level=under.level,
        )
        last = mark
