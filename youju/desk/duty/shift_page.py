"""One shift: who has it, the note before it and its own, and what may be done with it."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from youju.desk.duty.duty_forms import NoteForm, ShiftForm, SwapForm
from youju.desk.duty.roster_list import duty_member
from youju.duty.hours import has_begun, is_over
from youju.duty.rosters import get_shift_for, is_person, keeps
from youju.duty.shift_verbs import note_hand_over, shift_change, shift_remove
from youju.duty.shifts import Shift
from youju.duty.swaps import SwapState
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Member


@require_GET
def shift_page(request: HttpRequest, pk: int) -> HttpResponse:
    member = duty_member(request)
    return shift_shown(request, get_shift_for(member, pk), member)


def shift_shown(request: HttpRequest, shift: Shift, member: Member, **wrong: forms.Form) -> HttpResponse:
    """The page; wrong: forms that have to be mended, by what they do."""
    own, kept = is_person(member, shift.person), keeps(member, shift.group)
    deputy, over = is_person(member, shift.deputy), is_over(shift, clock.now())
    context: dict[str, Any] = {
        "shift": shift,
        "earlier": _noted_before(shift),
        "asked": shift.swaps.filter(state=SwapState.ASKED).select_related("takes", "back").first(),
        "own": own,
        "keeps": kept,
        "over": over,
        "may_note": (own or deputy or kept) and has_begun(shift, clock.now()),
        "may_swap": (own or kept) and not over,
        "change_form": wrong.get("change") or ShiftForm(group=shift.group, initial=_values(shift), auto_id="change_%s"),
        "note_form": wrong.get("note") or NoteForm(initial={"note": shift.note}, auto_id="note_%s"),
        "swap_form": wrong.get("swap") or SwapForm(shift=shift, auto_id="swap_%s"),
        "wrong": set(wrong),
    }
    return render(request, "desk/duty/shift.html", context, status=422 if wrong else 200)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Put somebody else on duty. Raises NotAllowed for whoever does not keep the roster."""
    member = duty_member(request)
    shift = _kept(member, pk)
    form = ShiftForm(request.POST, group=shift.group, auto_id="change_%s")
    if not form.is_valid():
        return shift_shown(request, shift, member, change=form)
    shift_change(shift=shift, actor=member, **form.cleaned_data)
    messages.success(request, _("%(name)s is on duty.") % {"name": form.cleaned_data["person"]})
    return redirect("shift", pk)


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it out of the roster. Raises NotAllowed, ShiftOver."""
    member = duty_member(request)
    shift = _kept(member, pk)
    code, month = shift.group.code, f"{shift.day:%Y-%m}"
    shift_remove(shift=shift, actor=member)
    messages.success(request, _("The shift is taken out."))
    return redirect(f"{reverse('duty-roster', args=[code])}?month={month}")


@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the note. Raises NotAllowed for anybody but those on duty and the keepers, and ShiftToCome."""
    member = duty_member(request)
    shift = get_shift_for(member, pk)
    if not (is_person(member, shift.person) or is_person(member, shift.deputy) or keeps(member, shift.group)):
        raise NotAllowed()
    form = NoteForm(request.POST, auto_id="note_%s")
    if not form.is_valid():
        return shift_shown(request, shift, member, note=form)
    note_hand_over(shift=shift, note=form.cleaned_data["note"], actor=member)
    messages.success(request, _("The note is handed over."))
    return redirect("shift", pk)


def _kept(member: Member, pk: int) -> Shift:
    shift = get_shift_for(member, pk)
    if not keeps(member, shift.group):
        raise NotAllowed()
    return shift


def _values(shift: Shift) -> dict[str, Any]:
    return {"person": shift.person_id, "deputy": shift.deputy_id}


def _noted_before(shift: Shift) -> Shift | None:
    """The last shift before this one that left a note."""
    before = shift.group.shifts.filter(day__lte=shift.day).exclude(pk=shift.pk).exclude(note="")
    return before.select_related("person").order_by("-day", "-pk").first()
