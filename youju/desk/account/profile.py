"""One's own page: name and mail address, password, second factor, and where one is logged in."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.scope import member_of
from youju.orgs.log_in_verbs import other_log_ins_end
from youju.orgs.log_ins import has_factor, open_log_ins
from youju.orgs.member_verbs import member_edit_oneself
from youju.orgs.second_factor import RECOVERY_CODES, factor_needed
from youju.records.reading.personal_page import own_person


class ProfileForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Person's name"),
        max_length=40,
        help_text=gettext_lazy("As colleagues see it beside what you did."),
    )
    email = forms.EmailField(label=gettext_lazy("Mail address"), max_length=254, required=False)

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.fields["email"].help_text = (
            _("Once a day a mail says how many alerts wait for you, and names nobody.")
            if settings.EMAIL_HOST
            else _("No mail is sent until the bureau has set up a mail server.")
        )


@require_http_methods(["GET", "HEAD", "POST"])
def profile(request: HttpRequest) -> HttpResponse:
    """The page; a POST changes name and address."""
    member = member_of(request)
    kept = {"name": member.name, "email": member.email}
    form = ProfileForm(request.POST if request.method == "POST" else None, initial=kept)
    if form.is_valid():
        member_edit_oneself(member=member, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("profile")
    context: dict[str, Any] = {
        "form": form,
        "own_page": own_person(member) is not None,
        "has_factor": has_factor(member),
        "factor_needed": factor_needed(member),
        "codes_left": member.recovery_codes.count(),
        "codes_given": RECOVERY_CODES,
        "log_ins": open_log_ins(member),
        "this_session": request.session.session_key,
    }
    return render(request, "desk/account/profile.html", context)


@require_POST
def end_others(request: HttpRequest) -> HttpResponse:
    """End the log-ins of this account in all other browsers."""
    ended = other_log_ins_end(member=member_of(request), session=request.session.session_key or "")
    said = _("You are logged in nowhere else now.") if ended else _("You were logged in nowhere else.")
    messages.success(request, said)
    return redirect("profile")
