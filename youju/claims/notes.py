"""What a reader should know beside a verdict: how firm the records behind it are, and what is still to come."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.indicator import Indicator
from youju.ledger.facts import FactLine
from youju.ledger.reading import Entry
from youju.lib.batches import batches
from youju.lib.periods import Period
from youju.records.attachments import Attachment, Grade, attachments_of, best_grade
from youju.records.kinds import KINDS
from youju.records.states import State

_KEPT = 2048


class Note(NamedTuple):
    """code: pending, no-evidence, self-verified, opening or by-hand; records: how many it is true of; said: why."""

    code: str
    records: int
    said: str = ""

    @property
    def text(self) -> str:
        """The note in the language now active."""
        words = {
            "pending": _("to be verified: %(count)s"),
            "no-evidence": _("without evidence: %(count)s"),
            "self-verified": _("self-verified: %(count)s"),
            "opening": _("opening entries: %(count)s"),
            "by-hand": _("typed by hand: %(why)s") if self.said else _("typed by hand, without a reason"),
        }
        return words[self.code] % {"count": self.records, "why": self.said}

    def as_json(self) -> dict[str, object]:
        """Plain JSON values."""
        return {"code": self.code, "count": self.records, "text": self.text}


@lru_cache(maxsize=_KEPT)
def refs_of(head: bytes, entries: tuple[int, ...]) -> tuple[str, ...]:
    """The records of these entries in order, each once. head: of the log, which tells one log from another."""
    refs: dict[str, None] = {}
    for chunk in batches(entries):
        rows = Entry.objects.filter(seq__in=chunk).order_by("seq").values_list("record_ref", flat=True)
        refs |= dict.fromkeys(rows)
    return tuple(refs)


@lru_cache(maxsize=_KEPT)
def standing(head: bytes, refs: tuple[str, ...]) -> tuple[Note, ...]:
    """What holds of verified records; whatever changes it adds to the log, so that answers may be kept."""
    bare = sum(best_grade(found) == Grade.NONE for found in _attachments(refs))
    self_verified = opening = 0
    for chunk in batches(refs):
        for kind in KINDS:
            rows = kind.model.objects.filter(ref__in=chunk).values_list("self_verified", "opening")
            for by_self, carried in rows:
                self_verified += by_self
                opening += carried
    return _some(Note("no-evidence", bare), Note("self-verified", self_verified), Note("opening", opening))


class Pending:
    """The facts that submitted records will post once they are verified."""

    def __init__(self, units: Iterable[str], period: Period) -> None:
        self._facts: list[tuple[str, FactLine]] = []
        codes = set(units)
        for kind in KINDS:
            waiting = kind.model.objects.filter(
                state=State.SUBMITTED, unit__code__in=codes, happened__gte=period.first, happened__lte=period.last
            )
            for record in kind.model.loaded(waiting):
                self._facts += ((record.ref, fact) for fact in record.facts())

    def notes(self, indicator: Indicator) -> tuple[Note, ...]:
        """How many records would still add to an indicator."""
        return _some(Note("pending", len({ref for ref, fact in self._facts if _adds(fact, indicator)})))


def _adds(fact: FactLine, indicator: Indicator) -> bool:
    return (
        fact.measure in indicator.measures
        and (not indicator.category or fact.category in indicator.category)
        and (not indicator.level or fact.level in indicator.level)
        and (not indicator.occasion or fact.occasion in indicator.occasion)
    )


def _attachments(refs: Sequence[str]) -> Iterator[Sequence[Attachment]]:
    for chunk in batches(refs):
        found = attachments_of(chunk)
        yield from (found.get(ref, ()) for ref in chunk)


def _some(*notes: Note) -> tuple[Note, ...]:
    return tuple(note for note in notes if note.records)
