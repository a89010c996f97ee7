"""How firm the records behind a figure are: without evidence, with their own word alone, verified by their author."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from youju.ledger.reading import entries_by_seq
from youju.lib.batches import batches
from youju.records.heads.attachments import Attachment, Grade
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import confidential
from youju.records.reading.files import shown_in_texts
from youju.records.verbs.confirmations import confirmations_of

# From the strongest on: what a leader shows when asked.
_SHOWN = (Grade.THIRD_PARTY, Grade.FILE)
_PIECES = 3


class Firmness(NamedTuple):
    """Of how many records; each other number counts records among them, and one may be in several."""

    records: int
    bare: int
    stated: int
    alone: int

    @property
    def weakness(self) -> float:
        """From 0 to 1: the share of records that one of these is true of, as far as they can be told apart."""
        return min(1.0, (self.bare + self.stated + self.alone) / self.records) if self.records else 0.0


class Grounds:
    """What is known of the records behind many figures, asked for once."""

    def __init__(self, entries: Iterable[int]) -> None:
        self._refs = {seq: entry.record_ref for seq, entry in entries_by_seq(entries).items()}
        refs = set(self._refs.values())
        self._grades = _grades(refs)
        self._alone = _alone(refs)
        self._confidential = _confidential(refs)

    def refs(self, entries: Iterable[int]) -> list[str]:
        """The records behind these entries, each once."""
        return list(dict.fromkeys(self._refs[seq] for seq in entries if seq in self._refs))

    def firmness(self, entries: Iterable[int]) -> Firmness:
        """How firm a figure with these entries is."""
        refs = self.refs(entries)
        graded = [self._grades.get(ref, set()) - {Grade.NONE} for ref in refs]
        stated = sum(1 for grades in graded if grades == {Grade.STATED})
        return Firmness(len(refs), graded.count(set()), stated, len(self._alone.intersection(refs)))

    def strongest(self, entries: Iterable[int]) -> list[Attachment]:
        """The three strongest pieces of evidence: what third parties show before files, the oldest first."""
        refs = [ref for ref in self.refs(entries) if ref not in self._confidential]
        found: list[Attachment] = []
        for grade in _SHOWN:
            some = [ref for ref in refs if grade in self._grades.get(ref, ())][:_PIECES]
            pieces = Attachment.objects.filter(record_ref__in=some, grade=grade).select_related("file").order_by("pk")
            found += _one_of_each(shown_in_texts(pieces))
            if len(found) >= _PIECES:
                break
        return found[:_PIECES]


def _one_of_each(pieces: Iterable[Attachment]) -> list[Attachment]:
    """The first piece of each record: three of one record show less than one of each of three."""
    first: dict[str, Attachment] = {}
    for piece in pieces:
        first.setdefault(piece.record_ref, piece)
    return list(first.values())


def _grades(refs: Iterable[str]) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for batch in batches(sorted(refs)):
        rows = Attachment.objects.filter(record_ref__in=batch).order_by()
        for ref, grade in rows.values_list("record_ref", "grade"):
            found[ref].add(grade)
    return found


def _alone(refs: Iterable[str]) -> set[str]:
    """Those that one person wrote and verified, and no leader confirmed."""
    found: set[str] = set()
    for batch in batches(sorted(refs)):
        rows = Ledgered.objects.filter(ref__in=batch, self_verified=True).order_by()
        found.update(rows.values_list("ref", flat=True))
    return found - confirmations_of(found).keys()


def _confidential(refs: Iterable[str]) -> set[str]:
    """Those of which a text shows nothing, though it counts them."""
    found: set[str] = set()
    for batch in batches(sorted(refs)):
        found.update(Ledgered.objects.filter(confidential(), ref__in=batch).order_by().values_list("ref", flat=True))
    return found
