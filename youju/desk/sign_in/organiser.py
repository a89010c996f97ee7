"""签到 for the organiser: opened over a draft, shown on the wall, names set by hand, closed; and the list on paper."""

from datetime import date, datetime, time
from typing import Any

import segno
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime, make_aware
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib import clock
from youju.records.reading.access import get_record_for
from youju.records.study.session.models import StudySession
from youju.records.study.session.sign_in import STEP, SignIn
from youju.records.study.session.sign_in_verbs import (
    names_open,
    sign_in_by_hand,
    sign_in_close,
    sign_in_open,
    sign_in_take_back,
)


@require_GET
@never_cache
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The organiser's page: open, the code and who is missing, or closed."""
    session = _session(request, ref)
    found = SignIn.objects.filter(session=session).first()
    return render(request, "desk/sign_in/organiser.html", _context(request, session, found))


@require_GET
@never_cache
def wall(request: HttpRequest, ref: str) -> HttpResponse:
    """What the wall shows: the code of the moment, large, and the names that are missing."""
    session = _session(request, ref)
    return render(request, "desk/sign_in/wall.html", _context(request, session, _running(session)))


@require_GET
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """The list to be printed, with a box a person: it works without a network."""
    session = _session(request, ref)
    rows = session.attendance.select_related("person")
    return render(request, "desk/sign_in/paper.html", {"session": session, "rows": rows})


@require_POST
def open_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Open it, from now on or from an hour of the session's day on."""
    session = _session(request, ref)
    sign_in_open(
        session=session, begins=_begins(request.POST.get("begins", ""), session.happened), actor=member_of(request)
    )
    return redirect("sign-in", ref)


@require_POST
def close_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Close it and write who came."""
    session = _session(request, ref)
    sign_in_close(sign_in=_running(session), actor=member_of(request))
    messages.success(
        request, _("The sign-in is closed, and the attendance is written. Look through it and hand it in.")
    )
    return redirect("record", ref)


@require_POST
def set_name(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark somebody who is there, or give back a name that somebody else took."""
    session, member = _session(request, ref), member_of(request)
    sign_in, person = _running(session), request.POST.get("person", "")
    if not (person.isascii() and person.isdecimal() and len(person) < 12):
        raise NotFound()
    if request.POST.get("then") == "back":
        sign_in_take_back(sign_in=sign_in, person=int(person), actor=member)
    else:
        sign_in_by_hand(sign_in=sign_in, person=int(person), actor=member)
    return redirect("sign-in", ref)


def _session(request: HttpRequest, ref: str) -> StudySession:
    """A draft or returned session that the member may change. Raises NotFound, NotAllowed, WrongState."""
    record = get_record_for(member_of(request), ref, need="edit")
    if not isinstance(record, StudySession):
        raise NotFound()
    return record


def _running(session: StudySession) -> SignIn:
    found = SignIn.objects.filter(session=session, closed_at=None).first()
    if found is None:
        raise NotFound()
    return found


def _begins(text: str, day: date) -> datetime:
    """An hour of the day as its field sends it (08:30); now where it is empty or none."""
    try:
        return make_aware(datetime.combine(day, time.fromisoformat(text)))
    except ValueError:
        return clock.now()


def _context(request: HttpRequest, session: StudySession, found: SignIn | None) -> dict[str, Any]:
    context: dict[str, Any] = {"session": session, "sign_in": found, "expected": session.attendance.count()}
    if found is None or not found.running:
        return context
    address = reverse("ticket", args=[found.code])
    code = found.code_now()
    url = request.build_absolute_uri(f"{address}?now={code}")
    signed = list(found.signed.select_related("person"))
    taken = {each.person_id for each in signed}
    missing = [row for row in session.attendance.select_related("person") if row.person_id not in taken]
    return context | {
        "address": request.build_absolute_uri(address),
        "code": f"{code[:4]} {code[4:]}",
        "qr": segno.make(url, error="m").svg_data_uri(scale=8, border=2),
        "seconds": STEP,
        "begins": localtime(found.begins),
        "signed": signed,
        "missing": missing,
        "names": names_open(found),
        "minors": sum(row.minor for row in missing),
    }
