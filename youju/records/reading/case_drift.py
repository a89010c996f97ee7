"""Cases beside their steps: whether a head says what was done with it, and holds nothing that its moves never write.

A case's history is its audit rows, which are under the digests of the log. What of the head no milestone commits to
follows from them or stays empty.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.raw import RawRow, raw_rows
from youju.lib.batches import batches
from youju.orgs.audit import AuditRow
from youju.records.heads.case import MOVED, OPENED
from youju.records.heads.ledgered import Ledgered
from youju.records.kinds import case_kinds

# Columns of the head that belong to records alone. A kind whose moves write some of them says so by ``HEADS``.
_OF_RECORDS = (
    "happened_until", "opening", "filed_by_id", "handed_in_on", "submitted_at", "verifier_id", "verified_at",
    "self_verified", "late", "late_reason", "returned_reason", "void_reason", "dropped_reason", "same_as_id",
)  # fmt: skip


class OddCase(NamedTuple):
    """A case whose head does not fit its steps."""

    ref: str
    sentence: str


def odd_cases() -> Iterator[OddCase]:
    """Each head of a case that somebody changed beside the verbs. Two queries a few hundred cases."""
    for kind in case_kinds():
        may_hold = {*kind.model.HEADS, *kind.model.EDITED}
        foreign = [column for column in _OF_RECORDS if column.removesuffix("_id") not in may_hold]
        heads = raw_rows(Ledgered, Ledgered.objects.filter(kind=kind.code))
        for batch in batches(heads):
            steps = _steps([str(head.values.get("ref")) for head in batch])
            for head in batch:
                ref = str(head.values.get("ref"))
                if sentence := _oddity(head, foreign, steps.get(ref, [])):
                    yield OddCase(ref, sentence)


def _oddity(head: RawRow, foreign: Sequence[str], steps: Sequence[Mapping[str, str]]) -> str:
    ref, state = head.values.get("ref"), head.values.get("state")
    if not steps or state != steps[-1].get("to"):
        return _("%(ref)s: nothing on record brought it to its state, “%(state)s”.") % {"ref": ref, "state": state}
    written = next((column for column in foreign if head.values.get(column)), "")
    if written:
        said = {"ref": ref, "item": written.removesuffix("_id")}
        return _("%(ref)s: “%(item)s” was written outside the system: no move writes it.") % said
    return ""


def _steps(refs: Sequence[str]) -> dict[str, list[Mapping[str, str]]]:
    """The details of the steps of each case, oldest first."""
    found: dict[str, list[Mapping[str, str]]] = {}
    rows = AuditRow.objects.filter(target__in=refs, action__in=(OPENED, MOVED))
    for row in raw_rows(AuditRow, rows):
        detail = row.values.get("detail")
        found.setdefault(str(row.values["target"]), []).append(detail if isinstance(detail, dict) else {})
    return found
