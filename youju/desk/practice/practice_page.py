"""试一试: the page that leads through one record's life in a unit of its own, step by step."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.bureau.practice import (
    OtherStep,
    Step,
    next_step,
    practice_clear,
    practice_figures,
    practice_record,
    practice_step,
)
from youju.desk.records.history import history_of
from youju.desk.scope import LOCAL, member_of
from youju.errors import NotAllowed
from youju.ledger.reading import entries_of
from youju.orgs.members import Member, Role
from youju.records.errors import OwnRecord

# One's own verifying is tried beside the colleague's, and no step that has to be gone.
_WAY = tuple(step for step in Step if step not in (Step.OWN, Step.DONE))

# Who writes down, and who shows others how; what a signer or an auditor does, the trial does not show.
_PRACTISING = (*LOCAL, Role.OFFICER, Role.ADMIN)


def may_practise(member: Member) -> bool:
    return member.has_role(*_PRACTISING)


@require_http_methods(["GET", "HEAD", "POST"])
def practice_page(request: HttpRequest) -> HttpResponse:
    """Where the member's trial stands; a POST does the next step, or leaves off. Raises NotAllowed."""
    member = member_of(request)
    if not may_practise(member):
        raise NotAllowed()
    if request.method == "POST":
        _act(request, member)
        return redirect("practice")
    return render(request, "desk/practice/practice.html", _context(member))


def _act(request: HttpRequest, member: Member) -> None:
    """Do what was pressed, and say what it showed."""
    step = request.POST.get("step", "")
    if step == "clear":
        practice_clear(actor=member)
        messages.success(request, _("The trial is closed."))
        return
    try:
        practice_step(step=step, actor=member)
    except OwnRecord as refusal:
        messages.warning(request, str(refusal))
    except OtherStep as refusal:
        messages.error(request, str(refusal))


def _context(member: Member) -> dict[str, Any]:
    record = practice_record(member)
    due = next_step(record)
    place = len(_WAY) if due == Step.DONE else _WAY.index(due)
    own, bureau = practice_figures(record) if record else (None, None)
    return {
        "record": record,
        "due": due,
        "way": [(step, number < place, number == place) for number, step in enumerate(_WAY)],
        "own": own,
        "bureau": bureau,
        "history": history_of(record.ref) if record else [],
        "entries": entries_of(record.ref) if record else [],
    }
