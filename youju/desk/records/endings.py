"""Deleting a draft, and ending what will not be verified, each by POST."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.records.queue_address import queue_address
from youju.desk.records.seen_versions import require_seen
from youju.desk.scope import member_of
from youju.orgs.members import Member
from youju.records.errors import NotTheSame
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import get_head_for, get_record_for
from youju.records.verbs.endings import record_close, record_delete, record_drop, record_resume


@require_POST
def delete(request: HttpRequest, ref: str) -> HttpResponse:
    """Delete a draft, with what lies beside it."""
    member = member_of(request)
    record = get_record_for(member, ref, need="delete")
    require_seen(request, record)
    record_delete(record=record, actor=member)
    messages.success(request, _("The draft “%s” was deleted.") % record.title)
    return redirect("record-list", record.section)


@require_POST
def drop(request: HttpRequest, ref: str) -> HttpResponse:
    """Do not pursue a returned record: for a reason, or because another one tells the same."""
    member = member_of(request)
    record = get_record_for(member, ref, need="drop")
    require_seen(request, record)
    record_drop(
        record=record, actor=member, reason=request.POST.get("reason", ""), same_as=_same_as(request, member, record)
    )
    messages.success(request, _("“%s” is not pursued. It can be taken up again from its page.") % record.title)
    return redirect("record", ref)


@require_POST
def resume(request: HttpRequest, ref: str) -> HttpResponse:
    member = member_of(request)
    record = get_record_for(member, ref, need="resume")
    record_resume(record=record, actor=member)
    messages.success(request, _("“%s” is a draft again.") % record.title)
    return redirect("record", ref)


@require_POST
def close(request: HttpRequest, ref: str) -> HttpResponse:
    """Close a record that waits, because another one tells the same."""
    member = member_of(request)
    record = get_record_for(member, ref, need="close")
    require_seen(request, record)
    same_as = _same_as(request, member, record)
    if same_as is None:
        raise NotTheSame(title=record.title)
    record_close(record=record, same_as=same_as, actor=member)
    messages.success(
        request, _("“%(title)s” is closed: “%(other)s” tells the same.") % {"title": record.title, "other": same_as}
    )
    return redirect(queue_address(request)) if request.POST.get("back") == "review" else redirect("record", ref)


def _same_as(request: HttpRequest, member: Member, record: Ledgered) -> Ledgered | None:
    """The record that was chosen or typed, one that the member may read; None where none was named."""
    named = request.POST.get("same_as") or request.POST.get("same_as_ref", "").strip()
    if not named:
        return None
    if named == record.ref:
        raise NotTheSame(title=record.title)
    return get_head_for(member, named)
