"""Setting the bureau up at the first visit: code, county, bureau, administrator. Gone for good afterwards."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.bureau.founding import Administrator, bureau_set_up, find_counties, is_founded, place_of
from youju.desk.setup.forms import AdministratorForm, BureauForm, CodeForm
from youju.desk.throttle import count_guess, refuse_guessers
from youju.errors import NotFound
from youju.orgs.divisions import find_division
from youju.orgs.tickets import Purpose, TicketInvalid, ticket_of

_KEPT = "setup"  # of the session: what the steps before have asked
_THROTTLED = "setup"
_CODE_REFUSED = gettext_lazy(
    "This code does not hold. Compare it with the one shown last; if it is a day old, "
    "start “youju serve” again for a new one."
)


def _step(view: Callable[[HttpRequest, dict[str, Any]], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """A page that only who gave the code sees, with what was asked before. Raises NotFound once there is a bureau."""

    @login_not_required
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def opened(request: HttpRequest) -> HttpResponse:
        if is_founded():
            raise NotFound()
        kept = request.session.get(_KEPT, {})
        if not _holds(kept.get("code", "")):
            return redirect("setup")
        return view(request, kept)

    step: Callable[[HttpRequest], HttpResponse] = opened
    return step


@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def setup(request: HttpRequest) -> HttpResponse:
    """Ask for the code that the server printed. Raises NotFound, TooManyGuesses."""
    if is_founded():
        raise NotFound()
    refuse_guessers(request, _THROTTLED)
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        if _holds(form.cleaned_data["code"]):
            request.session.cycle_key()
            return _keep(request, {"code": form.cleaned_data["code"]}, "setup-county")
        count_guess(request, _THROTTLED)
        form.add_error("code", _CODE_REFUSED)
    return render(request, "desk/setup/code.html", {"form": form})


@_step
def setup_county(request: HttpRequest, kept: dict[str, Any]) -> HttpResponse:
    """Find the county by typing, and choose it."""
    chosen = find_division(request.POST.get("county", ""))
    if chosen is not None:
        return _keep(request, kept | {"county": chosen.code}, "setup-bureau")
    asked = " ".join(request.GET.get("q", "").split())[:40]
    found = [(division.code, place_of(division)) for division in find_counties(asked)]
    context = {
        "q": asked, "found": found, "unchosen": request.method == "POST", "unasked": "q" in request.GET and not asked,
    }  # fmt: skip
    return render(request, "desk/setup/county.html", context)


@_step
def setup_bureau(request: HttpRequest, kept: dict[str, Any]) -> HttpResponse:
    """Ask how the bureau is called."""
    if "county" not in kept:
        return redirect("setup-county")
    form = BureauForm(request.POST if request.method == "POST" else None, initial=kept)
    if form.is_valid():
        return _keep(request, kept | form.cleaned_data, "setup-administrator")
    return _page(request, "desk/setup/bureau.html", form, kept)


@_step
def setup_administrator(request: HttpRequest, kept: dict[str, Any]) -> HttpResponse:
    """Ask who administers, found the bureau, and say what comes next."""
    if not kept.get("name"):
        return redirect("setup-bureau")
    form = AdministratorForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, "desk/setup/administrator.html", form, kept)
    given = form.cleaned_data
    founded = bureau_set_up(
        code=kept["code"],
        county=kept["county"],
        name=kept["name"],
        short_name=kept["short_name"],
        administrator=Administrator(given["name"], given["username"], given["new_password1"]),
    )
    request.session.flush()
    return render(request, "desk/setup/done.html", {"founded": founded})


def _holds(code: str) -> bool:
    try:
        return ticket_of(code).purpose == Purpose.SETUP
    except TicketInvalid:
        return False


def _keep(request: HttpRequest, kept: dict[str, Any], route: str) -> HttpResponse:
    request.session[_KEPT] = kept
    return redirect(route)


def _page(request: HttpRequest, template: str, form: forms.Form, kept: dict[str, Any]) -> HttpResponse:
    division = find_division(kept["county"])
    return render(request, template, {"form": form, "kept": kept, "place": place_of(division) if division else ""})
