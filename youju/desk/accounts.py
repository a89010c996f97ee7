"""Logging in and out, and changing one's password: Django's own views in our clothes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.i18n import set_language as django_set_language


@method_decorator(login_not_required, name="dispatch")
class LoginView(views.LoginView):
    template_name = "desk/login.html"
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        if getattr(request, "htmx", False):  # the log-in ran out: go there whole, not into a corner of the page
            response["HX-Redirect"] = str(reverse_lazy("login"))
        return response


class LogoutView(views.LogoutView):
    """By POST only."""


class PasswordView(views.PasswordChangeView):
    template_name = "desk/password.html"
    success_url = reverse_lazy("workbench")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Your password was changed."))
        return super().form_valid(form)


@login_not_required
def set_language(request: HttpRequest) -> HttpResponse:
    """Keep the reader's language in a cookie; the form is on the log-in page too."""
    return django_set_language(request)
