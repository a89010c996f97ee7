"""Looking at evidence in place: a picture larger or turned, a PDF in its frame, the next and the one before.

Zoom and turn are part of the address: no script is needed, and a page can be passed on as it is seen.
"""

from typing import NamedTuple

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_GET

from youju.desk.records.shown_files import PDF, shows_as_pdf, shows_as_picture, shows_by_preview
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.evidence.previews import preview
from youju.evidence.store import open_file
from youju.orgs.members import Member
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.files import get_evidence_for, shown_to

TURNS = (0, 90, 180, 270)
ZOOMS = ("fit", "1", "2", "4")


class View(NamedTuple):
    """How it is looked at: degrees clockwise, and how large (“fit” into the page, else a factor of it)."""

    turn: int
    zoom: str

    @property
    def left(self) -> int:
        return (self.turn - 90) % 360

    @property
    def right(self) -> int:
        return (self.turn + 90) % 360


@require_GET
def view(request: HttpRequest, pk: int) -> HttpResponse:
    """The page on which one piece of evidence is looked at. NotFound where its record is not for the member."""
    member = member_of(request)
    attachment, head = _attachment_for(member, pk)
    beside = [each for each in shown_to(member, head, attachments_of([head.ref])[head.ref]) if each.file]
    place = [each.pk for each in beside].index(pk)
    turn, zoom = request.GET.get("turn", ""), request.GET.get("zoom", "")
    context = {
        "attachment": attachment,
        "head": head,
        "is_picture": shows_as_picture(attachment) or shows_by_preview(attachment),
        "picture": reverse("evidence-picture" if shows_by_preview(attachment) else "evidence", args=[pk]),
        "is_pdf": shows_as_pdf(attachment),
        "view": View(int(turn) if turn in map(str, TURNS) else 0, zoom if zoom in ZOOMS else "fit"),
        "zooms": ZOOMS,
        "place": place + 1,
        "count": len(beside),
        "before": beside[place - 1] if place else None,
        "after": beside[place + 1] if place + 1 < len(beside) else None,
    }
    return render(request, "desk/records/viewer.html", context)


@require_GET
@xframe_options_sameorigin
def pdf(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A PDF for the frame of its page. What acts in a PDF was refused when it came in; nothing but it is sent here."""
    attachment, _head = _attachment_for(member_of(request), pk)
    if attachment.file is None or not shows_as_pdf(attachment):
        raise NotFound()
    response = FileResponse(open_file(attachment.file), filename=attachment.name, content_type=PDF)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"
    response["Cache-Control"] = "private, no-store"
    return response


@require_GET
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture as a browser can show it. NotFound where its record is not for the member, or it needs no such copy."""
    attachment, _head = _attachment_for(member_of(request), pk)
    if attachment.file is None:
        raise NotFound()
    response = HttpResponse(preview(attachment.file), content_type="image/jpeg")
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _attachment_for(member: Member, pk: int) -> tuple[Attachment, Ledgered]:
    """A file beside a record that the member may read, with that record's head. Raises NotFound."""
    attachment, head = get_evidence_for(member, pk)
    if attachment.file is None:
        raise NotFound()
    return attachment, head
