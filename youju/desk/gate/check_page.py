"""What the publication gate holds: each finding with its place and reason, and the word of a second person."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.heads import address_of
from youju.desk.pages import listed
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.gate.access import checks_for, get_check_for, may_decide, waiting_for
from youju.gate.checks import Check, CheckState
from youju.gate.verbs import override_ask, override_grant, override_refuse
from youju.gate.wording import Shown, shown
from youju.orgs.members import Member, Role
from youju.records.heads.ledgered import Ledgered
from youju.records.reading.access import visible_to

_WHO = (Role.OFFICER, Role.SIGNER, Role.LIAISON, Role.REVIEWER)


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("reason"), max_length=400, widget=forms.Textarea({"rows": 3}),
        help_text=gettext_lazy("Why this may go out all the same. It stays on record with the check."),
    )  # fmt: skip


class Act(NamedTuple):
    """What is done with a check: in which states, by the second person or by whoever wants it out, told how."""

    states: tuple[CheckState, ...]
    second: bool
    do: Callable[[Check, Member, str], None]
    told: Any


_ACTS: dict[str, Act] = {
    "ask": Act(
        (CheckState.HELD, CheckState.REFUSED), False,
        lambda check, member, reason: override_ask(check=check, actor=member, reason=reason),
        gettext_lazy("“%s” waits for a second person."),
    ),
    "grant": Act(
        (CheckState.ASKED,), True, lambda check, member, _reason: override_grant(check=check, actor=member),
        gettext_lazy("“%s” may go out. Whoever publishes it does so once more."),
    ),
    "refuse": Act(
        (CheckState.ASKED,), True,
        lambda check, member, reason: override_refuse(check=check, actor=member, reason=reason),
        gettext_lazy("“%s” stays held, with your reason."),
    ),
}  # fmt: skip


@require_GET
def check_list(request: HttpRequest) -> HttpResponse:
    """What waits at the gate, and what went through lately; of what the member may see. Raises NotAllowed."""
    member = member_of(request)
    if not member.has_role(*_WHO):
        raise NotAllowed()
    is_all = request.GET.get("which", "waiting") != "waiting"
    checks = _readable(checks_for(member) if is_all else waiting_for(member), member)
    context = listed(request, checks) | {"all": is_all}
    return render(request, "desk/gate/checks.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def check_page(request: HttpRequest, ref: str) -> HttpResponse:
    """One check; a POST asks for it to be let through, or decides that. Raises NotFound."""
    member = member_of(request)
    check = get_check_for(member, ref)
    if not _readable(Check.objects.filter(pk=check.pk), member).exists():
        raise NotFound()
    if request.method != "POST":
        return _page(request, check, member, ReasonForm())
    act = _ACTS.get(request.POST.get("act", ""))
    if act is None or check.state not in act.states:
        messages.warning(request, _("This stands otherwise by now. Look at it as it is."))
        return redirect("gate-check", ref)
    form = ReasonForm(request.POST)
    form.fields["reason"].required = request.POST["act"] != "grant"
    if not form.is_valid():
        return _page(request, check, member, form, 422)
    try:
        act.do(check, member, form.cleaned_data["reason"])
    except YoujuError as error:
        if error.status == 404:
            raise
        form.add_error(None, str(error))
        return _page(request, check, member, form, error.status)
    messages.success(request, act.told % check.title)
    return redirect("gate-check", ref)


def _page(request: HttpRequest, check: Check, member: Member, form: ReasonForm, status: int = 200) -> HttpResponse:
    second = may_decide(member, check)
    found: list[Shown] = [shown(finding) for finding in check.found]
    context = {
        "check": check,
        "found": found,
        "subject": _subject(check, member),
        "form": form,
        "may_ask": check.state in _ACTS["ask"].states,
        "may_decide": check.state == CheckState.ASKED and second,
        "waits_for_another": check.state == CheckState.ASKED and not second,
    }
    return render(request, "desk/gate/check.html", context, status=status)


def _readable(checks: QuerySet[Check], member: Member) -> QuerySet[Check]:
    """Without those of a record or case that is not for the member: of another section, or kept from them.

    Asked beforehand: what a member may read lies too deep to be asked within another question (SQLite gives up).
    """
    heads, readable = (
        set(rows.filter(ref__in=checks.order_by().values("ref")).order_by().values_list("ref", flat=True))
        for rows in (Ledgered.objects.all(), visible_to(member))
    )
    return checks.exclude(ref__in=heads - readable)


def _subject(check: Check, member: Member) -> str:
    """The address of the case or record it belongs to, where what was found is mended; "" where none is to be read."""
    head = visible_to(member).filter(ref=check.ref).first()
    return address_of(head) if head is not None else ""
