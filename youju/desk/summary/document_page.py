"""The page of a document: its sections one under the other, what they rest on, and what is still wrong."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figures.period_choices import period_name
from youju.desk.scope import member_of
from youju.desk.summary.chips import Chips
from youju.desk.summary.document_begin import genre_name
from youju.desk.summary.shown_sections import counted, shown_sections
from youju.orgs.members import Member
from youju.summaries.drafts.access import get_document_for, may_comment, may_sign, may_write
from youju.summaries.drafts.comments import comments_of
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.drafts.history import last_written
from youju.summaries.paper.files import ENDINGS


@require_GET
def document_page(request: HttpRequest, ref: str) -> HttpResponse:
    """The text as the ledger stands now; every figure is a chip that opens."""
    member = member_of(request)
    document = get_document_for(member, ref)
    return render(request, "desk/summary/document.html", document_context(document, member))


def document_context(document: Document, member: Member) -> dict[str, Any]:
    """What the page and those built on it show."""
    chips = Chips(document.unit, document.about)
    sections = shown_sections(document, chips)
    return {
        "document": document,
        "genre": genre_name(document.genre),
        "period_name": period_name(document.about),
        "sections": sections,
        "cards": chips.cards,
        "counts": counted(sections),
        "last": last_written([document]).get(document.pk),
        "closed": [section for section in document.all_sections.all() if section.closed],
        "fixed": document.state in (DocumentState.FROZEN, DocumentState.SIGNED, DocumentState.ISSUED),
        "writes": document.state == DocumentState.DRAFT and may_write(member, document.unit),
        "endings": ENDINGS,
        "signs": may_sign(member, document.unit),
        "comments": comments_of(document),
        "may_comment": may_comment(member, document.unit),
        "may_answer": may_write(member, document.unit),
        "objections": list(document.objections.select_related("unit", "author", "answered_by")),
    }
