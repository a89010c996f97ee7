"""While there is no bureau, every address leads to the page that sets one up."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from youju.bureau.founding import is_founded

GetResponse = Callable[[HttpRequest], HttpResponse]


class SetupMiddleware:
    """Asks the database until there is a bureau, and never again: what is founded stays."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response
        self._founded = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._founded and not request.path.startswith(_open_paths()):
            self._founded = is_founded()
            if not self._founded:
                return redirect("setup")
        return self.get_response(request)


def _open_paths() -> tuple[str, ...]:
    return reverse("setup"), reverse("set_language"), reverse("too-large")
