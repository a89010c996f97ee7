"""Who is not logged in goes to the log-in page and comes back to where they were; who works stays logged in."""

from typing import Any
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from youju.lib import clock

_SEEN = "seen"  # of the session: when its end was last put off, in seconds
# One write of the session in so many seconds is enough.
_EVERY = 300


class LoginRequired(LoginRequiredMiddleware):
    """Django's own, with a way back from whatever is only sent, and with a log-in that lasts while it is used."""

    def process_view(self, request: HttpRequest, view_func: Any, *rest: Any) -> HttpResponseBase | None:
        """Pages open to all put nothing off: who answers a survey leaves no trace in a log-in of theirs."""
        asked = getattr(view_func, "login_required", True)
        if asked and request.user.is_authenticated and _now() - request.session.get(_SEEN, 0) > _EVERY:
            request.session[_SEEN] = _now()
        return super().process_view(request, view_func, *rest)

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        """To the log-in. What was sent was sent from a page: that one comes back, and not an address without one."""
        before = request.headers.get("Referer", "")
        own = url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure())
        if request.method in ("GET", "HEAD") or not own:
            return super().handle_no_permission(request, view_func)
        parts = urlsplit(before)
        return redirect_to_login(parts.path + (f"?{parts.query}" if parts.query else ""), self.get_login_url(view_func))


def _now() -> int:
    return int(clock.now().timestamp())
