"""What is answered while the database does not answer: nothing here asks it anything, not even who is reading."""

from django.db import InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from youju.lib import disk

RETRY_SECONDS = "10"
_BUSY = ("locked", "lock timeout", "deadlock")


def is_busy(error: BaseException | None) -> bool:
    """True where others held the database for too long: trying again helps."""
    return isinstance(error, OperationalError) and any(word in str(error).lower() for word in _BUSY)


def is_away(error: BaseException | None) -> bool:
    """True where the database cannot be reached: it is stopped, starting, or takes no more connections."""
    if not isinstance(error, OperationalError | InterfaceError) or is_busy(error) or disk.is_full(error):
        return False
    # SQLite calls a missing table an operational error too, which is a fault of ours.
    return connection.vendor != "sqlite" or "unable to open" in str(error).lower()


def unavailable(request: HttpRequest) -> HttpResponse:
    """503, when to try again, and a sentence; for htmx as a note among the page's messages."""
    if request.headers.get("HX-Request"):
        sentence = _("The database does not answer just now. Nothing was saved. Wait a moment, then try again.")
        note = render_to_string("parts/error_note.html", {"sentence": sentence, "code": "unavailable", "status": 503})
        response = HttpResponse(note, status=503)
        response["HX-Retarget"], response["HX-Reswap"], response["HX-Reselect"] = "#messages", "innerHTML", ".notes"
    else:
        response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"] = RETRY_SECONDS
    return response
