"""Asking for a swap, and answering."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.duty.duty_forms import SwapForm
from youju.desk.duty.roster_list import duty_member
from youju.desk.duty.shift_page import shift_shown
from youju.duty.rosters import get_shift_for, get_swap_for, is_person, keeps
from youju.duty.swap_verbs import swap_agree, swap_ask, swap_decline, swap_take_back
from youju.duty.swaps import Swap
from youju.errors import NotAllowed, NotFound

_ANSWERS: dict[str, Callable[..., Swap]] = {
    "agree": swap_agree, "decline": swap_decline, "take-back": swap_take_back,
}  # fmt: skip


@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask somebody to take a shift. Raises as ``swap_ask``."""
    member = duty_member(request)
    shift = get_shift_for(member, pk)
    if not (is_person(member, shift.person) or keeps(member, shift.group)):
        raise NotAllowed()
    form = SwapForm(request.POST, shift=shift, auto_id="swap_%s")
    if not form.is_valid():
        return shift_shown(request, shift, member, swap=form)
    swap = swap_ask(shift=shift, actor=member, **form.cleaned_data)
    messages.success(request, _("%(name)s is asked, and sees it on the workbench.") % {"name": swap.takes})
    return redirect("shift", pk)


@require_POST
def answer(request: HttpRequest, pk: int, action: str) -> HttpResponse:
    """Agree, decline or take back. Raises NotFound for anything else, and as the verbs."""
    member = duty_member(request)
    swap, verb = get_swap_for(member, pk), _ANSWERS.get(action)
    if verb is None:
        raise NotFound()
    swap = verb(swap=swap, actor=member)
    messages.success(request, _("The swap: %(state)s.") % {"state": swap.get_state_display()})
    return redirect("shift", swap.shift_id)
