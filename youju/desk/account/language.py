"""The language that a reader chooses."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.views.i18n import set_language as django_set_language


@login_not_required
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language in a cookie; the form is on the log-in page too."""
    return django_set_language(request)
