"""Award lists as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.honours.award.deeds import honours_of
from youju.records.honours.award.forms import AwardForm
from youju.records.honours.award.models import AwardList
from youju.records.honours.measures import MEASURES
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section

KIND = RecordKind(
    code="award",
    section=Section.HONOURS,
    label=_("Award lists"),
    help=_("One published decision with all persons and units that it honours."),
    model=AwardList,
    form=AwardForm,
    needs=(Need(EvidenceRole.DECISION),),
    measures=MEASURES,
    deeds=honours_of,
)
