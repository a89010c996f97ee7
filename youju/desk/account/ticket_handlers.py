"""What each purpose of a ticket shows and does. A purpose without a line here opens nothing."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _

from youju.bureau.cards.cards import role_words
from youju.desk.account.begin import begin_log_in
from youju.desk.account.new_password import NewPasswordForm
from youju.desk.accreditation.expert_sheet import application_sheet
from youju.desk.duty.feeds import feed
from youju.desk.rounds.sheet_page import expert_sheet
from youju.desk.sign_in.telephone import sign_in
from youju.desk.site_board.guest_page import manuscript
from youju.desk.surveys.phone import survey
from youju.orgs.invitations import invited_member, password_set
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid
from youju.records.heads.refs import kind_code

# Takes the request, the code and the ticket that it holds; uses the ticket on POST only.
Handler = Callable[[HttpRequest, str, Ticket], HttpResponseBase]


def invitation(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponse:
    """The new member, or who forgot, sees whom the card is for, chooses a password, and is in."""
    member = invited_member(ticket)
    if request.method != "POST" and "mine" not in request.GET:
        context = {"member": member, "roles": role_words(member)}
        return render(request, "desk/account/invitation.html", context)
    form = NewPasswordForm(member, request.POST if request.method == "POST" else None)
    if form.is_valid():
        member = password_set(code=code, password=form.cleaned_data["new_password1"])
        messages.success(
            request, _("The password is set. From now on you log in as “%(username)s”.") % {"username": member.username}
        )
        return begin_log_in(request, member, to="workbench")
    return render(request, "desk/account/invitation_password.html", {"form": form, "member": member})


EXPERTS: dict[str, Handler] = {"application": application_sheet, "round": expert_sheet}
"""What somebody from outside is asked to judge, by the kind that the ticket's reference is of."""


def expert(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponseBase:
    """The sheet of the kind. Raises TicketInvalid where nothing of it is asked of anybody outside."""
    sheet = EXPERTS.get(kind_code(ticket.ref))
    if sheet is None:
        raise TicketInvalid()
    return sheet(request, code, ticket)


HANDLERS: dict[Purpose, Handler] = {
    Purpose.INVITATION: invitation,
    Purpose.SIGN_IN: sign_in,
    Purpose.EXPERT: expert,
    Purpose.SURVEY: survey,
    Purpose.GUEST: manuscript,
    Purpose.FEED: feed,
}
"""Purposes that other packages of the desk bring are added here, each with its page."""

COOKIELESS = frozenset({Purpose.SURVEY})
"""Those whose pages give the visitor nothing to keep. Their code alone lets a form in: a page that somebody else made
cannot send it, for it does not know the code, and no log-in is used.
"""
