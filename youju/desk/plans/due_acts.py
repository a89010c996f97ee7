"""What is done with dues: excused, asked again, answered by one tap."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.plans.words import who_text, window_text
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib.naturals import natural
from youju.lib.periods import YEARS
from youju.plans.access import get_due_for
from youju.plans.due_verbs import due_reopen, dues_excuse
from youju.plans.dues import Due
from youju.plans.zero_reports import ZeroReport
from youju.plans.zero_verbs import zero_report, zero_take_back
from youju.records.heads.sections import Section
from youju.records.rights import units_to_record_for

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


class ReasonForm(forms.Form):
    reason = forms.CharField(label=gettext_lazy("reason"), max_length=400, widget=forms.Textarea({"rows": 3}))


@ReadOrWrite
def excuse(request: HttpRequest, ref: str) -> HttpResponse:
    """Excuse a unit from one due, with a reason."""
    member = member_of(request)
    due = get_due_for(member, ref, need="excuse")
    back = reverse("due", args=[ref])

    def act(values: Values) -> Done:
        dues_excuse(dues=[due], actor=member, reason=values["reason"])
        return Done(_("“%s” is excused.") % due, back)

    def foretell(values: Values) -> list[str]:
        return [
            _("%(who)s no longer owes “%(title)s” of %(window)s: it leaves the share of what is met.") % _named(due),
            _("It is counted among what was excused, with your name and the reason."),
        ]

    form = ReasonForm(request.POST or None)
    return change_page(request, Change(_("Excuse: %s") % due, form, act, foretell, back, str(due), _("Excuse")))


@ReadOrWrite
def reopen(request: HttpRequest, ref: str) -> HttpResponse:
    """Ask again for what was excused or answered by a zero report."""
    member = member_of(request)
    due = get_due_for(member, ref, need="excuse")
    back = reverse("due", args=[ref])

    def act(values: Values) -> Done:
        due_reopen(due=due, actor=member, reason=values["reason"])
        return Done(_("“%s” is asked for again.") % due, back)

    def foretell(values: Values) -> list[str]:
        return [_("%(who)s owes “%(title)s” of %(window)s again, by the day it was due.") % _named(due)]

    form = ReasonForm(request.POST or None)
    return change_page(request, Change(_("Ask again: %s") % due, form, act, foretell, back, str(due), _("Ask again")))


@require_POST
def zero(request: HttpRequest) -> HttpResponse:
    """One tap: nothing in this section this month."""
    member = member_of(request)
    section, month = request.POST.get("section", ""), natural(request.POST.get("month", ""))
    unit = units_to_record_for(member, section).filter(code=request.POST.get("unit", "")).first()
    if unit is None or section not in Section.values or month is None:
        raise NotFound()
    if month // 100 not in YEARS or not 1 <= month % 100 <= 12:
        raise NotFound()
    report = zero_report(unit=unit, section=section, month=month, actor=member)
    return redirect(f"{reverse('dues')}?zero={report.ref}")


@require_POST
def zero_back(request: HttpRequest, ref: str) -> HttpResponse:
    """Take back the zero report just given. Raises NotFound."""
    member = member_of(request)
    report = ZeroReport.objects.filter(ref=ref, by=member).first()
    if report is None:
        raise NotFound()
    zero_take_back(report=report, actor=member)
    messages.success(request, _("The zero report was taken back."))
    return redirect("dues")


def _named(due: Due) -> dict[str, str]:
    return {"who": who_text(due), "title": due.item.title, "window": window_text(due)}
