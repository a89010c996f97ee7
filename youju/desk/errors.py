"""The desk's one place where errors become pages.

A YoujuError brings its own sentence and status. A busy database is said to be busy. Everything else is a fault
of ours: the trace goes to the log, the reader gets a plain sentence and the number under which we find it.
"""

import logging
import secrets
import sys
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import DataError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views import defaults

from youju.desk.too_long import too_long_page
from youju.desk.unavailable import RETRY_SECONDS, is_away, is_busy, unavailable
from youju.errors import NotAllowed, NotFound, YoujuError
from youju.gate.errors import NotThroughGate
from youju.gate.verbs import gate_check
from youju.lib import disk
from youju.orgs.errors import TooLong
from youju.orgs.members import Member

log = logging.getLogger(__name__)

GetResponse = Callable[[HttpRequest], HttpResponse]


class ErrorMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an error that left a view; None leaves it to Django (bad requests and its own 404 and 403)."""
        if isinstance(error, NotThroughGate) and isinstance(request.user, Member):
            return _held_page(request, error, request.user)
        if isinstance(error, TooLong) and not getattr(request, "htmx", False):
            kept = too_long_page(request, error, _layout(request))
            if kept is not None:
                return kept
        if isinstance(error, YoujuError):
            return error_page(request, str(error), error.status, code=error.code)
        if isinstance(error, Http404):
            return error_page(request, str(NotFound()), 404, code=NotFound.code)
        if isinstance(error, PermissionDenied):
            return error_page(request, str(NotAllowed()), 403, code=NotAllowed.code)
        if isinstance(error, SuspiciousOperation):
            return None
        if is_busy(error):
            return _busy_page(request)
        if is_away(error):
            log.error("%s %s: the database does not answer", request.method, request.path, exc_info=error)
            return unavailable(request)
        if isinstance(error, OperationalError | OSError) and disk.is_full(error):
            return _full_page(request, error)
        if isinstance(error, DataError | OverflowError):
            return _unkept_page(request, error)
        return _fault_page(request, error)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The page for a request that cannot be read, and for one that pastes more than a form takes."""
    if isinstance(exception, RequestDataTooBig):
        sentence = _("What was pasted is too long for a form. Split it, or save it as a file and choose the file.")
        return error_page(request, sentence, 413, code="too-long")
    return defaults.bad_request(request, exception)


def server_error(request: HttpRequest) -> HttpResponse:
    """The page for what went wrong outside a view: often the database, asked who is reading."""
    error = sys.exc_info()[1]
    return unavailable(request) if is_busy(error) or is_away(error) else defaults.server_error(request)


@login_not_required
def too_large(request: HttpRequest) -> HttpResponse:
    """What the server answers in the place of a page to which more was sent than it takes."""
    sentence = _("More was sent than the %(limit)s MB that are taken at once. Nothing was saved. Send a smaller file.")
    return error_page(request, sentence % {"limit": settings.REQUEST_BYTES // (1024 * 1024)}, 413, code="too-large")


def error_page(
    request: HttpRequest, sentence: str, status: int, *, code: str = "", reference: str = ""
) -> HttpResponse:
    """One sentence as a page, or for htmx as a note put where the page keeps its messages."""
    shown = {
        "sentence": sentence,
        "code": code,
        "reference": reference,
        "status": status,
        "back": _page_before(request),
        "is_member": _is_member(request),
        "layout": _layout(request),
    }
    if not getattr(request, "htmx", False):
        return render(request, "error.html", shown, status=status)
    response = render(request, "parts/error_note.html", shown, status=status)
    # The page that asked may have wanted only its list: send the note to the messages instead, whole.
    response["HX-Retarget"] = "#messages"
    response["HX-Reswap"] = "innerHTML"
    response["HX-Reselect"] = ".notes"
    return response


def _is_member(request: HttpRequest) -> bool:
    return bool(getattr(request, "user", None) and request.user.is_authenticated)


def _layout(request: HttpRequest) -> str:
    return "base.html" if _is_member(request) else "alone.html"


def _page_before(request: HttpRequest) -> str:
    """The page of this site that the reader came from; empty where that is unknown or the same address."""
    before = request.headers.get("Referer", "")
    own = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
    return before if own and before != request.build_absolute_uri() else ""


def _held_page(request: HttpRequest, error: NotThroughGate, member: Member) -> HttpResponse:
    """To what the gate found in what a verb refused to publish; that is kept, whatever the verb left undone."""
    check = gate_check(outgoing=error.outgoing, actor=member)
    messages.warning(request, str(error))
    return redirect("gate-check", check.digest)


def _busy_page(request: HttpRequest) -> HttpResponse:
    sentence = _("The system is busy with other work just now. Nothing was saved. Wait a moment, then try again.")
    response = error_page(request, sentence, 503, code="busy")
    response["Retry-After"] = RETRY_SECONDS
    return response


def _full_page(request: HttpRequest, error: Exception) -> HttpResponse:
    log.error("%s %s: the disk is full", request.method, request.path, exc_info=error)
    sentence = _("The server's disk is full. Nothing was saved. Tell the administrator, then try again.")
    return error_page(request, sentence, 507, code="disk-full")


def _unkept_page(request: HttpRequest, error: Exception) -> HttpResponse:
    """For a value that passed every form and that no column can hold: a number past 64 bits, a NUL."""
    log.warning("%s %s: a value that cannot be kept", request.method, request.path, exc_info=error)
    sentence = _("The browser sent something we cannot read. Go back, reload the page and try again.")
    return error_page(request, sentence, 400, code="unreadable")


def _fault_page(request: HttpRequest, error: Exception) -> HttpResponse:
    reference = secrets.token_hex(4)
    log.error("%s: %s %s", reference, request.method, request.path, exc_info=error)
    sentence = _("Something went wrong here, and nothing was saved. Give the administrator the number below.")
    return error_page(request, sentence, 500, code="fault", reference=reference)
