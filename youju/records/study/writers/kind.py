"""Expected writers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.study.writers.forms import WritersForm
from youju.records.study.writers.models import MEASURES, Writers

KIND = RecordKind(
    code="writers",
    section=Section.STUDY,
    label=_("Expected writers"),
    help=_("Who of a leading group owes a study report this year; one record a group and year."),
    model=Writers,
    form=WritersForm,
    measures=MEASURES,
    told_by=("应写人员", "每人撰写", "每人写一篇"),
)
