"""What lies behind a figure: the records of its entries, of one unit or one month where asked."""

from collections.abc import Sequence
from typing import NamedTuple

from youju.indicators.breakdown import by_month, by_unit
from youju.indicators.display import printed_value
from youju.indicators.figure import Figure
from youju.ledger.reading import entries_by_seq
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.reading.access import unlisted_kinds, withheld_refs


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


class Listing(NamedTuple):
    """The references that are listed for a reader. unlisted: how many of kinds of which none is listed for them."""

    refs: list[str]
    unlisted: int


def listing_for(member: Member, refs: Sequence[str]) -> Listing:
    """Without what is kept from the member, of which not even the number is told."""
    off, kept = unlisted_kinds(member), set(withheld_refs(member))
    there = [ref for ref in refs if ref.rsplit("-", 1)[0] not in off]
    return Listing([ref for ref in there if ref not in kept], len(refs) - len(there))
