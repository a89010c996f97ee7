"""Who is on the panel of a selection, and the links by which those from outside open their sheets."""

from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.addresses import desk_address
from youju.desk.rounds.scope import round_for
from youju.desk.scope import member_of
from youju.errors import NotFound, YoujuError
from youju.orgs.members import Member, Role
from youju.orgs.reasons import in_full
from youju.orgs.settings import setting
from youju.records.forms.member_field import MemberField
from youju.records.forms.unit_field import UnitField
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.panel import OPEN, panelist_add, panelist_remove, panelist_ticket


class PanelistForm(forms.Form):
    """A member of the system, or somebody outside by name."""

    member = MemberField(
        label=_("account"), required=False,
        help_text=_("By name; scores after logging in. Leave it empty for somebody from outside."),
    )  # fmt: skip
    name = forms.CharField(
        label=_("name of somebody from outside"), max_length=40, required=False,
        help_text=_("Scores on a telephone by a link, without logging in."),
    )  # fmt: skip
    unit = UnitField(
        label=_("own unit"), required=False,
        help_text=_("Its nominations they stand aside from. Of an account it is known."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        active = Member.objects.filter(is_active=True).order_by("unit__code", "name", "pk")
        self.fields["member"].offered = active  # type: ignore[attr-defined]  # a MemberField

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and bool(values.get("member")) == bool(values.get("name", "").strip()):
            self.add_error("name", _("Either an account or a name."))
        return values


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def panel(request: HttpRequest, ref: str) -> HttpResponse:
    """The panel; a POST puts somebody on it."""
    round, member = round_for(request, ref, Role.OFFICER), member_of(request)
    form = PanelistForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            added = panelist_add(round=round, actor=member, **form.cleaned_data)
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _text("%(name)s is on the panel.") % {"name": added})
            return redirect("round-panel", ref)
    return _shown(request, round, form, status=422 if form.errors else 200)


@require_POST
def remove(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """Take somebody off it, with their sheet; of a sheet that is handed in with a reason."""
    panelist = _panelist(round_for(request, ref, Role.OFFICER), pk)
    name = str(panelist)
    panelist_remove(
        panelist=panelist, actor=member_of(request), reason=in_full(request.POST.get("reason", "").strip(), 200)
    )
    messages.success(request, _text("%(name)s is off the panel.") % {"name": name})
    return redirect("round-panel", ref)


@never_cache
@require_POST
def ticket(request: HttpRequest, ref: str, pk: int) -> HttpResponse:
    """A new link for somebody's sheet, shown this once; one that was made before no longer holds."""
    round = round_for(request, ref, Role.OFFICER)
    panelist = _panelist(round, pk)
    code = panelist_ticket(panelist=panelist, actor=member_of(request))
    address = desk_address(request, reverse("ticket", args=[code]))
    made = {"who": panelist, "address": address, "qr": segno.make(address).svg_data_uri(scale=4, border=2),
            "days": setting("panel_ticket_days")}  # fmt: skip
    return _shown(request, round, PanelistForm(), made=made)


def _shown(request: HttpRequest, round: Round, form: PanelistForm, *, status: int = 200, **more: Any) -> HttpResponse:
    panelists = list(round.panelists.select_related("unit", "member"))
    context = {"round": round, "form": form, "panel": panelists, "is_open": round.state in OPEN}
    return render(request, "desk/rounds/panel.html", context | more, status=status)


def _panelist(round: Round, pk: int) -> Panelist:
    found = round.panelists.filter(pk=pk).first()
    if found is None:
        raise NotFound()
    return found
