"""One record: its page, and the pages on which it is completed or corrected."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.details import details
from youju.desk.forms import EvidenceForm, FilesForm, ReasonForm
from youju.desk.group_text import returned_text
from youju.desk.history import history_of
from youju.desk.kind_form import kind_form, sent
from youju.desk.proposals import proposal_of
from youju.desk.scope import member_of
from youju.ledger.reading import entries_of
from youju.orgs.members import Member
from youju.records.access import ACTIONS, can, get_record_for
from youju.records.attachments import attachments_of, best_grade
from youju.records.base import Record
from youju.records.corrections import changed_values, correction_ask
from youju.records.kinds import get_record_kind
from youju.records.verbs import record_amend

# What stands beside the record; what comes next with a draft stands above it.
_ACTS = {"verify", "return", "amend", "correct", "void"}

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
    kind = get_record_kind(record.kind)
    attached = attachments_of([record.ref]).get(record.ref, [])
    may = {action for action in ACTIONS if can(member, action, record)}
    context = {
        "record": record,
        "kind": kind,
        "details": details(kind, record, member),
        "attachments": attached,
        "grade": best_grade(attached),
        "may": may,
        "acts": may & _ACTS,
        "evidence_form": evidence or EvidenceForm(),
        "files": FilesForm(auto_id="next_%s"),
        "group_text": returned_text(request, [record]) if can(member, "decide", record) else "",
        "history": history_of(record.ref),
        "entries": entries_of(record.ref),
        "proposal": proposal_of(record, kind, member),
    }
    return render(request, "desk/record.html", context, status=status)


@ReadOrWrite
def record_amend_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Complete a verified record where no figure changes (补充)."""
    member = member_of(request)
    record = get_record_for(member, ref, need="amend")
    kind = get_record_kind(record.kind)
    form = kind_form(request, kind, member, record)
    reason = ReasonForm(request.POST if sent(request) else None, initial=request.POST.dict())
    if sent(request) and form.is_valid() and reason.is_valid():
        record_amend(
            record=get_record_for(member, ref, need="amend"),  # validating wrote the typed values into the first one
            values=form.cleaned_data,
            actor=member,
            version=version_of(request),
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
    kind = get_record_kind(record.kind)
    form = kind_form(request, kind, member, record)
    reason = ReasonForm(request.POST if sent(request) else None, initial=request.POST.dict())
    if sent(request) and form.is_valid() and reason.is_valid():
        changed_values(record, form)
        correction_ask(
            record=get_record_for(member, ref, need="correct"),
            data=_typed(request, form),
            actor=member,
            version=version_of(request),
            reason=reason.cleaned_data["reason"],
        )
        messages.success(request, _("The correction was handed in. Until it is accepted, the figures stay."))
        return redirect("record", ref)
    return _reasoned_page(request, record, form, reason, "desk/record_correct.html")


def _reasoned_page(request: HttpRequest, record: Record, form: Any, reason: ReasonForm, template: str) -> HttpResponse:
    context = {
        "kind": get_record_kind(record.kind),
        "record": record,
        "form": form,
        "reason": reason,
        "version": version_of(request, record),
    }
    return render(request, template, context, status=422 if form.errors or reason.errors else 200)


def _typed(request: HttpRequest, form: Any) -> dict[str, list[str]]:
    """What the form was found valid by: of a field that was sent twice only what the form read of it."""
    read = {name: value for name, value in form.typed(request.POST).items() if name in form.fields}
    return {name: value if isinstance(value, list) else [value] for name, value in read.items()}


def version_of(request: HttpRequest, record: Record | None = None) -> int:
    """The version the form was opened at; 0, which never is one, where the form does not say."""
    text = request.POST.get("version", "")
    if not text and record is not None:
        return record.version
    return int(text) if text.isdecimal() and len(text) < 10 else 0
