"""What a page says of records that may tell something twice; a record that is not the reader's to see is not named."""

from collections.abc import Sequence
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.members import Member
from youju.records.access import heads_for
from youju.records.ledgered import Ledgered
from youju.records.outliers import Outlier, outliers_of
from youju.records.repeats import Twin, evidence_elsewhere, same_day
from youju.records.states import State


class PerhapsToldBefore(YoujuError):
    """Why a record is not handed in by the same press that saved it."""

    code, status = "perhaps-told-before", 409
    sentence = _("Perhaps this was told before: look below, then hand it in.")


class LooksUnusual(YoujuError):
    """The same, for a number far above what was told before."""

    code, status = "looks-unusual", 409
    sentence = _("A number looks unusually large: look below. If it is right, hand it in all the same.")


class Shared(NamedTuple):
    """Evidence that another record rests on too. record: None where the reader may not open it."""

    name: str
    same: bool
    record: Ledgered | None


class Hints(NamedTuple):
    shared: list[Shared]
    same_day: list[Ledgered]
    outliers: list[Outlier]

    @property
    def told_before(self) -> bool:
        return bool(self.shared or self.same_day)

    def same_kind(self, kind: str) -> list[Ledgered]:
        """The records of a kind that are named here and were handed in: what one of the two may be closed for."""
        named = [*self.same_day, *(shared.record for shared in self.shared if shared.record)]
        return list({head.pk: head for head in named if head.kind == kind and head.state != State.DRAFT}.values())


def hints_of(records: Sequence[Ledgered], reader: Member) -> dict[str, Hints]:
    """The hints of those records that have any, by ref; a few queries, however many records.

    records: with their kind's own columns.
    """
    unusual = outliers_of(records)
    twins, days = evidence_elsewhere([record.ref for record in records]), same_day(records)
    refs = {twin.ref for each in twins.values() for twin in each} | {ref for each in days.values() for ref in each}
    heads = {head.ref: head for head in heads_for(reader, sorted(refs))}
    found = {
        record.ref: Hints(
            _shared(twins.get(record.ref, []), heads),
            [heads[ref] for ref in days.get(record.ref, []) if ref in heads],
            unusual.get(record.ref, []),
        )
        for record in records
    }
    return {ref: hints for ref, hints in found.items() if hints.told_before or hints.outliers}


def _shared(twins: list[Twin], heads: dict[str, Ledgered]) -> list[Shared]:
    """Those the reader may open one by one; of the others only that there are any, once a file."""
    told = [Shared(twin.attachment.name, twin.same, heads.get(twin.ref)) for twin in twins]
    return list(dict.fromkeys(told))
