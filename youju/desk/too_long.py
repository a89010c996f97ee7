"""The page for what is longer than its field takes: the text stands there whole, to be shortened and sent again."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from youju.orgs.errors import TooLong

# What proves who somebody is goes into no page.
_SECRET = {"password", "proof", "code"}
_TOKEN = "csrfmiddlewaretoken"


class Sent(NamedTuple):
    """A field as it was sent. is_long: to be shortened; all others go along unseen."""

    name: str
    value: str
    is_long: bool


def too_long_page(request: HttpRequest, error: TooLong, layout: str) -> HttpResponse | None:
    """None where it cannot be sent again from here: files would be lost, or something secret would be shown."""
    fields = [
        Sent(name, value, len(value) > error.most)
        for name, values in request.POST.lists()
        for value in values
        if name != _TOKEN
    ]
    if request.FILES or not any(field.is_long for field in fields) or _SECRET & request.POST.keys():
        return None
    context = {"sentence": str(error), "fields": fields, "address": request.get_full_path(), "layout": layout}
    return render(request, "too_long.html", context, status=error.status)
