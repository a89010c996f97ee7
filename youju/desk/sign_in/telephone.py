"""签到 on a telephone: the code of the wall, the own name, done; where it counts how long, 签退 the same way.

No log-in; nothing is locked by being wrong.
"""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.crypto import get_random_string
from django.utils.timezone import localtime

from youju.errors import Conflict, NotFound
from youju.lib.naturals import natural
from youju.orgs.tickets import Ticket, TicketInvalid
from youju.records.heads.presence import SignsIn
from youju.records.kinds import specific
from youju.records.sign_in.models import Signed, SignIn
from youju.records.sign_in.verbs import device_digest, get_sign_in, names_open, sign_in_by_code, sign_out_by_code

_COOKIE, _DAY = "telephone", 24 * 3600
_MISREAD = str.maketrans({"o": "0", "i": "1", "l": "1", "-": None, " ": None})


def sign_in(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponse:
    """The page behind the ticket of a sign-in. Raises TicketInvalid where none runs."""
    found = get_sign_in(ticket.ref)
    record = _record(found)
    signed = found.signed.filter(device=_digest(request)).select_related("person").first() if _told(request) else None
    context = {"record": record, "code": code, "signed": signed, "early": not found.begun,
               "begins": localtime(found.begins), "leaves": _may_leave(record, signed)}  # fmt: skip
    if found.begun and (signed is None or context["leaves"]):
        if request.method == "POST":
            return _pick(request, code, found, context)
        if found.accepts(request.GET.get("now", "").strip().lower().translate(_MISREAD)):
            context |= {"names": names_open(found, record.sign_in_list()), "leave": found.leave()}
        elif request.GET.get("now"):
            context["stale"] = True
    return _with_cookie(request, render(request, "desk/sign_in/telephone.html", context))


def _record(found: SignIn) -> SignsIn:
    """Raises TicketInvalid where the record is of no kind at which people sign in."""
    (record,) = specific([found.record])
    if not isinstance(record, SignsIn):
        raise TicketInvalid()
    return record


def _may_leave(record: SignsIn, signed: Signed | None) -> bool:
    return record.SIGNS_OUT and signed is not None and signed.left is None


def _pick(request: HttpRequest, code: str, found: SignIn, context: dict[str, Any]) -> HttpResponse:
    """Take the chosen name, or sign it out. What goes wrong is said beside the list, to choose another from."""
    leave, record = request.POST.get("leave", ""), context["record"]
    if not (found.honours(leave) and _told(request)):
        return _with_cookie(request, render(request, "desk/sign_in/telephone.html", context | {"stale": True}))
    try:
        if context["leaves"]:
            sign_out_by_code(sign_in=found, device=_told(request))
        else:
            sign_in_by_code(sign_in=found, record=record, person=_person(request), device=_told(request), code=code)
    except TicketInvalid:
        raise
    except (Conflict, NotFound) as error:
        context |= {"names": names_open(found, record.sign_in_list()), "leave": leave, "refused": str(error)}
        return render(request, "desk/sign_in/telephone.html", context, status=error.status)
    return redirect("ticket", code)


def _person(request: HttpRequest) -> int:
    """The id that was sent; 0, which nobody has, where it is none."""
    return natural(request.POST.get("person", "")) or 0


def _told(request: HttpRequest) -> str:
    """What tells the telephone from others; "" before it was given anything, and where it gives back nothing."""
    return request.COOKIES.get(_COOKIE, "")


def _digest(request: HttpRequest) -> str:
    return device_digest(_told(request))


def _with_cookie(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if not _told(request):
        response.set_cookie(
            _COOKIE, get_random_string(32), max_age=_DAY, httponly=True, samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )  # fmt: skip
    return response
