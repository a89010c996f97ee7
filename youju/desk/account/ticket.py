"""The one page behind every ticket: /t/<code>. Looking at it uses nothing, for programs look at links before people."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods

from youju.desk.account.ticket_handlers import COOKIELESS, HANDLERS
from youju.desk.throttle import TICKET, count_guess, refuse_guessers
from youju.orgs.tickets import Purpose, TicketInvalid, ticket_of


@csrf_exempt  # the pages of most purposes are protected below, once the purpose is known
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ticket_page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Show what the ticket is for; a POST uses it. Raises TicketInvalid, TooManyGuesses."""
    refuse_guessers(request, TICKET)
    try:
        ticket = ticket_of(code)
        handler = HANDLERS.get(Purpose(ticket.purpose))
        if handler is None:
            raise TicketInvalid()
        if ticket.purpose not in COOKIELESS:
            handler = csrf_protect(handler)
        return handler(request, code, ticket)
    except TicketInvalid:
        count_guess(request, TICKET)
        raise
