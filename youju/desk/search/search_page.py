"""One search over records, persons, units and figures: each asks for what the member may read, and nothing else."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.heads import address_of, state_words
from youju.desk.scope import BUREAU, LOCAL, member_of, units_for
from youju.indicators.catalogue import indicators
from youju.lib import clock
from youju.lib.text import name_line, visible
from youju.orgs.keeping import KEEPERS, managed_units, persons_kept_by
from youju.orgs.members import Member
from youju.orgs.unit_search import units_like
from youju.orgs.units import Unit
from youju.records.reading.access import visible_to
from youju.records.reading.search import words_in

_LONGEST, _SHOWN = 60, 12


class Hit(NamedTuple):
    name: str
    also: str
    url: str


class Found(NamedTuple):
    """The first hits of one sort. more: where all of them are listed; empty where these are all."""

    label: str | Promise
    hits: list[Hit]
    more: str


@require_GET
def search(request: HttpRequest) -> HttpResponse:
    """What the words in ?q= are found in; nothing is asked of one letter alone."""
    member, typed = member_of(request), visible(request.GET.get("q", "")).strip()
    text = typed[:_LONGEST].strip()
    found: list[Found] = []
    if len(text) > 1:
        found = [each for each in (_records(member, text), _figures(member, text), *_places(member, text)) if each.hits]
    return render(
        request, "desk/search/search.html", {"text": text, "found": found, "cut_at": _LONGEST if typed != text else 0}
    )


def _records(member: Member, text: str) -> Found:
    rows = list(visible_to(member).filter(words_in(text)).order_by("-happened", "-id")[: _SHOWN + 1])
    hits = [
        Hit(row.title, f"{row.unit} · {row.happened} · {state_words(row)}", address_of(row)) for row in rows[:_SHOWN]
    ]
    return Found(_("Records and cases"), hits, _list_of(rows[0].section, text) if len(rows) > _SHOWN else "")


def _list_of(section: str, text: str) -> str:
    return str(format_lazy("{}?text={}", reverse("record-list", args=[section]), text))


def _figures(member: Member, text: str) -> Found:
    """Indicators by name, code or alias; for whoever may see figures."""
    if not member.has_role(*LOCAL, *BUREAU):
        return Found("", [], "")
    hits = [
        Hit(str(indicator.name), str(indicator.card.counts), reverse("figure", args=[indicator.code]))
        for indicator in indicators().values()
        if _holds(text, (indicator.name.zh, indicator.name.en, indicator.code, *indicator.aliases))
    ]
    return Found(_("Figures"), hits[:_SHOWN], reverse("figures") if len(hits) > _SHOWN else "")


def _places(member: Member, text: str) -> list[Found]:
    """Units within reach, and the persons of the rosters that the member keeps. No minor is found by name."""
    today = clock.today()
    units = [
        Hit(unit.name, str(unit.get_kind_display()), reverse("unit", args=[unit.code]))
        for unit in units_like(text, _reached(member, today), _SHOWN)
    ]
    persons = []
    if member.has_role(*KEEPERS):
        adults = Q(minor_until=None) | Q(minor_until__lt=today)
        for person in persons_kept_by(member).filter(adults, name__icontains=name_line(text)).order_by("pk")[:_SHOWN]:
            posts = [str(tenure) for tenure in person.tenures.on(today).select_related("unit")]
            persons.append(Hit(str(person), " · ".join(posts), reverse("person", args=[person.token])))
    return [Found(_("Persons"), persons, ""), Found(_("Units within reach"), units, "")]


def _reached(member: Member, today: date) -> Iterable[Unit]:
    """The units that a member may choose among, or administers, by all their names."""
    ids = {unit.pk for unit in units_for(member, today)} | managed_units(member)
    return Unit.objects.filter(pk__in=ids).order_by("kind", "code").prefetch_related("aliases")


def _holds(text: str, names: Iterable[str]) -> bool:
    """Whether every word stands in one of the names."""
    every = " ".join(names).lower()
    return all(word in every for word in text.lower().split())
