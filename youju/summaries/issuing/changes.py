"""Changes (封账后): each figure of an edition as it was frozen, beside what the ledger and the definitions say now."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import override

from youju.indicators import catalogue
from youju.indicators.display import NOTHING, printed
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.ledger import log
from youju.ledger.reading import entries_by_seq, voided_among
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.summaries.issuing.definitions import definition_digest, definition_of, indicator_from
from youju.summaries.issuing.editions import Edition, EditionFigure
from youju.summaries.issuing.entry_ranges import places, read_ranges

# How the codes begin of figures that nobody defines: cells of the ledger, kept with what they count.
CELL = "cell:"


class Change(NamedTuple):
    """One figure of which something changed since it was frozen.

    now: as it would be printed today, "" where the indicator is gone. voided: entries behind it that were taken back
    since; later: entries behind it that came since. redefined: the definition says something else now.
    """

    figure: EditionFigure
    now: str
    voided: tuple[int, ...]
    later: tuple[int, ...]
    redefined: bool

    @property
    def differs(self) -> bool:
        return self.now != self.figure.printed

    @property
    def wrong(self) -> bool:
        """Whether the text, true on its day, must be put right: what only came later makes nothing wrong."""
        return self.differs and bool(self.voided or self.redefined)


def changes_of(edition: Edition) -> tuple[Change, ...]:
    """The figures of which value, entries or definition changed, in the order of the text. Kept while nothing moves."""
    return changes_of_each([edition])[edition.pk]


def changes_of_each(editions: Iterable[Edition]) -> dict[int, tuple[Change, ...]]:
    """The same of several, by their keys: whether the ledger moved is asked once for all."""
    size = log.size()
    head = bytes(entries_by_seq([size - 1])[size - 1].leaf) if size else b""
    revision = catalogue.revision()
    return {edition.pk: _changes(edition.pk, edition.digest, head, revision) for edition in editions}


def later_entries(changes: Iterable[Change]) -> list[int]:
    """What came since the freezing and would count in the text, the newest first."""
    return sorted({seq for change in changes for seq in change.later}, reverse=True)


@lru_cache(maxsize=64)
def _changes(pk: int, digest: str, _head: bytes, _revision: object) -> tuple[Change, ...]:
    return tuple(_compared(_frozen(pk, digest)))


@lru_cache(maxsize=64)
def _frozen(pk: int, _digest: str) -> tuple[EditionFigure, ...]:
    """The figures of an edition: they never change, so they are read once."""
    return tuple(EditionFigure.objects.filter(edition=pk).order_by("place"))


def _compared(rows: Iterable[EditionFigure]) -> Iterator[Change]:
    for row in rows:
        figure = _now(row)
        change = _change(row, figure)
        if change.differs or change.voided or change.later or change.redefined:
            yield change


def _now(row: EditionFigure) -> Figure | None:
    """The same figure today; of a cell, which nobody defines, by what was kept."""
    unit, period = find_unit(row.unit), Period.parse(row.period)
    if row.code in catalogue.indicators():
        return figures(unit, period)[row.code]
    cell = [indicator_from(row.definition)] if row.code.startswith(CELL) else []
    return figures(unit, period, indicators=cell)[row.code] if cell else None


def _change(row: EditionFigure, figure: Figure | None) -> Change:
    if figure is None:
        return Change(row, "", (), (), True)
    before, now = set(places(read_ranges(row.seqs))), set(figure.entries)
    redefined = definition_digest(definition_of(figure.indicator)) != row.definition_digest
    with override("zh-hans"):
        text = "" if (text := printed(figure)) == NOTHING else text
    voided = voided_among(before - now)
    return Change(row, text, tuple(sorted(voided)), tuple(sorted(now - before)), redefined)
