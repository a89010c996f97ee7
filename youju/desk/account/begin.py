"""The one way in: whoever has shown a password is logged in here, for as long as the bureau lets a log-in hold."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from youju.orgs.members import Member
from youju.orgs.settings import setting

_BACKEND = "django.contrib.auth.backends.ModelBackend"


def begin_log_in(request: HttpRequest, member: Member, *, to: str) -> HttpResponse:
    """Log the member in and lead on. to: an address of this site."""
    login(request, member, backend=_BACKEND)
    request.session.set_expiry(setting("session_hours") * 3600)
    return redirect(to)
