"""What a stranger who holds a certificate is told of it."""

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.codes import code_digest
from youju.orgs.people import mask
from youju.orgs.tree import signing_name
from youju.phrases import duration
from youju.records.declared.papers import Vouched
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.certificate.notice import day_text


def certificate_vouched(code: str) -> Vouched | None:
    """Number, masked name, hours, days, unit and whether it holds; None where no certificate has the code."""
    found = Certificate.objects.filter(code_digest=code_digest(code)).select_related("person", "unit").first()
    if found is None:
        return None
    said = (
        (_("Number"), found.number_text),
        (_("Volunteer"), mask(found.person.name)),
        (_("Time served"), duration(found.minutes)),
        (_("Service from – to"), f"{day_text(found.happened)} – {day_text(found.last_day)}"),
        (_("Issued by"), signing_name(found.unit, found.issued_on or clock.today())),
        (_("Issued on"), day_text(found.issued_on)),
    )
    return Vouched(_("Certificate of volunteer service"), found.is_valid, _state(found), said)


def _state(certificate: Certificate) -> str:
    if certificate.is_valid:
        return _("This certificate is valid.")
    return _("This certificate is void. Ask the unit that issued it for a new one.")
