"""The records behind a text's verdicts, and how firm each is: asked for all of its claims at once, and kept."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace
from functools import lru_cache

from django.db.models import Q

from youju.claims.ranking.notes import Note
from youju.claims.telling.checked import Checked
from youju.ledger.reading import Entry
from youju.lib.batches import batches
from youju.records.heads.attachments import with_evidence
from youju.records.heads.ledgered import Ledgered
from youju.records.verbs.confirmations import Confirmation, confirmations_of

_KEPT = 2  # logs: the present one, and the one before it while others still read that

# What is noted of a verified record, in the order in which notes are shown.
_NO_EVIDENCE, _SELF_VERIFIED, _CONFIRMED, _OPENING = _CODES = ("no-evidence", "self-verified", "confirmed", "opening")


def with_records(checked: Sequence[Checked], head: bytes) -> Iterator[Checked]:
    """The same with the records behind their entries, and with what a reader should know of these.

    head: the last leaf, which tells one log from another.
    """
    known = _behind(head, Confirmation.objects.count())
    known.learn(seq for one in checked for seq in one.entries)
    for one in checked:
        refs = known.refs(one.entries)
        yield replace(one, records=refs, notes=(*one.notes, *known.notes(refs))) if refs else one


class Behind:
    """What is known of the records of one log. What changes them adds to the log or is a confirmation."""

    def __init__(self) -> None:
        self._refs: dict[int, str] = {}
        self._codes: dict[str, tuple[str, ...]] = {}

    def learn(self, entries: Iterable[int]) -> None:
        """Ask what is not known yet of these entries."""
        for chunk in batches({seq for seq in entries if seq not in self._refs}):
            rows = dict(Entry.objects.filter(seq__in=chunk).values_list("seq", "record_ref"))
            self._codes |= _codes(set(rows.values()) - self._codes.keys())
            self._refs |= rows  # last, as another thread takes what is here for known

    def refs(self, entries: Iterable[int]) -> tuple[str, ...]:
        """The records of entries in their order, each once."""
        return tuple(dict.fromkeys(self._refs[seq] for seq in entries))

    def notes(self, refs: Iterable[str]) -> tuple[Note, ...]:
        """How many of the records are without evidence, verified by their own author, or opening entries."""
        codes = [code for ref in refs for code in self._codes[ref]]
        return tuple(Note(code, codes.count(code)) for code in _CODES if code in codes)


@lru_cache(maxsize=_KEPT)
def _behind(head: bytes, confirmed: int) -> Behind:
    return Behind()


def _codes(refs: Set[str]) -> dict[str, tuple[str, ...]]:
    bare = refs - with_evidence(refs)
    found = {ref: [_NO_EVIDENCE] if ref in bare else [] for ref in refs}
    rows = Ledgered.objects.filter(Q(self_verified=True) | Q(opening=True), ref__in=refs).order_by()
    marked = list(rows.values_list("ref", "self_verified", "opening"))
    seen = confirmations_of([ref for ref, by_self, _carried in marked if by_self])
    for ref, by_self, carried in marked:
        found[ref] += [_SELF_VERIFIED] * by_self + [_CONFIRMED] * (ref in seen) + [_OPENING] * carried
    return {ref: tuple(codes) for ref, codes in found.items()}
