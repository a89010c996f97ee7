"""What a stranger who holds a certificate of honour is told of it."""

from django.utils.translation import gettext as _

from youju.lib.codes import code_digest
from youju.orgs.people import mask
from youju.records.declared.papers import Vouched
from youju.records.honours.nomination.models import Nomination


def certificate_vouched(code: str) -> Vouched | None:
    """Number, title, masked name, unit, decision and whether it holds; None where no certificate has the code."""
    found = (
        Nomination.objects.filter(code_digest=code_digest(code)).select_related("person", "unit", "selection").first()
    )
    if found is None:
        return None
    round, valid = found.selection, found.is_valid
    said = (
        (_("Number"), found.number_text),
        (_("Title given"), str(round.award)),
        (_("Given to"), mask(found.person.name) if found.person else str(found.unit.name)),
        (_("Unit"), str(found.unit.name)),
        (_("Decision"), round.document),
        (_("Day of the decision"), str(round.decided_on or "")),
    )
    return Vouched(_("Certificate of honour"), valid, _state(valid), said)


def _state(valid: bool) -> str:
    if valid:
        return _("This certificate is valid.")
    return _("This certificate does not hold now: its award list is not verified, or was changed or voided since.")
