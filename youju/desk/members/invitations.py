"""Inviting: one or all of a role at once. Codes are shown this once; the page itself carries them to the cards."""

from collections.abc import Sequence
from io import BytesIO
from urllib.parse import urlsplit

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from youju.bureau.cards.cards import cards_pdf, day_text, group_text
from youju.desk.addresses import desk_origin
from youju.desk.members.member_forms import InviteForm
from youju.desk.members.members_of_reach import get_member_for
from youju.desk.scope import admin_of
from youju.errors import NotAllowed
from youju.lib.hosts import is_loopback
from youju.orgs.invitations import Invitation, invitations_of, members_invite
from youju.orgs.joining import members_for, members_to_invite


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invite_many(request: HttpRequest) -> HttpResponse:
    """Choose a role; a POST invites whoever holds it and has not joined. Raises NotAllowed."""
    admin = admin_of(request)
    form = InviteForm(request.POST if request.method == "POST" else None, admin=admin, initial={"role": "liaison"})
    if form.is_valid():
        given = form.cleaned_data
        members = list(
            members_to_invite(actor=admin, role=given["role"], unit=given["unit"], again=bool(given["again"]))
        )
        if members:
            return _made(request, members_invite(members=members, actor=admin))
        messages.info(request, _("Nobody is to be invited: all of them have joined, or hold an invitation."))
    note = _("Everybody who holds the role and has not joined gets a fresh code, once. Cards to print come next.")
    context = {"form": form, "name": _("Invite"), "note": note, "button": _("Make the invitations")}
    return render(request, "desk/members/member_form.html", context)


@require_POST
@never_cache
def invite_one(request: HttpRequest, token: str) -> HttpResponse:
    """A fresh card for one member, also for a lost password. Raises NotAllowed, NotFound, MemberClosed."""
    member = get_member_for(request, token)
    return _made(request, members_invite(members=[member], actor=admin_of(request)))


@require_POST
def cards(request: HttpRequest) -> HttpResponseBase:
    """The cards of the codes that the page carries, as PDF. Raises NotAllowed, TicketInvalid, NoChineseFont."""
    admin = admin_of(request)
    invitations = invitations_of(request.POST.getlist("code"))
    if not invitations:
        return redirect("members-invite")
    known = set(members_for(admin).values_list("pk", flat=True))
    if not {invitation.member.pk for invitation in invitations} <= known:
        raise NotAllowed()
    file = BytesIO(cards_pdf(invitations, site=desk_origin(request)))
    response = FileResponse(file, as_attachment=True, filename=_("Invitation cards") + ".pdf")
    response["Cache-Control"] = "private, no-store"
    return response


def _made(request: HttpRequest, invitations: Sequence[Invitation]) -> HttpResponse:
    site, until = desk_origin(request), day_text(invitations[0])
    context = {
        "invitations": invitations,
        "site": site,
        "only_here": is_loopback(urlsplit(site).hostname or ""),
        "until": until,
        "text": group_text([invitation.member for invitation in invitations], site=site, until=until),
    }
    return render(request, "desk/members/invited.html", context)
