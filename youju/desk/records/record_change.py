"""The pages on which an amendment or a correction of a verified record is asked for."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.records.kind_form import kind_form, sent
from youju.desk.records.reason_form import ReasonForm
from youju.desk.records.seen_versions import version_of
from youju.desk.scope import member_of
from youju.records.errors import NothingChanged
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.access import get_record_for
from youju.records.verbs.corrections import ChangeSort, correction_ask, figure_fields

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


@ReadOrWrite
def record_amend_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask that a verified record say more, or say it better, where no figure changes (补充); an officer decides."""
    return _change_page(request, ref, ChangeSort.AMENDMENT)


@ReadOrWrite
def record_correct_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask that a verified record be corrected (更正); an officer decides."""
    return _change_page(request, ref, ChangeSort.CORRECTION)


class Asking(NamedTuple):
    """How one sort of change is asked for."""

    need: str
    template: str
    done: str | Promise


_ASKING = {
    ChangeSort.AMENDMENT: Asking(
        "amend",
        "desk/records/record_amend.html",
        gettext_lazy("The amendment was handed in. Until it is accepted, the record says what it said."),
    ),
    ChangeSort.CORRECTION: Asking(
        "correct",
        "desk/records/record_correct.html",
        gettext_lazy("The correction was handed in. Until it is accepted, the figures stay."),
    ),
}


def _change_page(request: HttpRequest, ref: str, sort: ChangeSort) -> HttpResponse:
    member, asking = member_of(request), _ASKING[sort]
    record = get_record_for(member, ref, need=asking.need)
    form = kind_form(request, get_record_kind(record.kind), member, record)
    reason = ReasonForm(request.POST if sent(request) else None, initial=request.POST.dict())
    if sent(request) and (form.is_valid() & reason.is_valid()) and _is_change(record, form, sort):
        correction_ask(
            record=get_record_for(member, ref, need=asking.need),  # validating wrote the typed values into the first
            data=_typed(request, form),
            actor=member,
            version=version_of(request),
            reason=reason.cleaned_data["reason"],
            sort=sort,
        )
        messages.success(request, str(asking.done))
        return redirect("record", ref)
    return _reasoned_page(request, record, form, reason, asking.template)


def _is_change(record: Record, form: Any, sort: ChangeSort) -> bool:
    """Whether the form changes something, and nothing that its sort of change may not; what is wrong stands in it."""
    if not form.has_changed():
        form.add_error(None, str(NothingChanged()))
        return False
    if sort == ChangeSort.CORRECTION:
        return True
    touching = figure_fields(record, form)
    for name in touching:
        form.add_error(name, _("This changes a figure, which only a correction may."))
    form.corrects = bool(touching)
    return not touching


def _reasoned_page(request: HttpRequest, record: Record, form: Any, reason: ReasonForm, template: str) -> HttpResponse:
    context = {
        "kind": get_record_kind(record.kind),
        "record": record,
        "form": form,
        "reason": reason,
        "version": version_of(request, record),
        "corrects": getattr(form, "corrects", False),
    }
    return render(request, template, context, status=422 if form.errors or reason.errors else 200)


def _typed(request: HttpRequest, form: Any) -> dict[str, list[str]]:
    """What the form was found valid by: of a field that was sent twice only what the form read of it."""
    read = {name: value for name, value in form.typed(request.POST).items() if name in form.fields}
    return {name: value if isinstance(value, list) else [value] for name, value in read.items()}
