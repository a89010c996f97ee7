"""What a decision leads to: the award list, handed in with the decision beside it, and a numbered certificate each.

Selections and nominations are those of the models, which ask here.
"""

from typing import Any

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.codes import code_digest, new_code
from youju.orgs import sequences
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.records.attach import evidence_attach
from youju.records.attachments import Attachment, Grade
from youju.records.evidence_roles import EvidenceRole
from youju.records.lateness import is_late
from youju.records.record_begin import record_begin
from youju.records.states import EDITABLE
from youju.records.verbs import record_submit

SEQUENCE = "award-certificate"


def award_values(round: Any) -> dict[str, Any] | None:
    """The values of the award list; None before the title is given."""
    if not round.is_given:
        return None
    late = is_late(round.decided_on, clock.today(), setting("late_days"))
    return {
        "unit": round.unit,
        "title": round.title,
        "happened": round.decided_on,
        "document": round.document,
        "issuer": round.award.issuer or str(round.unit.name),
        "occasion": round.occasion,
        "late_reason": _("written when the title was given, after the selection %(ref)s") % {"ref": round.ref}
        if late
        else "",
        "holders": [
            {"title": round.award, "person": each.person, "unit": each.unit, "pupils": None}
            for each in round.nominations_listed()
        ],
    }


def award_list_make(round: Any, actor: Member) -> None:
    """Write the award list, put the decision beside it, hand it in: somebody else verifies it. Number the certificates.

    Raises as ``record_submit``: AwardedTwice where another list gives the title to one of them.
    """
    record = record_begin(case=round, actor=actor)
    for attachment in _decision(round):
        evidence_attach(
            record=record, actor=actor, file=attachment.file, link=attachment.link, name=attachment.name,
            grade=Grade.FILE, role=EvidenceRole.DECISION,
        )  # fmt: skip
    if record.state in EDITABLE:
        record_submit(record=record, actor=actor)
    _number(round)


def _decision(round: Any) -> list[Attachment]:
    """What came with the signing, or later."""
    signed = round.verified_at or clock.now()
    return list(Attachment.objects.filter(record_ref=round.ref, added__gte=signed).select_related("file"))


def _number(round: Any) -> None:
    year = clock.today().year
    for nomination in round.nominations_listed():
        code = new_code()
        nomination.put(
            certificate_year=year, certificate_number=sequences.take(SEQUENCE, year), code=code,
            code_digest=code_digest(code),
        )  # fmt: skip
