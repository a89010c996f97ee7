"""Addresses of a former site: an article that stood there is found here."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.views import defaults

from youju.errors import NotFound
from youju.portal.articles import public_articles
from youju.portal.page import error_page
from youju.portal.site import is_open


@login_not_required
def lost(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Where no page is: to the article that had this address, or the sentence that there is nothing here."""
    asked = {request.path, request.get_full_path()}
    if request.method in ("GET", "HEAD") and request.path != "/" and "\0" not in request.path and is_open():
        found = public_articles().filter(old_address__in=asked).first()
        if found is not None:
            return HttpResponsePermanentRedirect(reverse("site-article", args=[found.ref]))
    if is_open() and settings.SESSION_COOKIE_NAME not in request.COOKIES:  # nobody of the office
        return error_page(request, NotFound())
    return defaults.page_not_found(request, exception)
