"""On the public site everybody is nobody: what a browser knows of a log-in is not even read there."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from youju.portal.page import kept_answer

# What the addresses of all public pages begin with.
PATHS = ("/site/", "/ask/", "/verify/", "/screen", "/robots.txt")

GetResponse = Callable[[HttpRequest], HttpResponseBase]


class AnonymousMiddleware:
    """Before sessions: takes the cookies off a request for the public site, and sees to it that none is set.

    So no page there can differ by who reads it, and no cache between need ask whether it does.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if not request.path_info.startswith(PATHS):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        if (kept := kept_answer(request)) is not None:
            return kept
        response = self.get_response(request)
        response.cookies.clear()
        varies = [name.strip() for name in response.get("Vary", "").split(",")]
        response["Vary"] = ", ".join(name for name in varies if name and name != "Cookie") or "Accept-Language"
        return response
