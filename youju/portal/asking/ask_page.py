"""/ask: written, looked through beside what was answered before, and sent; the code is shown once."""

import segno
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.errors import NotFound, YoujuError
from youju.evidence.models import File
from youju.evidence.store import receive
from youju.gate.rules.line import Known, Line
from youju.gate.rules.look import look
from youju.gate.rules.rules import words_of
from youju.lib import clock
from youju.orgs.settings import setting
from youju.phrases import enumerated
from youju.portal.answers import near_answers
from youju.portal.asking.ask_form import FILES, AskForm
from youju.portal.open_form import TooManyFiles, count_sent
from youju.portal.page import public_answer, render, unkept
from youju.portal.site import Site, site_of
from youju.records.inquiries.channels import InquirySort
from youju.records.verbs.asker_verbs import Asked, inquiry_ask

_TOKEN = 16
"""How many characters the token of whoever hands in a file has at most."""


@public_answer
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponseBase:
    """The form; by POST it is shown as it will be kept, and by the second POST it is sent."""
    site = site_of(request)
    if not setting("ask_open"):
        raise NotFound()
    if request.method != "POST":
        return _form_page(site, AskForm())
    form = AskForm.sent(request)
    if form.shown is not None and (not form.is_valid() or "back" in request.POST):
        return _form_page(site, form)
    try:
        form.refuse_machines()
        if "send" not in request.POST:
            return _preview_page(site, form)
        count_sent(request, form)
        return _sent_page(site, _asked(request, form))
    except YoujuError as error:
        return _form_page(site, AskForm.again(request, error), status=error.status)


def _asked(request: HttpRequest, form: AskForm) -> Asked:
    ref = form.shown.ref if form.shown else ""
    return inquiry_ask(ref=ref, files=_files(request, ref), **form.values())


def _files(request: HttpRequest, ref: str) -> list[tuple[File, str]]:
    """The files that came with it. Raises TooManyFiles, or a FileRefused with its sentence: then nothing was sent."""
    hand = ref[-_TOKEN:].lstrip("-")
    uploads = [upload for upload in request.FILES.getlist("files") if upload.name]
    if len(uploads) > FILES:
        raise TooManyFiles(most=FILES)
    return [(receive(content=upload, name=str(upload.name), received_by=hand), str(upload.name)) for upload in uploads]


def _form_page(site: Site, form: AskForm, *, status: int = 0) -> HttpResponseBase:
    context = {"form": form, "current": "ask", "files": FILES}
    return unkept(render(site, "portal/ask.html", context, status=status or (422 if form.errors else 200)))


def _preview_page(site: Site, form: AskForm) -> HttpResponseBase:
    accused = form.cleaned_data["sort"] == InquirySort.ACCUSATION
    near = [] if accused else near_answers(form.cleaned_data["text"])
    context = {
        "form": form, "near": near, "accused": accused, "current": "ask", "files": FILES,
        "tells": _tells(form.cleaned_data["text"]),
    }  # fmt: skip
    return unkept(render(site, "portal/ask_preview.html", context))


def _tells(text: str) -> str:
    """What of the text tells who somebody is, in words; "" where nothing does."""
    found = look([Line("", "text", "", line) for line in text.splitlines()], Known(clock.today()))
    return enumerated(dict.fromkeys(_(words_of(each.rule).label) for each in found))


def _sent_page(site: Site, asked: Asked) -> HttpResponseBase:
    address = site.origin + reverse("site-asked-code", args=[asked.code])
    qr = segno.make(address, error="m").svg_data_uri(scale=5, border=2)
    context = {
        "inquiry": asked.inquiry,
        "code": asked.code,
        "address": site.origin + reverse("site-asked"),
        "qr": qr,
        "current": "ask",
        "title": _("It is received"),
    }
    return unkept(render(site, "portal/ask_sent.html", context))
