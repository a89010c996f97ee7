"""Titles held as a kind."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from youju.records.accreditation.holding.forms import EndingForm, HoldingForm, titles
from youju.records.accreditation.holding.models import ENDED, MEASURES, Ending, Holding
from youju.records.declared.later import Lapse, Later
from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import document

KIND = RecordKind(
    code="holding",
    section=Section.ACCREDITATION,
    label=_("Titles held"),
    help=_("A title that a unit was granted and holds until it runs out, is renewed, upgraded or revoked."),
    model=Holding,
    form=HoldingForm,
    needs=(Need(EvidenceRole.DECISION),),
    measures=MEASURES,
    sort_label=_("title granted"),
    sorts=titles,
    later=(
        Later(
            milestone=ENDED,
            label=_("Note that it has ended"),
            reached=_("no longer in force"),
            help=_("The title counts up to the day before. A title that runs out ends by itself on its day."),
            form=EndingForm,
        ),
    ),
    lapse=Lapse(
        milestone=ENDED,
        open=Q(ended_on=None),
        values=lambda holding: {
            "ended_on": holding.runs_out_on,
            "ended_how": Ending.EXPIRED,
            "ended_reason": "",
        },
    ),
    told_by=(
        "创建成功",
        "有效期",
        "复评",
        "认定为",
        "被评为文明",
        "被授予市级",
        "被授予县级",
        "被授予省级",
        "被命名为",
        "命名",
        "通过验收",
        "授牌",
        "挂牌",
        "示范学校",
        "特色学校",
        "文明校园",
        "创成",
    ),
    one_decision=True,
    reads={"document": document},
)
