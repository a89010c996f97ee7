"""The question card (问答卡): what a leader who is asked about a text has at hand, on two pages at most."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from youju.indicators import catalogue
from youju.indicators.alike import comparable
from youju.indicators.beside import beside_text
from youju.indicators.breakdown import by_unit
from youju.indicators.figure import Figure, Number
from youju.indicators.figures import figures
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit
from youju.records.heads.attachments import Attachment
from youju.summaries.binding.summary import Span, Summary
from youju.summaries.issuing.firmness import Firmness, Grounds

# So many lines are two pages of A4.
MOST = 12
_UNITS = 3
# Their parts add up, so a change of the whole is the sum of the units' changes.
_ADDED = ("sum", "stock", "held")


class Contribution(NamedTuple):
    """By how much a unit changed a figure; step in the figure's own unit and scale, never 0."""

    unit: str
    step: Number


class CardLine(NamedTuple):
    """One headline figure as the text prints it, the year before, who changed it most, and what shows it.

    before: None also where the two are not compared. unnamed: records have evidence, of which a text names none.
    beside: what must stand next to it, in words.
    """

    span: Span
    figure: Figure
    before: Figure | None
    why: list[Contribution]
    evidence: list[Attachment]
    unnamed: bool
    beside: str


class Weakest(NamedTuple):
    """The figure that bears a question least. firmness: of the records behind it; None where it was typed by hand."""

    span: Span
    firmness: Firmness | None


class Card(NamedTuple):
    lines: list[CardLine]
    weakest: Weakest | None
    by_hand: int


def question_card(summary: Summary) -> Card:
    """The card of a text as it was frozen: everything as of the ledger's size of that day."""
    spans = _each_once(summary)
    grounds = Grounds({seq for span in spans if span.figure for seq in span.figure.entries})
    lines = [_line(span, span.figure, summary, grounds) for span in _headlines(spans) if span.figure]
    return Card(lines, _weakest(summary, spans, grounds), len(summary.by_hand))


def _each_once(summary: Summary) -> list[Span]:
    found = {span.figure: span for span in reversed(summary.spans) if span.figure is not None and span.text}
    return list(reversed(found.values()))


def _headlines(spans: list[Span]) -> list[Span]:
    """The bureau's main figures, then the first ones of the text, in the order of the text."""
    ranked = sorted(range(len(spans)), key=lambda place: (not _is_main(spans[place]), place))
    return [spans[place] for place in sorted(ranked[:MOST])]


def _is_main(span: Span) -> bool:
    return span.figure is not None and span.figure.indicator.main


def _line(span: Span, figure: Figure, summary: Summary, grounds: Grounds) -> CardLine:
    now, before = _then(figure, figure.period, summary.size), _then(figure, _before(figure.period), summary.size)
    if now and before and not comparable(now, before):
        before = None
    why = _contributions(now, before) if now and before else []
    known = figures(find_unit(figure.unit), figure.period, size=summary.size) if figure.indicator.beside else {}
    evidence, firm = grounds.strongest(figure.entries), grounds.firmness(figure.entries)
    unnamed = not evidence and firm.bare < firm.records
    return CardLine(span, figure, before, why, evidence, unnamed, beside_text(figure, known))


def _then(figure: Figure, period: Period, size: int) -> Figure | None:
    """The same indicator as of the frozen ledger; None where it is gone since."""
    code = figure.indicator.code
    return figures(find_unit(figure.unit), period, size=size)[code] if code in catalogue.indicators() else None


def _before(period: Period) -> Period:
    """The same stretch of the year before."""
    return period.previous() if period.kind != "month" else Period.month(period.first.year - 1, period.first.month)


def _contributions(now: Figure, before: Figure) -> list[Contribution]:
    """The units that changed it most, the way the whole went first; none where parts do not add up."""
    if now.indicator.shape not in _ADDED or not isinstance(now.value, int) or not isinstance(before.value, int):
        return []
    here, then = _by_unit(now), _by_unit(before)
    steps = {code: here.get(code, 0) - then.get(code, 0) for code in here.keys() | then.keys()}
    sign = 1 if now.value >= before.value else -1
    largest = sorted((code for code in steps if steps[code]), key=lambda code: (-sign * steps[code], code))[:_UNITS]
    names = {unit.code: unit.short_name or unit.name for unit in Unit.objects.filter(code__in=largest)}
    return [Contribution(names.get(code, code), steps[code]) for code in largest]


def _by_unit(figure: Figure) -> dict[str, Number]:
    return {part.key: part.value for part in by_unit(figure) if isinstance(part.value, int | Decimal)}


def _weakest(summary: Summary, spans: Iterable[Span], grounds: Grounds) -> Weakest | None:
    """A figure typed by hand before any other; else the one with the largest share of weak records, if any is weak."""
    if summary.by_hand:
        return Weakest(summary.by_hand[0], None)
    rated = [Weakest(span, grounds.firmness(span.figure.entries)) for span in spans if span.figure]
    weak = [one for one in rated if one.firmness and one.firmness.weakness]
    return max(weak, key=lambda one: one.firmness.weakness if one.firmness else 0, default=None)
