"""Certificates of volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.rights import units_to_record_for
from youju.records.volunteering.certificate.deeds import certificates_of
from youju.records.volunteering.certificate.forms import CertificateForm, CertificateMoveForm
from youju.records.volunteering.certificate.listing import COLUMNS, NARROWS
from youju.records.volunteering.certificate.models import MEASURES, Certificate
from youju.records.volunteering.certificate.page import beside
from youju.records.volunteering.certificate.paper import certificate_paper
from youju.records.volunteering.certificate.vouching import certificate_vouched

KIND = CaseKind(
    code="certificate",
    section=Section.VOLUNTEERING,
    label=_("Certificates of volunteers"),
    help=_("What a unit certifies of a volunteer: the hours of the verified services, after a notice in the unit."),
    model=Certificate,
    opens=CertificateForm,
    move_form=CertificateMoveForm,
    open_label=_("Request it"),
    opens_for=units_to_record_for,
    columns=COLUMNS,
    narrows=NARROWS,
    beside=beside,
    paper=certificate_paper,
    vouches=certificate_vouched,
    deeds=certificates_of,
    measures=MEASURES,
)
