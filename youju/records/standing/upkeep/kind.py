"""Upkeep as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import phrase, word_for
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
    told_by=(
        "巡查",
        "报修",
        "不亮",
        "破损",
        "掉落",
        "检查发现",
        "文化墙",
        "黑屏",
        "褪色",
        "松动",
        "检修",
        "损坏",
        "完好",
        "维修",
        "电子屏",
        "宣传栏",
        "宣传屏",
        "漏水",
        "更换",
        "故障",
        "脱落",
    ),
    reads={
        "sort": word_for(
            {"broken": ("损坏", "故障", "脱落", "漏水", "破损", "不亮", "黑屏"), "in_order": ("完好", "正常")}
        ),
        "found": phrase(r"([^，。；,;！!\n]*(?:损坏|故障|脱落|漏水|破损|不亮|黑屏)[^，。；,;！!\n]*)"),
    },
)
