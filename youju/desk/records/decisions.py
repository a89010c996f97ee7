"""The verbs on one record that need no page of their own, each by POST."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.records.grades import confirmed_grades
from youju.desk.records.handed_in import hand_in, handed_in
from youju.desk.records.missing_evidence import say_what_is_missing
from youju.desk.records.queue_address import next_address, queue_address
from youju.desk.records.seen_versions import require_seen, require_seen_correction
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.records.heads.record import Record
from youju.records.reading.access import get_record_for
from youju.records.verbs.corrections import ChangeSort, correction_accept, correction_decline, waiting_correction
from youju.records.verbs.record_verbs import (
    record_check,
    record_confirm,
    record_return,
    record_verify,
    record_void,
    record_withdraw,
)

# The pages that a button may lead back to.
_BACK = ("review", "workbench")


@require_POST
def submit(request: HttpRequest, ref: str) -> HttpResponse:
    """What cannot go in yet leads to its form, and why stands above it."""
    member = member_of(request)
    record = get_record_for(member, ref)
    if record.editable:  # otherwise the verb says where it stands, which helps more than "not allowed"
        record = get_record_for(member, ref, need="submit")
    if refusal := hand_in(record, member):
        messages.warning(request, str(refusal))
        return redirect("record-edit", ref)
    say_what_is_missing(request, record)
    return _done(request, ref, handed_in(record))


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Whoever handed the record in takes it back before anybody has decided on it."""
    member = member_of(request)
    record = get_record_for(member, ref, need="withdraw")
    record_withdraw(record=record, actor=member)
    return _done(request, ref, _("“%s” is a draft again.") % record.title)


@require_POST
def confirm(request: HttpRequest, ref: str) -> HttpResponse:
    """A unit's own member lets stand what was filed for the unit."""
    record = _seen_record(request, ref, need="confirm")
    record_confirm(record=record, actor=member_of(request))
    return _done(request, ref, _("“%s” is confirmed and handed in for your unit.") % record.title)


@require_POST
def send_back(request: HttpRequest, ref: str) -> HttpResponse:
    member = member_of(request)
    record = _seen_record(request, ref, need="send-back")
    record_return(record=record, actor=member, reason=request.POST.get("reason", ""))
    return _done(request, ref, _("“%s” was returned.") % record.title)


@require_POST
def check(request: HttpRequest, ref: str) -> HttpResponse:
    """The unit's own reviewer lets the record go to the bureau."""
    member = member_of(request)
    record = _seen_record(request, ref, need="check")
    record_check(record=record, actor=member)
    return _done(request, ref, _("“%s” is checked; the bureau has it to verify.") % record.title)


@require_POST
def verify(request: HttpRequest, ref: str) -> HttpResponse:
    member = member_of(request)
    record = _seen_record(request, ref)
    record_verify(record=record, actor=member, grades=confirmed_grades(request, [ref]))
    return _done(request, ref, _("“%s” is verified and counts from now on.") % record.title)


@require_POST
def void(request: HttpRequest, ref: str) -> HttpResponse:
    member = member_of(request)
    record = _seen_record(request, ref)
    record_void(record=record, actor=member, reason=request.POST.get("reason", ""))
    return _done(request, ref, _("“%s” no longer counts in any figure.") % record.title)


@require_POST
def decide_correction(request: HttpRequest, ref: str) -> HttpResponse:
    """Accept or decline the correction or amendment that waits."""
    member = member_of(request)
    record = _seen_record(request, ref)
    correction = waiting_correction(ref)
    if correction is None:
        raise NotFound()
    require_seen_correction(request, correction, record)
    if request.POST.get("decision") == "accept":
        correction_accept(correction=correction, record=record, actor=member)
        corrects = correction.sort == ChangeSort.CORRECTION
        said = _("“%s” is corrected; the figures follow it.") if corrects else _("“%s” is amended; its figures stay.")
        return _done(request, ref, said % record.title)
    correction_decline(correction=correction, record=record, actor=member, reason=request.POST.get("reason", ""))
    return _done(request, ref, _("It was declined; the record stays as it is."))


def _seen_record(request: HttpRequest, ref: str, need: str = "decide") -> Record:
    """The record to decide on, as it was shown."""
    record = get_record_for(member_of(request), ref, need=need)
    require_seen(request, record)
    return record


def _done(request: HttpRequest, ref: str, sentence: str) -> HttpResponse:
    messages.success(request, sentence)
    back = request.POST.get("back")
    if back == "review":
        return redirect(queue_address(request))
    if back == "next":
        return redirect(next_address(request))
    if back in _BACK:
        return redirect(back)
    return redirect("record", ref)
