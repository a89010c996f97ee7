"""Changing one's password: Django's own view in our clothes."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from youju.desk.scope import member_of
from youju.orgs.log_in_verbs import password_change_note


class PasswordView(PasswordChangeView):
    template_name = "desk/account/password.html"
    success_url = reverse_lazy("profile")

    def form_valid(self, form: Any) -> HttpResponse:
        before = self.request.session.session_key or ""
        response = super().form_valid(form)
        session = self.request.session.session_key or ""
        password_change_note(member=member_of(self.request), before=before, session=session)
        messages.success(self.request, _("Your password was changed. In other browsers you are logged out."))
        return response
