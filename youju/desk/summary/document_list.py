"""The list of documents (总结文稿)."""

from collections.abc import Iterable
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figures.period_choices import period_name
from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.desk.summary.document_begin import genres_for
from youju.desk.summary.document_filters import DocumentFilters
from youju.errors import NotAllowed
from youju.orgs.tree import home_unit
from youju.records.rights import reached_units
from youju.summaries.binding.outline import Outline, outline
from youju.summaries.drafts.access import documents_for
from youju.summaries.drafts.documents import Document, DocumentState, SectionVersion
from youju.summaries.drafts.history import last_written
from youju.summaries.issuing.editions import Erratum


class Row(NamedTuple):
    """erratum: of an issued document, how far its newest correction has come; None without one."""

    document: Document
    period: str
    written: SectionVersion | None
    counts: Outline
    erratum: Document | None


@require_GET
def document_list(request: HttpRequest) -> HttpResponse:
    """The documents open to the member, the newest first, and what to begin."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    filters = DocumentFilters(request.GET or None)
    found = filters.narrowed(documents_for(member))
    shown = listed(request, found.prefetch_related("all_sections"))
    documents = list(shown["page"].object_list)
    newest, errata = last_written(documents), _errata(documents)
    rows = [
        Row(each, period_name(each.about), newest.get(each.pk), outline(each.text), errata.get(each.pk))
        for each in documents
    ]
    context = shown | {
        "rows": rows,
        "filters": filters,
        "filtered": filters.is_set,
        "may_begin": bool(genres_for(member)),
        "is_local": member.has_role(*LOCAL),
        "is_bureau": home_unit().pk in reached_units(member, *BUREAU),
    }
    return render(request, "desk/summary/documents.html", context)


def _errata(documents: Iterable[Document]) -> dict[int, Document]:
    """The newest erratum of each, by the key of the document that it corrects."""
    found = Erratum.objects.filter(edition__document__in=documents).exclude(document__state=DocumentState.DROPPED)
    return {
        each.edition.document_id: each.document for each in found.select_related("edition", "document").order_by("pk")
    }
