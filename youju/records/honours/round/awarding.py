"""What a decision leads to: the values of the award list, the paper beside it, and a numbered certificate each.

Selections and nominations are those of the models, which ask here.
"""

from typing import Any

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.codes import code_digest, new_code
from youju.orgs import sequences
from youju.orgs.settings import setting
from youju.orgs.tree import signing_name
from youju.records.heads.attachments import Attachment
from youju.records.heads.lateness import is_late

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
        "issuer": round.award.issuer or signing_name(round.unit, round.decided_on),
        "occasion": round.occasion,
        "late_reason": _("written when the title was given, after the selection %(ref)s") % {"ref": round.ref}
        if late
        else "",
        "holders": [
            {"title": round.award, "person": each.person, "unit": each.unit, "pupils": None}
            for each in round.nominations_listed()
        ],
    }


def decision_of(round: Any) -> list[Attachment]:
    """What came with the signing, or later: the document of the decision."""
    signed = round.verified_at or clock.now()
    return list(Attachment.objects.filter(record_ref=round.ref, added__gte=signed).select_related("file"))


def certificates_number(round: Any) -> None:
    """Number a certificate for each on the list, with the code by which a stranger checks it. A part of a verb."""
    year = clock.today().year
    for nomination in round.nominations_listed():
        code = new_code()
        nomination.put(
            certificate_year=year, certificate_number=sequences.take(SEQUENCE, year), code=code,
            code_digest=code_digest(code),
        )  # fmt: skip
