"""Writers from outside: whom a manuscript was asked of and how far it is, a new link, one taken back."""

from datetime import timedelta
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.addresses import desk_address
from youju.desk.change.fields import LineField
from youju.desk.pages import listed
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.settings import setting
from youju.records.forms.choosing import let_choose
from youju.records.heads.sections import Section
from youju.records.publicity.article.commission import Commission
from youju.records.publicity.channel.models import Channel
from youju.records.rights import reached_units
from youju.records.verbs.commission_verbs import commission_make, commission_take_back


class CommissionForm(forms.Form):
    writer = LineField(label=gettext_lazy("writer from outside"), max_length=40)
    about = LineField(
        label=gettext_lazy("what is asked for"), max_length=200, required=False,
        help_text=gettext_lazy("The writer reads it above the form: what about, how long, which pictures."),
    )  # fmt: skip
    channel = forms.ModelChoiceField(label=gettext_lazy("site channel"), queryset=Channel.objects.none())
    days = forms.IntegerField(label=gettext_lazy("days until the link closes"), min_value=1, max_value=90)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "channel", Channel.objects.in_force(clock.today()))
        self.initial["days"] = setting("guest_days")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def commissions(request: HttpRequest) -> HttpResponse:
    """All of the units in reach, the newest first; a POST makes one and shows its link, which is shown this once."""
    member = member_of(request)
    reached = _reached(member)
    form, made = CommissionForm(request.POST or None), {}
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        expires = clock.now() + timedelta(days=said.pop("days"))
        try:
            commission, code = commission_make(**said, expires=expires, actor=member)
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            made, form = _link(request, commission, code), CommissionForm()
    rows = Commission.objects.filter(unit__in=reached).select_related("channel")
    context = {"form": form, "now": clock.now(), **listed(request, rows), **made}
    return render(request, "desk/site_board/commissions.html", context, status=422 if form.errors else 200)


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a link. Raises NotFound for one out of reach, CommissionOver."""
    member = member_of(request)
    found = Commission.objects.filter(pk=pk, unit__in=_reached(member)).first()
    if found is None:
        raise NotFound()
    commission_take_back(commission=found, actor=member)
    messages.success(request, _("The link is taken back; what was written behind it is deleted."))
    return redirect("commissions")


def _reached(member: Member) -> set[int]:
    """Where a member is an officer for publicity. Raises NotAllowed for whoever is none."""
    if not (reached := reached_units(member, Role.OFFICER, section=Section.PUBLICITY)):
        raise NotAllowed()
    return reached


def _link(request: HttpRequest, commission: Commission, code: str) -> dict[str, Any]:
    url = desk_address(request, reverse("ticket", args=[code]))
    words = {
        "writer": commission.writer,
        "unit": commission.unit,
        "until": f"{commission.expires:%Y-%m-%d}",
        "url": url,
    }
    said = _("%(writer)s: %(unit)s asks you for a manuscript until %(until)s. It opens without log-in: %(url)s") % words
    qr = segno.make(url, error="m").svg_data_uri(scale=6, border=2)
    return {"made": commission, "url": url, "qr": qr, "said": said}
