"""Noting what became of a verified record: the form, a look at what it does to the figures, and the verb."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.records.declared.later import Later
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.access import get_record_for
from youju.records.verbs.later_verbs import milestone_reach, milestone_undo


@require_http_methods(["GET", "HEAD", "POST"])
def record_later_page(request: HttpRequest, ref: str, action: str) -> HttpResponse:
    """Note that a later milestone of the record is reached."""
    member = member_of(request)
    record = get_record_for(member, ref, need="later")
    later = _later(record, action)

    def act(values: Values) -> Done:
        milestone_reach(record=record, milestone=action, values=values, actor=member)
        said = _("“%(title)s”: %(milestone)s.") % {"title": record.title, "milestone": later.reached}
        return Done(said, reverse("record", args=[ref]))

    change = Change(
        heading=str(later.label),
        form=later.form(request.POST if request.method == "POST" else None, instance=record),
        act=act,
        foretell=lambda _values: [str(later.help)],
        back=reverse("record", args=[ref]),
        place=record.title,
        button=str(later.label),
        note=str(later.help),
    )
    return change_page(request, change)


@require_POST
def undo(request: HttpRequest, ref: str, action: str) -> HttpResponse:
    """Take back what was noted by mistake."""
    member = member_of(request)
    record = get_record_for(member, ref, need="later")
    milestone_undo(record=record, milestone=action, actor=member, reason=request.POST.get("reason", ""))
    messages.success(request, _("“%s” stands as it did before.") % record.title)
    return redirect("record", ref)


def _later(record: Record, milestone: str) -> Later:
    for later in get_record_kind(record.kind).later:
        if later.milestone == milestone:
            return later
    raise NotFound()
