"""The pages on which a verified record is completed or a correction of it is asked for."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.records.kind_form import kind_form, sent
from youju.desk.records.reason_form import ReasonForm
from youju.desk.records.seen_versions import version_of
from youju.desk.scope import member_of
from youju.records.access import get_record_for
from youju.records.base import Record
from youju.records.corrections import changed_values, correction_ask
from youju.records.kinds import get_record_kind
from youju.records.verbs import record_amend

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


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
    return _reasoned_page(request, record, form, reason, "desk/records/record_amend.html")


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
    return _reasoned_page(request, record, form, reason, "desk/records/record_correct.html")


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
