"""What a page says of records that may tell something twice; a record that is not the reader's to see is not named."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.reading.access import heads_for, records_among
from youju.records.reading.days_off import days_off
from youju.records.reading.outliers import Outlier, outliers_of
from youju.records.reading.repeats import Twin, evidence_elsewhere, same_day


class PerhapsToldBefore(YoujuError):
    """Why a record is not handed in by the same press that saved it."""

    code, status = "perhaps-told-before", 409
    sentence = _("Perhaps this was told before: look below, then hand it in.")


class LooksUnusual(YoujuError):
    """The same, for a number far above what was told before."""

    code, status = "looks-unusual", 409
    sentence = _("A number looks unusually large: look below. If it is right, hand it in all the same.")


class Shared(NamedTuple):
    """What another record has too: evidence, or (told) something it says.

    record: None where the reader may not open it.
    """

    name: str
    same: bool
    record: Ledgered | None
    told: bool = False


class Hints(NamedTuple):
    """day_off: what the day is, where it is one off; that alone holds nothing up."""

    shared: list[Shared]
    same_day: list[Ledgered]
    outliers: list[Outlier]
    day_off: str = ""

    @property
    def told_before(self) -> bool:
        return bool(self.shared or self.same_day)

    @property
    def holds_up(self) -> bool:
        """Whether it is to be looked at before the record goes in."""
        return self.told_before or bool(self.outliers)

    @property
    def of_decided(self) -> "Hints":
        """What still matters once somebody has accepted the record: whoever did saw numbers and day."""
        return self._replace(outliers=[], day_off="")

    @property
    def digest(self) -> str:
        """Tells what is said to hold the record up from anything else, so that it is known to have been shown."""
        shared = [(shared.name, shared.same, shared.record and shared.record.ref) for shared in self.shared]
        numbers = [(outlier.measure.code, *outlier[1:]) for outlier in self.outliers]
        said = repr((shared, [head.ref for head in self.same_day], numbers))
        return sha256(said.encode()).hexdigest()[:16]

    def named(self) -> list[Ledgered]:
        """The records that are named here, each once."""
        every = [*self.same_day, *(shared.record for shared in self.shared if shared.record)]
        return list({head.pk: head for head in every}.values())

    def same_kind(self, kind: str) -> list[Ledgered]:
        """The records of a kind that are named here and were handed in: what one of the two may be closed for."""
        return [head for head in self.named() if head.kind == kind and head.state != State.DRAFT]


def hints_of(records: Sequence[Ledgered], reader: Member) -> dict[str, Hints]:
    """The hints of those records that have any, by ref; a few queries, however many records.

    records: with their kind's own columns.
    """
    unusual, off = outliers_of(records), days_off(records)
    twins, days = evidence_elsewhere(records), same_day(records)
    refs = {twin.ref for each in twins.values() for twin in each} | {ref for each in days.values() for ref in each}
    heads = {head.ref: head for head in heads_for(reader, sorted(refs))}
    nameless = records_among(refs - heads.keys())
    found = {
        record.ref: Hints(
            _shared([twin for twin in twins.get(record.ref, []) if twin.ref in heads.keys() | nameless], heads),
            [heads[ref] for ref in days.get(record.ref, []) if ref in heads],
            unusual.get(record.ref, []),
            off.get(record.ref, ""),
        )
        for record in records
    }
    return {ref: hints for ref, hints in found.items() if hints.holds_up or hints.day_off}


def _shared(twins: list[Twin], heads: dict[str, Ledgered]) -> list[Shared]:
    """Those the reader may open one by one; of other records only that there are any, once a file."""
    told = [Shared(twin.name, twin.same, heads.get(twin.ref), twin.told) for twin in twins]
    return list(dict.fromkeys(told))
