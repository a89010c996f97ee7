"""Browsers in which an account was logged in before, known by a signed cookie: strangers lock nobody out of them."""

from secrets import token_hex

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from youju.orgs.members import Member

_COOKIE, _SALT = "device", "youju.desk.device"
_SECONDS = 180 * 24 * 3600
_MEMBERS = 8  # of a computer that several share; the one who came first is forgotten


def known_device(request: HttpRequest, username: str) -> str:
    """The name of this browser for the account; empty where it was never logged in here."""
    known = _read(request)
    if not known:
        return ""
    token = Member.objects.filter(username=username.strip()[:150]).values_list("token", flat=True).first()
    return known.get(token or "", "")


def remember_device(request: HttpRequest, response: HttpResponse, member: Member) -> None:
    """Let this browser be known for the account from now on."""
    known = _read(request)
    own = known.pop(member.token, "") or token_hex(8)
    kept = dict(list((known | {member.token: own}).items())[-_MEMBERS:])
    response.set_cookie(
        _COOKIE,
        signing.dumps(kept, salt=_SALT),
        max_age=_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _read(request: HttpRequest) -> dict[str, str]:
    try:
        known = signing.loads(request.COOKIES.get(_COOKIE, ""), salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return {}
    return {str(token): str(device) for token, device in known.items()} if isinstance(known, dict) else {}
