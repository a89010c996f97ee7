"""Upkeep as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section
from youju.records.standing.upkeep.forms import UpkeepForm
from youju.records.standing.upkeep.models import MEASURES, Condition, Upkeep

KIND = RecordKind(
    code="upkeep",
    section=Section.STANDING,
    label=_("Upkeep"),
    help=_("Somebody looked at a venue, a screen, a board …: in order, or what is broken, with a photo."),
    model=Upkeep,
    form=UpkeepForm,
    needs=(Need(EvidenceRole.PHOTO),),
    measures=MEASURES,
    sort_label=_("condition"),
    sorts=lambda: {str(code): str(label) for code, label in Condition.choices},
)
