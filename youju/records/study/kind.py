"""Study as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.kind import Kind
from youju.records.study.forms import StudyForm
from youju.records.study.models import MEASURES, StudySession

STUDY = Kind(
    code="study",
    label=_("Study"),
    help=_("Study sessions with their roster: who should have come, who came."),
    model=StudySession,
    form=StudyForm,
    measures=MEASURES,
)
