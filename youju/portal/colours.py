"""The site's own colour, as a stylesheet: the pages hold no style of their own."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from youju.portal.page import public_page
from youju.portal.site import site_of


@public_page
def colours(request: HttpRequest) -> HttpResponseBase:
    return HttpResponse(f":root {{ --site: {site_of(request).colour}; }}\n", content_type="text/css; charset=utf-8")
