"""An edition as a file: Word, PDF, a page, or plain text; the same bytes whenever it is asked for."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.addresses import desk_address
from youju.desk.issuing.edition_page import edition_for
from youju.desk.scope import member_of
from youju.desk.summary.summary_file import file_answer
from youju.errors import NotFound
from youju.summaries.issuing.frozen import summary_of
from youju.summaries.issuing.heads import heads_of
from youju.summaries.paper.files import MEDIA_TYPES


@require_GET
def edition_file(request: HttpRequest, ref: str, number: int, ending: str) -> HttpResponseBase:
    """The file. Raises NotFound, and NoChineseFont for a PDF."""
    _document, edition = edition_for(member_of(request), ref, number)
    if ending not in MEDIA_TYPES:
        raise NotFound()
    address = desk_address(request, reverse("edition-numbered", args=[ref, number]))
    return file_answer(request, summary_of(edition), heads_of(edition, address), ending)
