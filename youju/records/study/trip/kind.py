"""Study trips and training as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.study.trip.forms import TripForm
from youju.records.study.trip.models import MEASURES, Course, Trip

KIND = RecordKind(
    code="trip",
    section=Section.STUDY,
    label=_("Study trips and training"),
    help=_("One batch that was sent to learn: where to, for how many days, and who was in it."),
    model=Trip,
    form=TripForm,
    needs=(Need(EvidenceRole.SIGN_IN), Need(EvidenceRole.PHOTO)),
    measures=MEASURES,
    shared=True,
    told_by=(
        "外出学习",
        "赴外学习",
        "培训班",
        "集中培训",
        "跟岗",
        "学习考察",
        "考察学习",
        "参观学习",
        "一行",
        "研修",
        "现场教学",
        "参训",
        "选派",
    ),
    sort_label=_("sort of training"),
    sorts=lambda: {str(code): str(label) for code, label in Course.choices},
)
