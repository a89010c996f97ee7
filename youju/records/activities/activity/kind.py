"""Activities as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.activities.activity.deeds import prizes_of
from youju.records.activities.activity.doubles import prizes_elsewhere
from youju.records.activities.activity.forms import ActivityForm
from youju.records.activities.activity.models import MEASURES, Activity
from youju.records.activities.activity.sorts import ActivitySort
from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import number_by, phrase

KIND = RecordKind(
    code="activity",
    section=Section.ACTIVITIES,
    label=_("Activities and contests"),
    help=_("A lecture, memorial day, show, sports meeting or contest: who took part, and what was won."),
    model=Activity,
    form=ActivityForm,
    sort_label=_("sort of activity"),
    sorts=lambda: {sort.value: str(sort.label) for sort in ActivitySort},
    needs=(Need(EvidenceRole.PHOTO),),
    measures=MEASURES,
    shared=True,
    twins=prizes_elsewhere,
    deeds=prizes_of,
    told_by=(
        "讲座",
        "晨读",
        "诵读",
        "朗诵",
        "演讲",
        "合唱",
        "主题活动",
        "主题班会",
        "纪念活动",
        "联赛",
        "锦标赛",
        "第一名",
        "第二名",
        "第三名",
        "冠军",
        "亚军",
        "报告会",
        "道德讲堂",
        "祭扫",
        "烈士陵园",
        "缅怀",
        "升旗仪式",
        "国家公祭",
        "九一八",
        "国庆",
        "读书节",
        "阅读节",
        "研学",
        "参观",
        "劳动实践",
        "文艺演出",
        "汇演",
        "艺术节",
        "展演",
        "运动会",
        "体育节",
        "竞赛",
        "大赛",
        "评优课",
        "优质课评比",
        "参赛作品",
        "一等奖",
        "二等奖",
        "三等奖",
        "冠军",
        "亚军",
        "决赛",
    ),
    reads={
        "place": phrase(r"在([一-鿿A-Za-z0-9]{2,20}?(?:报告厅|礼堂|操场|广场|图书馆|陵园|纪念馆|体育馆|厅|馆|楼))"),
        "adults": number_by("教师", "教职工", "老师", "家长"),
        "pupils": number_by("学生", "同学", "少先队员", "幼儿"),
        "works": number_by("作品", "参赛作品", measures="件幅篇个份"),
    },
)
