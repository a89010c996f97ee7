"""A document, or the template's annual summary, as a file: Word, PDF, a page, or plain text."""

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.addresses import desk_address
from youju.desk.scope import bureau_for, member_of
from youju.desk.summary.links import figure_link
from youju.desk.summary.summary_page import YEARS, summary_of
from youju.errors import NotFound
from youju.indicators.figure import Figure
from youju.lib.periods import Period
from youju.summaries.binding.markup import blocks
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.access import get_document_for
from youju.summaries.issuing.frozen import edition_that_stands, summary_that_stands
from youju.summaries.paper.files import MEDIA_TYPES, write
from youju.summaries.paper.heads import Heads
from youju.summaries.paper.title import plain_title


@require_GET
def summary_file(request: HttpRequest, year: int, ending: str) -> HttpResponseBase:
    """The text as the ledger stands now, blanks and all. Raises SummaryRefused where the template is at fault."""
    unit = bureau_for(member_of(request))
    if year not in YEARS or ending not in MEDIA_TYPES:
        raise NotFound()
    heads = Heads(issuer=unit.name, address=desk_address(request, reverse("summary", args=[year])))
    return file_answer(request, summary_of(unit, Period.year(year)), heads, ending)


@require_GET
def document_file(request: HttpRequest, ref: str, ending: str) -> HttpResponseBase:
    """A draft as the ledger stands now, blanks and all; what is frozen as its edition. Raises NotFound."""
    document = get_document_for(member_of(request), ref)
    if ending not in MEDIA_TYPES:
        raise NotFound()
    if edition := edition_that_stands(document):
        return redirect("edition-file", ref, edition.number, ending)
    address = desk_address(request, reverse("document", args=[ref]))
    heads = Heads(document.as_report, document.unit.name, document.addressee, address=address)
    return file_answer(request, summary_that_stands(document), heads, ending)


def file_answer(request: HttpRequest, summary: Summary, heads: Heads, ending: str) -> FileResponse:
    """A summary as a download that no cache keeps. ending: a key of MEDIA_TYPES."""

    def absolute(figure: Figure) -> str:
        return desk_address(request, figure_link(figure))

    content = write(summary, heads, ending, link=absolute)
    title = next((block.text for block in blocks(summary)), "")
    name = f"{plain_title(heads.title or title) or summary.unit_name}.{ending}"
    answer = FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=MEDIA_TYPES[ending])
    answer["Cache-Control"] = "private, no-store"
    return answer
