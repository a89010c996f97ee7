"""Publicity items as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import link, phrase
from youju.records.publicity.item.forms import PublicityItemForm
from youju.records.publicity.item.models import MEASURES, PublicityItem
from youju.records.publicity.item.reported_links import refuse_reported
from youju.records.publicity.outlet.models import OutletSort


def sorts() -> dict[str, str]:
    """The label of each sort of outlet by its code, in the language now active."""
    return {sort.value: str(sort.label) for sort in OutletSort if sort is not OutletSort.BULLETIN}


KIND = RecordKind(
    code="item",
    section=Section.PUBLICITY,
    label=_("Publicity items"),
    help=_("A text, picture or film that a paper, station, website or account has published: one a medium."),
    model=PublicityItem,
    form=PublicityItemForm,
    measures=MEASURES,
    sort_label=_("sort of outlet"),
    sorts=sorts,
    needs=(Need(EvidenceRole.CLIPPING),),
    headings={
        "title": ("标题", "稿件标题"),
        "happened": ("刊发日期", "发布日期"),
        "outlet": ("媒体", "刊发媒体", "发布平台"),
        "link": ("网址", "链接地址"),
        "form": ("体裁", "形式"),
    },
    refuses=refuse_reported,
    told_by=(
        "刊发",
        "登上",
        "电视台",
        "广播电台",
        "日报",
        "教育报",
        "官网",
        "网站发布",
        "采访",
        "头条",
        "版面",
        "阅读量",
        "刊登",
        "刊载",
        "报道",
        "发表在",
        "登载",
        "见报",
        "推文",
        "公众号",
        "推送",
        "播出",
        "转发",
        "头版",
        "发布了",
        "学习强国",
        "融媒体",
        "视频号",
    ),
    reads={"link": link, "title": phrase(r"《([^《》\n]{2,60}(?<![报刊志台网]))》")},
)
