"""Services of volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section
from youju.records.volunteering.service.forms import ServiceForm
from youju.records.volunteering.service.models import MEASURES, Service

KIND = RecordKind(
    code="service",
    section=Section.VOLUNTEERING,
    label=_("Volunteer services"),
    help=_("One activity of volunteers: where, who served and how long."),
    model=Service,
    form=ServiceForm,
    measures=MEASURES,
    needs=(Need(EvidenceRole.PHOTO), Need(EvidenceRole.SIGN_IN)),
)
