"""The list of documents (总结文稿)."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figures.period_choices import period_name
from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.desk.summary.document_begin import genres_for
from youju.errors import NotAllowed
from youju.orgs.tree import home_unit
from youju.records.rights import reached_units
from youju.summaries.binding.outline import Outline, outline
from youju.summaries.drafts.access import documents_for
from youju.summaries.drafts.documents import Document, SectionVersion
from youju.summaries.drafts.history import last_written


class Row(NamedTuple):
    document: Document
    period: str
    written: SectionVersion | None
    counts: Outline


@require_GET
def document_list(request: HttpRequest) -> HttpResponse:
    """The documents open to the member, the newest first, and what to begin."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    shown = listed(request, documents_for(member).prefetch_related("all_sections"))
    documents = list(shown["page"].object_list)
    newest = last_written(documents)
    rows = [Row(each, period_name(each.about), newest.get(each.pk), outline(each.text)) for each in documents]
    context = shown | {
        "rows": rows,
        "may_begin": bool(genres_for(member)),
        "is_local": member.has_role(*LOCAL),
        "is_bureau": home_unit().pk in reached_units(member, *BUREAU),
    }
    return render(request, "desk/summary/documents.html", context)
