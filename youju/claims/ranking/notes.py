"""What a reader should know beside a verdict: how firm the records behind it are, and what is still to come."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.indicators.indicator import Indicator
from youju.ledger.facts import FactLine
from youju.lib.periods import Period
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import VERIFIED
from youju.records.heads.states import State
from youju.records.kinds import specific


class Note(NamedTuple):
    """code: pending, no-evidence, self-verified, confirmed, opening or by-hand.

    records: how many it is true of; said: why.
    """

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
            "confirmed": _("confirmed by a leader: %(count)s"),
            "opening": _("opening entries: %(count)s"),
            "by-hand": _("typed by hand: %(why)s") if self.said else _("typed by hand, without a reason"),
        }
        return words[self.code] % {"count": self.records, "why": self.said}

    def as_json(self) -> dict[str, object]:
        """Plain JSON values."""
        return {"code": self.code, "count": self.records, "text": self.text}


class Pending:
    """The facts that submitted records will post once they are verified."""

    def __init__(self, units: Iterable[str], period: Period) -> None:
        self._facts: list[tuple[str, FactLine]] = []
        codes = set(units)
        waiting = Ledgered.objects.filter(
            state=State.SUBMITTED, unit__code__in=codes, happened__gte=period.first, happened__lte=period.last
        )
        for record in specific(list(waiting)):
            self._facts += ((record.ref, fact) for fact in record.facts(VERIFIED))

    def notes(self, indicator: Indicator) -> tuple[Note, ...]:
        """How many records would still add to an indicator."""
        records = len({ref for ref, fact in self._facts if _adds(fact, indicator)})
        return (Note("pending", records),) if records else ()


def _adds(fact: FactLine, indicator: Indicator) -> bool:
    return (
        fact.measure in indicator.measures
        and (not indicator.category or fact.category in indicator.category)
        and (not indicator.level or fact.level in indicator.level)
        and (not indicator.occasion or fact.occasion in indicator.occasion)
    )
