"""Award lists as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.honours.award.deeds import honours_of
from youju.records.honours.award.forms import AwardForm
from youju.records.honours.award.models import AwardList
from youju.records.honours.measures import MEASURES
from youju.records.kind import RecordKind
from youju.records.messages.reading import document, quoted

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
    told_by=(
        "表彰",
        "发文",
        "获得",
        "评为",
        "当选",
        "荣获",
        "获评",
        "喜报",
        "被评为",
        "授予",
        "获奖",
        "先进个人",
        "光荣榜",
        "表彰决定",
        "称号",
        "祝贺",
    ),
    reads={"title": quoted, "document": document},
)
