"""Changing one's password: Django's own view in our clothes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _


class PasswordView(PasswordChangeView):
    template_name = "desk/account/password.html"
    success_url = reverse_lazy("workbench")

    def form_valid(self, form: Any) -> HttpResponse:
        messages.success(self.request, _("Your password was changed."))
        return super().form_valid(form)
