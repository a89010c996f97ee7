"""The one way in: whoever has shown a password is led on to the second factor, or logged in.

Until the second factor was shown nobody is logged in: the session only holds whose turn it is, for ten minutes.
"""

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils.crypto import constant_time_compare
from django.utils.timezone import localtime
from django.utils.translation import ngettext

from youju.desk.account.browsers import browser_of
from youju.desk.account.known_device import remember_device
from youju.desk.throttle import address_of
from youju.lib import clock
from youju.orgs.log_in_verbs import log_in_note
from youju.orgs.log_ins import has_factor
from youju.orgs.members import Member
from youju.orgs.second_factor import factor_begin, factor_needed
from youju.orgs.settings import setting
from youju.orgs.wrong_tries import Missed, missed_take

_BACKEND = "django.contrib.auth.backends.ModelBackend"
_HALF = "half"  # of the session: who has shown the password alone
_HALF_HOLDS = timedelta(minutes=10)


def begin_log_in(request: HttpRequest, member: Member, *, to: str) -> HttpResponse:
    """Lead on somebody whose password was right. to: an address of this site, or the name of one."""
    if has_factor(member):
        return _halfway(request, member, to, "second-factor")
    if factor_needed(member):
        factor_begin(member=member)
        return _halfway(request, member, to, "second-factor-setup")
    return complete_log_in(request, member, to=to)


def complete_log_in(request: HttpRequest, member: Member, *, to: str) -> HttpResponse:
    """Log a member in who has shown all that is asked, and lead on."""
    log_in(request, member)
    response = redirect(to)
    remember_device(request, response, member)
    return response


def log_in(request: HttpRequest, member: Member) -> None:
    """Begin the log-in itself, for as long as the bureau lets one hold, and tell of wrong tries before it."""
    request.session.flush()
    login(request, member, backend=_BACKEND)
    request.session.set_expiry(setting("session_hours") * 3600)
    request.session.save()
    log_in_note(
        member=member,
        session=request.session.session_key or "",
        address=address_of(request),
        browser=browser_of(request.headers.get("User-Agent", "")),
    )
    if (missed := missed_take(member.username)) is not None:
        messages.warning(request, _told(missed))


def half_in(request: HttpRequest) -> Member | None:
    """Who has shown the password in this browser and not yet the second factor; None where nobody has, or no longer."""
    half: dict[str, Any] = request.session.get(_HALF, {})
    if not half or clock.now().timestamp() > half["until"]:
        return None
    member = Member.objects.filter(pk=half["member"], is_active=True).first()
    # A password that was changed, or log-ins that were ended meanwhile, end this one too.
    if member is None or not constant_time_compare(half["proof"], member.get_session_auth_hash()):
        return None
    return member


def half_to(request: HttpRequest) -> str:
    """Where who is half in wanted to go."""
    return str(request.session.get(_HALF, {}).get("to") or resolve_url("workbench"))


def _told(missed: Missed) -> str:
    """What the owner of an account reads who comes after wrong tries."""
    return ngettext(
        "%(count)s wrong password was tried on your account, on %(at)s from %(address)s. "
        "Was it not you? Change the password.",
        "%(count)s wrong passwords were tried on your account, the last on %(at)s from %(address)s. "
        "Was it not you? Change the password.",
        missed.tries,
    ) % {"count": missed.tries, "at": f"{localtime(missed.at):%Y-%m-%d %H:%M}", "address": missed.address}


def _halfway(request: HttpRequest, member: Member, to: str, route: str) -> HttpResponse:
    request.session.flush()
    request.session[_HALF] = {
        "member": member.pk,
        "proof": member.get_session_auth_hash(),
        "to": resolve_url(to),
        "until": (clock.now() + _HALF_HOLDS).timestamp(),
    }
    return redirect(route)
