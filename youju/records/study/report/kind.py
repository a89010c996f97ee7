"""Study reports as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.study.report.forms import ReportForm
from youju.records.study.report.models import MEASURES, Reports, ReportSort

KIND = RecordKind(
    code="report",
    section=Section.STUDY,
    label=_("Study reports"),
    help=_("Texts that members of a unit wrote on their study, each with its writer."),
    model=Reports,
    form=ReportForm,
    measures=MEASURES,
    told_by=("学习报告", "心得体会", "学习心得", "读书报告", "调研报告", "理论文章", "撰写"),
    sort_label=_("sort of text"),
    sorts=lambda: {str(code): str(label) for code, label in ReportSort.choices},
)
