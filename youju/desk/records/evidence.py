"""Evidence: put beside a record, taken off a draft, handed out to those who may read the record."""

from django.contrib import messages
from django.db import transaction
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from youju.desk.records.evidence_forms import EvidenceForm
from youju.desk.records.record_page import record_page
from youju.desk.records.uploads import attach_all, end_transfers, receive_all
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.evidence.errors import FileRefused
from youju.evidence.store import open_file
from youju.records.heads.attachments import Attachment
from youju.records.reading.access import get_record_for
from youju.records.reading.files import get_evidence_for
from youju.records.verbs.attach import evidence_attach, evidence_detach


@require_POST
def attach(request: HttpRequest, ref: str) -> HttpResponse:
    """Add files or a link. What is refused is said in the record's page, and nothing is added."""
    member = member_of(request)
    record = get_record_for(member, ref, need="attach")
    form = EvidenceForm(request.POST, request.FILES, member=member)
    if not form.is_valid():
        return record_page(request, record, member, evidence=form, status=422)
    values = form.cleaned_data
    try:
        received = receive_all(form.chosen(), member)
    except FileRefused as refusal:
        form.add_error("uploads", str(refusal))
        return record_page(request, record, member, evidence=form, status=refusal.status)
    told = {name: values[name] for name in ("grade", "note", "role")}
    with transaction.atomic():  # all of it or nothing, on a full disk too
        attach_all(record, received, member, **told)
        if values["link"]:
            evidence_attach(record=record, actor=member, link=values["link"], **told)
    end_transfers(form.chosen())
    messages.success(request, _("The evidence was added."))
    return redirect("record", ref)


@require_POST
def detach(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take one piece off a record that is not verified yet."""
    member = member_of(request)
    record = get_record_for(member, ref, need="attach")
    attachment = Attachment.objects.filter(record_ref=record.ref, pk=pk).first()
    if attachment is None:
        raise NotFound()
    evidence_detach(record=record, attachment=attachment, actor=member)
    messages.success(request, _("The evidence was taken off."))
    return redirect("record", ref)


@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file, as a download that no browser opens by itself. NotFound where its record is not for the member."""
    member = member_of(request)
    attachment, _head = get_evidence_for(member, pk)
    if attachment.file is None:
        raise NotFound()
    response = FileResponse(
        open_file(attachment.file),
        as_attachment=True,
        filename=attachment.name,
        content_type=attachment.file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
