"""The second factor: asked for at the log-in, set up there or on the profile page."""

from base64 import b32encode
from typing import Any

import segno
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django_otp.plugins.otp_totp.models import TOTPDevice

from youju.desk.account.begin import complete_log_in, half_in, half_to, log_in
from youju.desk.account.known_device import remember_device
from youju.desk.scope import member_of
from youju.orgs.keeping import is_manager
from youju.orgs.log_ins import has_factor
from youju.orgs.members import Member
from youju.orgs.second_factor import (
    factor_begin,
    factor_begun,
    factor_check,
    factor_confirm,
    factor_remove,
    recovery_codes_renew,
)

# Of the session: the secret that it has begun.
_BEGUN = "factor-begun"
_BY_DIGITS = {"autocomplete": "one-time-code", "inputmode": "numeric", "autofocus": True}


class FactorForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("code from the phone"), max_length=40, widget=forms.TextInput(_BY_DIGITS),
        help_text=gettext_lazy("Six digits of the authenticator app; without the phone, one of your recovery codes."),
    )  # fmt: skip


class FirstCodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("code from the phone"), max_length=20, widget=forms.TextInput(_BY_DIGITS),
        help_text=gettext_lazy("The six digits that the app shows now."),
    )  # fmt: skip


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """Ask whoever has shown the password for the code; only then is anybody logged in."""
    member = half_in(request)
    if member is None:
        return redirect("login")
    form = FactorForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if factor_check(member=member, text=form.cleaned_data["code"]):
            return complete_log_in(request, member, to=half_to(request))
        form.add_error("code", _wrong())
    context = {"form": form, "administers": is_manager(member)}
    return render(request, "desk/account/second_factor.html", context)


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up_at_log_in(request: HttpRequest) -> HttpResponse:
    """Let who needs a factor and has none set it up before being logged in.

    Whoever has one shows that one: a secret begun on the profile page is no way round it.
    """
    member = half_in(request)
    if member is None or has_factor(member) or (device := factor_begun(member)) is None:
        return redirect("login")
    codes, form = _confirmed(request, member)
    if codes is None:
        return render(request, "desk/account/factor_at_log_in.html", _shown(device) | {"form": form})
    to = half_to(request)
    log_in(request, member)
    response = render(request, "desk/account/codes_at_log_in.html", {"codes": codes, "to": to})
    remember_device(request, response, member)
    return response


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def set_up(request: HttpRequest) -> HttpResponse:
    """The same on the profile page: ``begin`` draws a secret, the form confirms it by its first code.

    The secret is shown to the log-in that has begun it, and to no other.
    """
    member = member_of(request)
    if "begin" in request.POST:
        if not _shows_factor(request, member):
            return redirect("profile")
        request.session[_BEGUN] = factor_begin(member=member).pk
        return redirect("factor-set-up")
    device = factor_begun(member)
    if device is None or request.session.get(_BEGUN) != device.pk:
        return redirect("profile")
    codes, form = _confirmed(request, member)
    if codes is None:
        return render(request, "desk/account/factor_set_up.html", _shown(device) | {"form": form})
    return render(request, "desk/account/recovery_codes.html", {"codes": codes})


@require_POST
@never_cache
def new_codes(request: HttpRequest) -> HttpResponse:
    """Ten fresh recovery codes, shown this once."""
    member = member_of(request)
    if not _shows_factor(request, member):
        return redirect("profile")
    codes = recovery_codes_renew(member=member)
    return render(request, "desk/account/recovery_codes.html", {"codes": codes})


@require_POST
def take_away(request: HttpRequest) -> HttpResponse:
    """Go without the factor again. Raises FactorNeeded."""
    member = member_of(request)
    if _shows_factor(request, member):
        factor_remove(member=member)
    return redirect("profile")


def _shows_factor(request: HttpRequest, member: Member) -> bool:
    """Whether whoever has a factor shows a code of it: a log-in left open changes nothing about it. Else says so."""
    if not has_factor(member) or factor_check(member=member, text=request.POST.get("code", "")):
        return True
    messages.error(request, _wrong())
    return False


def _confirmed(request: HttpRequest, member: Member) -> tuple[list[str] | None, FirstCodeForm]:
    """The recovery codes once the first code was right, else none and the form to show."""
    form = FirstCodeForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return None, form
    codes = factor_confirm(member=member, text=form.cleaned_data["code"])
    if codes is None:
        form.add_error("code", _wrong())
    return codes, form


def _shown(device: TOTPDevice) -> dict[str, Any]:
    key = device.config_url
    return {"qr": segno.make(key, error="m").svg_data_uri(scale=4, border=2), "secret": _secret(device)}


def _secret(device: TOTPDevice) -> str:
    """As one types it into an app: letters in fours."""
    letters = b32encode(device.bin_key).decode("ascii")
    return " ".join(letters[place : place + 4] for place in range(0, len(letters), 4))


def _wrong() -> str:
    return _(
        "This code does not fit. Type the newest six digits of the app; the phone's clock must be right. "
        "After several wrong codes the next one is taken only after a pause."
    )
