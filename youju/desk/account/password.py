"""Changing one's password: Django's own view in our clothes, with a pause after wrong old ones."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.forms import PasswordChangeForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpResponse
from django.urls import reverse_lazy
from django.utils.translation import gettext as _

from youju.desk.account.new_password import FaultsAtPassword
from youju.desk.scope import member_of
from youju.desk.throttle import address_of
from youju.orgs.log_in_verbs import password_change_note
from youju.orgs.wrong_tries import TooManyTries, try_begin, try_forget


class PasswordForm(FaultsAtPassword, PasswordChangeForm):
    """The old password is guessed no faster here than at the log-in."""

    def __init__(self, *args: Any, address: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._address = address

    def clean_old_password(self) -> str:
        try:
            tries = try_begin(keys=[f"old-password:{self.user.token}"], address=self._address)
        except TooManyTries as pause:
            raise forms.ValidationError(str(pause)) from None
        old = super().clean_old_password()
        try_forget(tries)
        return str(old)


class PasswordView(PasswordChangeView):
    template_name = "desk/account/password.html"
    form_class = PasswordForm
    success_url = reverse_lazy("profile")

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"address": address_of(self.request)}

    def form_valid(self, form: Any) -> HttpResponse:
        before = self.request.session.session_key or ""
        response = super().form_valid(form)
        session = self.request.session.session_key or ""
        password_change_note(member=member_of(self.request), before=before, session=session)
        messages.success(self.request, _("Your password was changed. In other browsers you are logged out."))
        return response
