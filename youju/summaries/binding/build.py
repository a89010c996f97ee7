"""From template and ledger to a summary. Whatever is wrong is found at once and told with its line."""

from bisect import bisect
from collections.abc import Iterator
from dataclasses import replace
from operator import attrgetter
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.reading.extract import extract
from youju.indicators.figures import figures
from youju.ledger import log
from youju.lib.periods import Period
from youju.lib.text import visible
from youju.orgs.units import Unit
from youju.summaries.binding.asked import Asked
from youju.summaries.binding.cells import stated_cells
from youju.summaries.binding.errors import NothingReported, Problem, SummaryRefused, UnreadableTemplate
from youju.summaries.binding.markup import printed_otherwise
from youju.summaries.binding.spans import spans_of
from youju.summaries.binding.summary import CLOSE, OPEN, Span, Summary, place, split
from youju.summaries.binding.tokens import FOUNDED, Token, masked, tokens
from youju.summaries.binding.unprintable import Unprintable

_LINE = attrgetter("line")
# A chart is set in a paragraph of its own: two more ends of line on either side.
_LINES_OF_A_CHART = 4


def build(*, unit: Unit, period: Period, template: str, draft: bool = False) -> Summary:
    """Fill a template with the figures of a unit and a period.

    draft: nothing is refused; a figure that is unreported, or cannot be printed yet, is a blank with its reason, and
    what is neither bound nor typed by hand is marked as wrong and told in the summary's problems.
    Raises UnreadableTemplate; and, for what is no draft, NothingReported where it asks for figures of a period that has
    none at all, and SummaryRefused where a figure is unknown, unreported or unprintable, or where the prose states one
    that is neither bound nor marked as typed by hand.
    """
    template = visible(template.replace(OPEN, "").replace(CLOSE, "").replace("\r\n", "\n"))
    if not template.strip():
        raise UnreadableTemplate()
    size = log.size()
    asked = Asked(unit, period, size, figures(unit, period, size=size), draft)
    if not draft and _asks(template) and all(figure.value is None for figure in asked.figures.values()):
        raise NothingReported(unit=unit, period=period.code)
    marked, spans, problems = _filled(template, asked)
    built = Summary(unit.code, unit.name, period, size, log.root(size), marked, tuple(spans))
    problems = sorted([*problems, *_put_together(built)], key=_LINE)
    if problems and not draft:
        raise SummaryRefused(problems="\n".join(map(str, problems)))
    return replace(built, problems=tuple(problems))


def _put_together(built: Summary) -> Iterator[Problem]:
    """Figures that nobody typed as they are printed: 1**2**人 is no figure, and is printed as one."""
    rows = built.marked.split("\n")
    charts = [at for at, row in enumerate(rows) if any(span.chart for span in split(row, built.spans))]
    for at, letters in printed_otherwise(built):
        line = 1 + at - _LINES_OF_A_CHART * bisect(charts, at)
        yield from (Problem(line, _unfounded(claim.text)) for claim in extract(letters))


def _unfounded(text: str) -> str:
    return _("“%(text)s” is neither bound to an indicator nor marked as typed by hand.") % {"text": text}


def _asks(template: str) -> bool:
    """Whether a text asks for a figure of its own period: an erratum of figures that are all gone asks for none."""
    return any(token.sort in FOUNDED and token.sort != "hand" and not token.period for token in tokens(template))


class _Stated(NamedTuple):
    """A figure that the prose itself states."""

    start: int
    end: int
    text: str


def _filled(template: str, asked: Asked) -> tuple[str, list[Span], list[Problem]]:
    """The template with a place for each span, the spans, and what is wrong, by line."""
    out: list[str] = []
    spans: list[Span] = []
    problems: list[Problem] = []
    reached = 0
    for piece in _pieces(template):
        out.append(template[reached : piece.start])
        reached = piece.end
        made, problem = _made(piece, template, asked)
        if problem:
            problems.append(Problem(template.count("\n", 0, piece.start) + 1, problem))
        for span in made:
            if _is_prose(span):
                out.append(span.text)
                continue
            spans.append(span)
            out.append(f"\n\n{place(len(spans) - 1)}\n\n" if span.chart else place(len(spans) - 1))
    out.append(template[reached:])
    return "".join(out), spans, problems


def _pieces(template: str) -> list[Token | _Stated]:
    """Tokens, and figures that the prose states between them, in the order of the text; none overlaps another."""
    found: list[Token | _Stated] = list(tokens(template))
    taken = {at for token in found for at in range(token.start, token.end)}
    prose = masked(template)
    for claim in extract(prose):
        end = next((at for at in range(claim.start, claim.end) if at in taken), claim.end)
        if end > claim.start:
            found.append(_Stated(claim.start, end, claim.text))
            taken.update(range(claim.start, end))
    for start, end in stated_cells(prose):
        if taken.isdisjoint(range(start, end)):
            found.append(_Stated(start, end, template[start:end]))
    return sorted(found, key=lambda piece: piece.start)


def _made(piece: Token | _Stated, template: str, asked: Asked) -> tuple[list[Span], str]:
    """What is printed for a piece, and what is wrong with it."""
    if isinstance(piece, _Stated):
        message = _unfounded(piece.text)
        return [Span(template[piece.start : piece.end], reason=message, wrong=True)], message
    if piece.sort == "todo":
        message = _("“%(text)s” is still to be written.") % {"text": piece.text}
        return [Span(f"〔待写：{piece.text}〕", reason=message, wrong=True, todo=True)], message
    try:
        return list(spans_of(piece, template, asked)), ""
    except Unprintable as error:
        return [Span(template[piece.start : piece.end], reason=str(error), wrong=True)], str(error)


def _is_prose(span: Span) -> bool:
    return span == Span(span.text)
