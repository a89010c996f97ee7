"""Which evidence a kind wants beside its records, and what of it is not there yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from youju.phrases import enumerated
from youju.records.heads.attachments import Attachment
from youju.records.heads.evidence_roles import EvidenceRole


@dataclass(frozen=True)
class Need:
    """requires: without it a record is not handed in; otherwise it is only said that it is missing."""

    role: EvidenceRole
    requires: bool = False


def missing_needs(needs: Iterable[Need], attachments: Iterable[Attachment]) -> list[Need]:
    """The needs that no attachment answers, in their order."""
    there = {attachment.role for attachment in attachments}
    return [need for need in needs if need.role not in there]


def roles_text(needs: Iterable[Need]) -> str:
    """The roles in words, as in a sentence: “minutes, sign-in sheet”."""
    return enumerated(need.role.label for need in needs)
