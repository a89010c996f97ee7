"""The paper that a case came to, as a PDF."""

from io import BytesIO

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.desk.addresses import public_address
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.records.kinds import get_case_kind
from youju.records.reading.access import get_case_for


@require_GET
def case_paper(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Open it in the browser, which keeps no copy.

    Raises NotFound where there is none, or the case is not the member's.
    """
    case = get_case_for(member_of(request), ref)
    make = get_case_kind(case.kind).paper
    paper = make(case, public_address(request, reverse("verify"))) if make else None
    if paper is None:
        raise NotFound()
    answer = FileResponse(BytesIO(paper.content), filename=paper.name, content_type="application/pdf")
    answer["Cache-Control"] = "private, no-store"
    return answer
