"""Pages are somebody's own: no browser on a shared computer and no proxy keeps a copy of one.

Those of the public site say themselves that they are everybody's.

Static files never come here: they are served before.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Behind these stands a code that opens something: no request that such a page makes says so, for the log of a proxy
# notes with each style sheet from where it was asked for, and when. The origin alone is what forms are checked by.
_CODED = ("/t/", "/site/ask/code/")
# What a page says of itself where it is nobody's own, or kept by nobody already.
_SAID = {"public", "no-store"}


class NoStoreMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not _SAID & set(response.get("Cache-Control", "").replace(" ", "").split(",")):
            response["Cache-Control"] = "private, no-store"
        if request.path_info.startswith(_CODED):
            response.headers.setdefault("Referrer-Policy", "strict-origin")
        return response
