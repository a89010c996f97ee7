"""Services of volunteers as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import minutes, number_by, phrase
from youju.records.volunteering.service.deeds import services_of
from youju.records.volunteering.service.forms import ServiceForm
from youju.records.volunteering.service.models import MEASURES, Service
from youju.records.volunteering.service.platform_list import PLATFORM_LIST

KIND = RecordKind(
    code="service",
    section=Section.VOLUNTEERING,
    label=_("Volunteer services"),
    help=_("One activity of volunteers: where, who served and how long."),
    model=Service,
    form=ServiceForm,
    measures=MEASURES,
    by_list=PLATFORM_LIST,
    deeds=services_of,
    needs=(Need(EvidenceRole.PHOTO), Need(EvidenceRole.SIGN_IN)),
    told_by=(
        "志愿服务",
        "志愿活动",
        "清扫",
        "义务",
        "义诊",
        "指路",
        "献血",
        "爱心",
        "服务时长",
        "服务两小时",
        "敬老",
        "志愿者",
        "学雷锋",
        "义务劳动",
        "文明劝导",
        "交通劝导",
        "清洁家园",
        "捡拾垃圾",
        "敬老院",
        "义卖",
        "红马甲",
        "护河",
        "植树",
    ),
    reads={
        "minutes": minutes,
        "pupils": number_by("学生志愿者", "小志愿者", "学生"),
        "place": phrase(
            r"(?:走进|来到|前往|赴|在)([一-鿿]{2,20}?)(?=开展|进行|参加|清理|服务|慰问|捡拾|清洁|打扫|劝导|植树|义务|，|,|。)"
        ),
    },
)
