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

from youju.desk.addresses import desk_address
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.lib import clock
from youju.lib.naturals import natural
from youju.records.heads.presence import SignsIn
from youju.records.reading.access import get_record_for
from youju.records.sign_in.models import STEP, SignIn
from youju.records.sign_in.verbs import (
    names_open,
    sign_in_by_hand,
    sign_in_close,
    sign_in_open,
    sign_in_take_back,
    sign_out_by_hand,
)


@require_GET
@never_cache
def show(request: HttpRequest, ref: str) -> HttpResponse:
    """The organiser's page: open, the code and who is missing, or closed."""
    record = _record(request, ref)
    found = SignIn.objects.filter(record=record).first()
    return render(request, "desk/sign_in/organiser.html", _context(request, record, found))


@require_GET
@never_cache
def wall(request: HttpRequest, ref: str) -> HttpResponse:
    """What the wall shows: the code of the moment, large, and the names that are missing."""
    record = _record(request, ref)
    return render(request, "desk/sign_in/wall.html", _context(request, record, _running(record)))


@require_GET
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """The list to be printed, with a box a person: it works without a network."""
    record = _record(request, ref)
    return render(request, "desk/sign_in/paper.html", {"record": record, "rows": record.sign_in_list()})


@require_POST
def open_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Open it, from now on or from an hour of the record's day on."""
    record = _record(request, ref)
    sign_in_open(
        record=record, begins=_begins(request.POST.get("begins", ""), record.happened), actor=member_of(request)
    )
    return redirect("sign-in", ref)


@require_POST
def close_it(request: HttpRequest, ref: str) -> HttpResponse:
    """Close it and write who came."""
    record = _record(request, ref)
    sign_in_close(sign_in=_running(record), record=record, actor=member_of(request))
    messages.success(request, _("The sign-in is closed, and who came is written. Look through it and hand it in."))
    return redirect("record", ref)


@require_POST
def set_name(request: HttpRequest, ref: str) -> HttpResponse:
    """Mark somebody who is there or who leaves, or give back a name that somebody else took."""
    record, member = _record(request, ref), member_of(request)
    sign_in, person = _running(record), natural(request.POST.get("person", ""))
    if person is None:
        raise NotFound()
    match request.POST.get("then"):
        case "back":
            sign_in_take_back(sign_in=sign_in, person=person, actor=member)
        case "out":
            sign_out_by_hand(sign_in=sign_in, person=person, actor=member)
        case _:
            sign_in_by_hand(sign_in=sign_in, record=record, person=person, actor=member)
    return redirect("sign-in", ref)


def _record(request: HttpRequest, ref: str) -> SignsIn:
    """A draft or returned record with a list, that the member may change. Raises NotFound, NotAllowed, WrongState."""
    record = get_record_for(member_of(request), ref, need="edit")
    if not isinstance(record, SignsIn):
        raise NotFound()
    return record


def _running(record: SignsIn) -> SignIn:
    found = SignIn.objects.filter(record=record, closed_at=None).first()
    if found is None:
        raise NotFound()
    return found


def _begins(text: str, day: date) -> datetime:
    """An hour of the day as its field sends it (08:30); now where it is empty or none."""
    try:
        return make_aware(datetime.combine(day, time.fromisoformat(text)))
    except ValueError:
        return clock.now()


def _context(request: HttpRequest, record: SignsIn, found: SignIn | None) -> dict[str, Any]:
    listed = record.sign_in_list()
    context: dict[str, Any] = {"record": record, "sign_in": found, "expected": len(listed)}
    if found is None or not found.running:
        return context
    address = reverse("ticket", args=[found.code])
    code = found.code_now()
    url = desk_address(request, f"{address}?now={code}")
    signed = list(found.signed.select_related("person"))
    taken = {each.person_id for each in signed}
    missing = [row for row in listed if row.person.pk not in taken]
    return context | {
        "address": desk_address(request, address),
        "code": f"{code[:4]} {code[4:]}",
        "qr": segno.make(url, error="m").svg_data_uri(scale=8, border=2),
        "seconds": STEP,
        "begins": localtime(found.begins),
        "signed": signed,
        "left": sum(each.left is not None for each in signed),
        "missing": missing,
        "names": names_open(found, listed),
        "minors": sum(row.minor for row in missing),
    }
