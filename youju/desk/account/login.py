"""Logging in and out: Django's own views in our clothes, with a pause after wrong passwords."""

from typing import Any

from django import forms
from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_variables

from youju.desk.account.begin import begin_log_in
from youju.desk.account.known_device import known_device
from youju.desk.throttle import address_of
from youju.orgs.log_in_verbs import log_in_failed_note, log_out_note
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.wrong_tries import TooManyTries, keys_of_log_in, try_begin, try_forget

_WAIT = "wait"


class LoginForm(AuthenticationForm):
    """Django's own takes a name of any length. Each try counts until it was right."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        longest = Member._meta.get_field("username").max_length
        self.fields["username"].validators.append(MaxLengthValidator(longest))

    @sensitive_variables()
    def clean(self) -> dict[str, Any]:
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not (self.request and username and password):
            return dict(self.cleaned_data)
        address, device = address_of(self.request), known_device(self.request, username)
        keys = keys_of_log_in(username=username, password=password, address=address, device=device)
        try:
            tries = try_begin(keys=keys, address=address)
        except TooManyTries as pause:
            raise forms.ValidationError(str(pause), code=_WAIT) from None
        try:
            cleaned = super().clean()
        except forms.ValidationError:
            log_in_failed_note(username=username, address=address)
            raise
        try_forget(tries)
        return dict(cleaned)


@method_decorator(login_not_required, name="dispatch")
class LoginView(views.LoginView):
    template_name = "desk/account/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().get(request, *args, **kwargs)
        if getattr(request, "htmx", False):  # the log-in ran out: go there whole, not into a corner of the page
            response["HX-Redirect"] = str(reverse_lazy("login"))
        return response

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Also after how many hours a log-in ends: who comes here without having logged out wants to know why; and
        the way to the public site for who took this door for it."""
        return super().get_context_data(**kwargs) | {
            "hours": setting("session_hours"),
            "site_open": setting("site_open"),
        }

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Lead on whoever has shown the password."""
        return begin_log_in(self.request, form.get_user(), to=self.get_success_url())

    def form_invalid(self, form: AuthenticationForm) -> HttpResponse:
        response = super().form_invalid(form)
        if form.has_error("__all__", _WAIT):
            response.status_code = TooManyTries.status
        return response


class LogoutView(views.LogoutView):
    """By POST only."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if isinstance(request.user, Member):
            log_out_note(member=request.user, session=request.session.session_key or "")
        return super().post(request, *args, **kwargs)
