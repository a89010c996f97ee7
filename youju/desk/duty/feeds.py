"""The address of a roster's calendar: made, shown once, ended, and read by telephones."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.desk.addresses import desk_address
from youju.desk.duty.roster_list import duty_member
from youju.duty.feed import feed_make, feed_revoke, feed_text
from youju.duty.rosters import get_roster_for
from youju.orgs.tickets import Ticket


@require_POST
def feed_new(request: HttpRequest, code: str) -> HttpResponse:
    """Make a new address; the page shows it this once."""
    member = duty_member(request)
    group = get_roster_for(member, code)
    ticket = feed_make(group=group, member=member)
    request.session["duty-feed"] = desk_address(request, reverse("ticket", args=[ticket]))
    return redirect("duty-roster", group.code)


@require_POST
def feed_end(request: HttpRequest, code: str) -> HttpResponse:
    """Close the member's addresses of this roster."""
    member = duty_member(request)
    group = get_roster_for(member, code)
    feed_revoke(group=group, member=member)
    messages.success(request, _("The address holds no longer."))
    return redirect("duty-roster", group.code)


def feed(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponse:
    """What a telephone reads. Raises TicketInvalid where the ticket's member may not read the roster any more."""
    answer = HttpResponse(feed_text(ticket), content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    return answer
