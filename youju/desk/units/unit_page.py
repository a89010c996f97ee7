"""One unit: its names, where it stands and since when, who works there, and what was decided of it."""

from datetime import date
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_GET

from youju.desk.units.unit_list import month_words, reader_of, roster_sizes
from youju.lib import clock
from youju.orgs.actors import names_of
from youju.orgs.groups import Group
from youju.orgs.keeping import kept_units, managed_units
from youju.orgs.members import Member, RoleGrant
from youju.orgs.stays import BEGINNING, NEVER, Stay
from youju.orgs.timeline import Timeline
from youju.orgs.tree import above, find_unit, this_month, timeline
from youju.orgs.unit_history import UnitEvent, history_of
from youju.orgs.units import Unit, UnitKind
from youju.phrases import enumerated


class Line(NamedTuple):
    """One line of a unit's history, in words."""

    event: UnitEvent
    who: str
    said: str


@require_GET
def unit_page(request: HttpRequest, code: str) -> HttpResponse:
    member, unit = reader_of(request), find_unit(code)
    known, month = timeline(), this_month()
    context = {
        "unit": unit,
        "above": above(unit, month)[1:],
        "stands": known.stands(code, month),
        "opening": month_words(opens) if (opens := known.opening(code, month)) else "",
        "stays": _stays(known, code),
        "below": _below(known, code, month),
        "aliases": unit.aliases.order_by("until", "name"),
        "history": _lines(unit),
        "may_change": unit.pk in managed_units(member),
        "is_below_bureau": unit.kind in (UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL),
        **_staff(unit, member),
    }
    return render(request, "desk/units/unit.html", context)


def _staff(unit: Unit, member: Member) -> dict[str, Any]:
    """Who works in the unit, for those who keep its roster."""
    if unit.pk not in kept_units(member):
        return {"keeps": False}
    today = clock.today()
    grants = RoleGrant.objects.current(today).filter(unit=unit, member__is_active=True).select_related("member")
    return {
        "keeps": True,
        "people": roster_sizes({unit.pk})[unit.pk],
        "groups": Group.objects.filter(unit=unit).open_on(today),
        "grants": grants.order_by("role", "member__username"),
    }


def _below(known: Timeline, code: str, month: int) -> list[Unit]:
    codes = [each for each in known.stays if known.stands(each, month) and known.parent(each, month) == code]
    return list(Unit.objects.filter(code__in=codes).order_by("kind", "code"))


def _stays(known: Timeline, code: str) -> list[tuple[str, str]]:
    """From when to when a unit stands where: the newest first."""
    names = {unit.code: str(unit) for unit in Unit.objects.filter(code__in=_named(known, code))}
    return [(_span(stay), _where(stay, names)) for stay in reversed(known.stays.get(code, ()))]


def _named(known: Timeline, code: str) -> set[str]:
    return {name for stay in known.stays.get(code, ()) for name in (stay.parent, stay.heir) if name}


def _span(stay: Stay) -> str:
    since = _("since the beginning") if stay.since == BEGINNING else _("since %s") % month_words(stay.since)
    if stay.until == NEVER:
        return since
    return _("%(since)s, until before %(until)s") % {"since": since, "until": month_words(stay.until)}


def _where(stay: Stay, names: dict[str, str]) -> str:
    if stay.heir:
        return _("closed, merged into %s") % names.get(stay.heir, stay.heir)
    if not stay.stands:
        return pgettext("unit", "closed")
    return _("below %s") % names.get(stay.parent, stay.parent) if stay.parent else _("at the top")


def _lines(unit: Unit) -> list[Line]:
    events = history_of(unit)
    actors = names_of(event.actor for event in events)
    codes = {code for event in events for code in (event.parent, event.heir) if code}
    names = {found.code: str(found) for found in Unit.objects.filter(code__in=codes)}
    return [Line(event, actors.get(event.actor, event.actor), _said(event, names)) for event in events]


def _said(event: UnitEvent, names: dict[str, str]) -> str:
    words = {
        "month": month_words(date.fromisoformat(f"{event.month}-01")) if event.month else "",
        "parent": names.get(event.parent, event.parent),
        "heir": names.get(event.heir, event.heir),
        "came": enumerated(event.came),
        "went": enumerated(event.went),
    }
    sentences = {
        "unit.open": _("opened below %(parent)s, from %(month)s") if event.month else _("opened below %(parent)s"),
        "unit.move": _("moved below %(parent)s, from %(month)s"),
        "unit.close": _("closed from %(month)s"),
        "unit.merge": _("merged into %(heir)s, from %(month)s"),
        "unit.reopen": _("opened again below %(parent)s, from %(month)s"),
        "unit.rename": _("renamed to %(came)s, from %(month)s") if event.came else _("name changed"),
        "unit.alias": _("found by %(came)s too") if event.came else _("no longer found by %(went)s"),
    }
    return sentences.get(event.action, event.action) % words
