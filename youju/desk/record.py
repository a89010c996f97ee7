"""One record: its page, and the pages on which it is written down, changed, completed or corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.details import details
from youju.desk.forms import EvidenceForm, FilesForm, ReasonForm
from youju.desk.history import history_of
from youju.desk.proposals import proposal_of
from youju.desk.records import kind_or_404
from youju.desk.scope import member_of
from youju.desk.uploads import Received, attach_all, receive_all
from youju.errors import NotAllowed, YoujuError
from youju.evidence.errors import FileRefused
from youju.ledger.reading import entries_of
from youju.orgs.members import Member
from youju.records.access import ACTIONS, can, get_record_for
from youju.records.attachments import attachments_of, best_grade
from youju.records.base import Record
from youju.records.corrections import changed_values, correction_ask
from youju.records.refs import new_ref
from youju.records.rights import units_to_record_for
from youju.records.verbs import record_add, record_amend, record_edit, record_submit

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


@require_GET
def record_show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one record, with what the member may do next."""
    member = member_of(request)
    return record_page(request, get_record_for(member, ref), member)


def record_page(
    request: HttpRequest, record: Record, member: Member, *, evidence: EvidenceForm | None = None, status: int = 200
) -> HttpResponse:
    """The record's page, also with an evidence form that has to be mended."""
    kind = kind_or_404(record.kind)
    attached = attachments_of([record.ref]).get(record.ref, [])
    context = {
        "record": record,
        "kind": kind,
        "details": details(kind, record, member),
        "attachments": attached,
        "grade": best_grade(attached),
        "may": {action for action in ACTIONS if can(member, action, record)},
        "evidence_form": evidence or EvidenceForm(),
        "history": history_of(record.ref),
        "entries": entries_of(record.ref),
        "proposal": proposal_of(record, kind, member),
    }
    return render(request, "desk/record.html", context, status=status)


@ReadOrWrite
def record_new(request: HttpRequest, code: str) -> HttpResponse:
    """Write a record down, with its files, and hand it in at once or keep it as a draft."""
    member, kind = member_of(request), kind_or_404(code)
    if not units_to_record_for(member).exists():
        raise NotAllowed()
    # The reference travels with the form: sent twice, it is still one record.
    ref = request.POST.get("ref") or new_ref(kind.code)
    form = kind.form(request.POST or None, actor=member)
    files = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        received = _checked(form, files, member)
        if received is not None:
            record = record_add(kind=kind, values=form.cleaned_data, actor=member, ref=ref)
            return _finished(request, record, received, member)
    context = {"kind": kind, "form": form, "files": files, "ref": ref, "new": True}
    return _form_page(request, context, form.errors or files.errors)


@ReadOrWrite
def record_edit_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Change a draft or returned record."""
    member = member_of(request)
    record = get_record_for(member, ref, need="edit")
    kind = kind_or_404(record.kind)
    form = kind.form(request.POST or None, instance=record, actor=member)
    files = FilesForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        received = _checked(form, files, member)
        if received is not None:
            record_edit(record=record, values=form.cleaned_data, actor=member, version=_version(request))
            return _finished(request, record, received, member)
    context = {"kind": kind, "form": form, "files": files, "record": record, "version": _version(request, record)}
    return _form_page(request, context, form.errors or files.errors)


@ReadOrWrite
def record_amend_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Complete a verified record where no figure changes (补充)."""
    member = member_of(request)
    record = get_record_for(member, ref, need="amend")
    kind = kind_or_404(record.kind)
    form = kind.form(request.POST or None, instance=record, actor=member)
    reason = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and reason.is_valid():
        record_amend(
            record=get_record_for(member, ref, need="amend"),  # validating wrote the typed values into the first one
            values=form.cleaned_data,
            actor=member,
            version=_version(request),
            reason=reason.cleaned_data["reason"],
        )
        messages.success(request, _("Completed. The figures stay as they were."))
        return redirect("record", record.ref)
    return _reasoned_page(request, record, form, reason, "desk/record_amend.html")


@ReadOrWrite
def record_correct_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask that a verified record be corrected (更正); an officer decides."""
    member = member_of(request)
    record = get_record_for(member, ref, need="correct")
    kind = kind_or_404(record.kind)
    form = kind.form(request.POST or None, instance=record, actor=member)
    reason = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and reason.is_valid():
        changed_values(record, form)
        correction_ask(
            record=get_record_for(member, ref, need="correct"),
            data=_typed(request, form),
            actor=member,
            version=_version(request),
            reason=reason.cleaned_data["reason"],
        )
        messages.success(request, _("The correction was handed in. Until it is accepted, the figures stay."))
        return redirect("record", ref)
    return _reasoned_page(request, record, form, reason, "desk/record_correct.html")


def _reasoned_page(request: HttpRequest, record: Record, form: Any, reason: ReasonForm, template: str) -> HttpResponse:
    context = {
        "kind": kind_or_404(record.kind),
        "record": record,
        "form": form,
        "reason": reason,
        "version": _version(request, record),
    }
    return render(request, template, context, status=422 if form.errors or reason.errors else 200)


def _form_page(request: HttpRequest, context: dict[str, Any], wrong: Any) -> HttpResponse:
    return render(request, "desk/record_form.html", context, status=422 if wrong else 200)


def _checked(form: Any, files: FilesForm, member: Member) -> Received | None:
    """The files taken in, or None where form or files have to be mended first."""
    if not (form.is_valid() & files.is_valid()):
        return None
    try:
        return receive_all(files.cleaned_data["uploads"], member)
    except FileRefused as refusal:
        files.add_error("uploads", str(refusal))
        return None


def _finished(request: HttpRequest, record: Record, received: Received, member: Member) -> HttpResponse:
    """Attach and, where asked, hand in. A record that cannot go in yet stays a draft and says why."""
    if record.editable:
        attach_all(record, received, member)
    if request.POST.get("then") != "submit" or not record.editable:
        messages.success(request, _("“%s” is saved.") % record.title)
        return redirect("record", record.ref)
    try:
        record_submit(record=record, actor=member)
    except YoujuError as refusal:
        messages.warning(request, _("Saved as a draft. %s") % refusal)
        return redirect("record-edit", record.ref)
    messages.success(request, _("“%s” was handed in for verifying.") % record.title)
    return redirect("record", record.ref)


def _typed(request: HttpRequest, form: Any) -> dict[str, list[str]]:
    return {name: request.POST.getlist(name) for name in form.fields if name in request.POST}


def _version(request: HttpRequest, record: Record | None = None) -> int:
    """The version the form was opened at; 0, which never is one, where the form does not say."""
    text = request.POST.get("version", "")
    if not text and record is not None:
        return record.version
    return int(text) if text.isdecimal() and len(text) < 10 else 0
