"""The list of a summary's figures on its last page: what each counts, and how many records stand behind it."""

from collections.abc import Iterable
from typing import NamedTuple

from youju.indicators.figure import Figure
from youju.ledger.reading import Entry
from youju.lib.batches import batches
from youju.summaries.binding.summary import Summary


class Told(NamedTuple):
    """One figure as the text prints it. records: how many verified records stand behind it."""

    text: str
    name: str
    counts: str
    records: int


def told(summary: Summary) -> list[Told]:
    """The bound figures in the order of the text; what is printed twice alike stands once."""
    spans = {(span.text, _key(span.figure)): span.figure for span in summary.spans if span.figure and not span.reason}
    refs = _refs(spans.values())
    return [_told(text, figure, len({refs[seq] for seq in figure.entries})) for (text, _), figure in spans.items()]


def _key(figure: Figure) -> tuple[str, str, str]:
    return figure.indicator.code, figure.unit, figure.period.code


def _told(text: str, figure: Figure, records: int) -> Told:
    card = figure.indicator.card
    return Told(text, str(figure.indicator.name), "；".join(map(str, (card.counts, card.one))), records)


def _refs(figures: Iterable[Figure]) -> dict[int, str]:
    """The records of all entries behind the figures, asked for at once."""
    found: dict[int, str] = {}
    for some in batches({seq for figure in figures for seq in figure.entries}):
        found |= dict(Entry.objects.filter(seq__in=some).values_list("seq", "record_ref"))
    return found
