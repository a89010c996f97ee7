"""A log that is behind or beside its last checkpoint outside: everything can be read, and nothing is saved."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from youju.backups.outside import standstill
from youju.desk.errors import error_page

_SAFE = ("GET", "HEAD", "OPTIONS")
# One logs in and out, chooses a language, and decides.
OPEN = {"login", "logout", "set_language", "system-accept", "too-large"}


class StandstillMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, _view: object, _args: Any, _kwargs: Any) -> HttpResponse | None:
        """The page that says why, for whatever would save something."""
        match = request.resolver_match
        if request.method in _SAFE or (match and match.url_name in OPEN):
            return None
        found = standstill()
        return error_page(request, str(found), found.status, code=found.code) if found else None
