"""Study sessions as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import number_by, phrase, quoted
from youju.records.study.session.forms import StudyForm
from youju.records.study.session.models import MEASURES, StudySession, StudySort
from youju.records.study.session.sheet import ATTENDANCE
from youju.records.study.session.told import sort_told

KIND = RecordKind(
    code="session",
    section=Section.STUDY,
    label=_("Study sessions"),
    help=_("Study sessions with their roster: who should have come, who came."),
    model=StudySession,
    form=StudyForm,
    lines=(ATTENDANCE,),
    needs=(Need(EvidenceRole.MINUTES), Need(EvidenceRole.SIGN_IN)),
    measures=MEASURES,
    sort_label=_("sort of study"),
    sorts=lambda: {str(code): str(label) for code, label in StudySort.choices},
    told_by=(
        "集中学习",
        "理论学习",
        "政治学习",
        "主题党日",
        "三会一课",
        "专题学习",
        "专题研讨",
        "专题党课",
        "上党课",
        "党课",
        "学习了",
        "传达学习",
        "宣讲",
        "观看警示教育片",
        "读书班",
        "学习会",
        "领学",
        "观看",
        "警示片",
        "党员大会",
        "支部大会",
        "心得",
        "专题讲座",
        "辅导报告",
        "学习上级",
        "业务学习",
        "研讨",
        "交流发言",
        "学习研讨",
    ),
    reads={
        "sort": sort_told,
        "topic": quoted,
        "speaker": phrase(r"(?:主讲人|宣讲人|讲师)[:：为是]?\s*([一-鿿]{2,4})(?=[，。；,;\s]|$)"),
        "guests": number_by("列席"),
    },
)
