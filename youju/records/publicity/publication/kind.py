"""Publications as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.declared.needs import Need
from youju.records.heads.evidence_roles import EvidenceRole
from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.messages.reading import phrase, quoted
from youju.records.publicity.publication.forms import PublicationForm
from youju.records.publicity.publication.models import MEASURES, Publication, PublicationSort


def sorts() -> dict[str, str]:
    """The label of each sort by its code, in the language now active."""
    return {sort.value: str(sort.label) for sort in PublicationSort}


KIND = RecordKind(
    code="publication",
    section=Section.PUBLICITY,
    label=_("Publications"),
    help=_("A book, album, film or journal that was brought out: one title, one volume or one issue."),
    model=Publication,
    form=PublicationForm,
    measures=MEASURES,
    sort_label=_("sort of publication"),
    sorts=sorts,
    needs=(Need(EvidenceRole.PHOTO),),
    headings={"title": ("书名", "作品名称"), "happened": ("出版日期",), "number": ("书号", "准印证号")},
    told_by=(
        "出版",
        "宣传片",
        "制作完成",
        "刊印",
        "汇编",
        "成册",
        "编印",
        "印制完成",
        "书号",
        "出刊",
        "校刊",
        "画册",
        "读本",
        "成片",
        "结集",
        "首发",
        "创刊",
    ),
    reads={
        "title": quoted,
        "publisher": phrase(r"(?:由|[，。；、\s])([一-鿿]{2,12}出版社)"),
        "number": phrase(r"(ISBN[\s:：]?[\d-]{10,17}[\dXx])"),
    },
)
