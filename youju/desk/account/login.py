"""Logging in and out: Django's own views in our clothes."""

from typing import Any

from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.forms import AuthenticationForm
from django.core.validators import MaxLengthValidator
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator

from youju.desk.account.begin import begin_log_in
from youju.orgs.log_in_verbs import log_out_note
from youju.orgs.members import Member
from youju.orgs.settings import setting


class LoginForm(AuthenticationForm):
    """Django tells the browser how long a name may be, but takes any."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        longest = Member._meta.get_field("username").max_length
        self.fields["username"].validators.append(MaxLengthValidator(longest))


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
        """Also after how many hours a log-in ends: who comes here without having logged out wants to know why."""
        return super().get_context_data(**kwargs) | {"hours": setting("session_hours")}

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Log in for as long as the bureau lets a log-in hold."""
        return begin_log_in(self.request, form.get_user(), to=self.get_success_url())


class LogoutView(views.LogoutView):
    """By POST only."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if isinstance(request.user, Member):
            log_out_note(member=request.user, session=request.session.session_key or "")
        return super().post(request, *args, **kwargs)
