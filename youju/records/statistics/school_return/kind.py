"""School returns as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import number_by
from youju.records.statistics.school_return.doubled import refuse_second
from youju.records.statistics.school_return.forms import SchoolReturnForm
from youju.records.statistics.school_return.models import MEASURES, SchoolReturn
from youju.records.statistics.school_return.sorts import SchoolType

KIND = RecordKind(
    code="schoolreturn",
    section=Section.STATISTICS,
    label=_("School returns"),
    help=_("A school's basic counts as of 1 September: classes, pupils, entrants, leavers by stage, staff, area."),
    model=SchoolReturn,
    form=SchoolReturnForm,
    measures=MEASURES,
    sort_label=_("type of school"),
    sorts=lambda: {str(code): str(label) for code, label in SchoolType.choices},
    refuses=refuse_second,
    told_by=("基本情况统计", "事业统计", "基础数据", "学年初", "在校生", "教职工总数", "教学班"),
    reads={
        "staff": number_by("教职工", "教职工总数"),
        "teachers": number_by("专任教师"),
    },
)
