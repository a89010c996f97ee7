"""What lies behind a figure: the records of its entries, of one unit or one month where asked."""

from typing import NamedTuple

from youju.indicators.breakdown import by_month, by_unit
from youju.indicators.display import printed_value
from youju.indicators.figure import Figure
from youju.ledger.reading import entries_by_seq
from youju.orgs.units import Unit


class Share(NamedTuple):
    """What one unit brings to a figure."""

    code: str
    name: str
    text: str
    records: int


def refs_behind(figure: Figure, *, unit: str = "", month: str = "") -> list[str]:
    """References of the records behind the figure, newest entry first."""
    seqs = set(figure.entries)
    if month:  # of what lasts also those whose unit has left since
        seqs = {seq for part in by_month(figure) if str(part.key) == month for seq in part.entries}
    if unit:
        seqs &= {seq for part in by_unit(figure) if part.key == unit for seq in part.entries}
    entries = entries_by_seq(seqs)
    return list(dict.fromkeys(entries[seq].record_ref for seq in sorted(entries, reverse=True)))


def shares(figure: Figure) -> list[Share]:
    """The figure by unit, whoever has most records first."""
    parts = sorted(by_unit(figure), key=lambda part: (-len(part.entries), part.key))
    names = {unit.code: str(unit) for unit in Unit.objects.filter(code__in=[part.key for part in parts])}
    return [
        Share(part.key, names.get(part.key, part.key), printed_value(figure.indicator, part.value), len(part.entries))
        for part in parts
    ]
