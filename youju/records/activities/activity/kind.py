"""Activities as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.activities.activity.deeds import prizes_of
from youju.records.activities.activity.forms import ActivityForm
from youju.records.activities.activity.models import MEASURES, Activity
from youju.records.activities.activity.sorts import ActivitySort
from youju.records.evidence_roles import EvidenceRole
from youju.records.kind import RecordKind
from youju.records.needs import Need
from youju.records.sections import Section

KIND = RecordKind(
    code="activity",
    section=Section.ACTIVITIES,
    label=_("Activities and contests"),
    help=_("A lecture, memorial day, show, sports meeting or contest: who took part, and what was won."),
    model=Activity,
    form=ActivityForm,
    sort_label=_("sort of activity"),
    sorts=lambda: {sort.value: str(sort.label) for sort in ActivitySort},
    needs=(Need(EvidenceRole.PHOTO),),
    measures=MEASURES,
    deeds=prizes_of,
)
