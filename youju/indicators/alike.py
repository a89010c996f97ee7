"""Which figures may be set beside each other: what people were asked otherwise is not compared (Indicator.alike)."""

from youju.indicators.figure import Figure
from youju.ledger.reading import entries_by_seq
from youju.records.kinds import kinds


def comparable(figure: Figure, before: Figure) -> bool:
    """Whether two figures of one indicator say more or less of the same thing.

    Of one that is asked alike: only where behind both stand the same questions, each of them known. What nobody
    answered is no hindrance: there is nothing to compare.
    """
    if not figure.indicator.alike or not figure.entries or not before.entries:
        return True
    ways = _asked(figure)
    return "" not in ways and ways == _asked(before)


def _asked(figure: Figure) -> frozenset[str]:
    """By what was asked behind a figure; "" is of rows that do not say."""
    refs = sorted({entry.record_ref for entry in entries_by_seq(figure.entries).values()})
    known: dict[str, str] = {}
    for kind in kinds():
        if kind.asked is not None:
            known.update(kind.asked(refs))
    return frozenset(known.get(ref, "") for ref in refs)
