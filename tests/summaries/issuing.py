"""A bureau's document on its way out: alice writes and issues, sam signs, a few records stand behind it."""

from types import SimpleNamespace

from tests.records.cast import verified, visits
from youju.lib.periods import Period
from youju.records.heads.record import Record
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin
from youju.summaries.issuing.verbs import standing_edition, summary_freeze, summary_issue, summary_sign

PASSWORD = "a long pass phrase"
TEXT = (
    "# {{unit}}{{year}}年工作总结\n\n开头。\n\n## 一、考试\n\n**成绩。** 参加高考{{exam.candidates}}，"
    "走访{{手填 12次 | 未入台账 | 会议记录 | 局办公室}}。\n"
)


def record(cast: SimpleNamespace, quantity: int = 17) -> Record:
    """A verified number of candidates: bob's, verified by alice."""
    return verified(visits(cast.bob, cast.hill, quantity), cast.bob, cast.alice)


def written(cast: SimpleNamespace, text: str = TEXT, **head: object) -> Document:
    """A draft of the bureau, begun by alice."""
    document = document_begin(
        unit=cast.county, genre=get_genre("annual"), period=Period.year(2025), title="2025年工作总结", text=text,
        actor=cast.alice,
    )  # fmt: skip
    Document.objects.filter(pk=document.pk).update(**head)
    return again(document)


def frozen(cast: SimpleNamespace, text: str = TEXT, **head: object) -> Document:
    document = written(cast, text, **head)
    summary_freeze(document=document, actor=cast.alice)
    return again(document)


def signed(cast: SimpleNamespace, text: str = TEXT, **head: object) -> Document:
    return sign(frozen(cast, text, **head), cast)


def sign(document: Document, cast: SimpleNamespace) -> Document:
    digest = standing_edition(document).digest
    summary_sign(document=document, digest=digest, proof=PASSWORD, actor=cast.sam)
    return again(document)


def issued(cast: SimpleNamespace, text: str = TEXT, **head: object) -> Document:
    document = signed(cast, text, **head)
    summary_issue(document=document, actor=cast.alice)
    return again(document)


def again(document: Document) -> Document:
    """As somebody else has it open."""
    return Document.objects.get(pk=document.pk)
