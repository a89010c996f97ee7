"""Settings and calendar are read once a request, whatever the page asks of them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from youju.lib.once import asked_once


class AskedOnceMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with asked_once():
            return self.get_response(request)
