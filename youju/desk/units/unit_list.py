"""The tree of units as it stands this month: offices, towns and schools below the bureau, found by typing."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.text import name_line
from youju.orgs.keeping import is_manager, kept_units
from youju.orgs.members import Member, Role
from youju.orgs.people import Tenure
from youju.orgs.timeline import Timeline
from youju.orgs.tree import above, home_unit, this_month, timeline
from youju.orgs.units import Unit, UnitKind


class Branch(NamedTuple):
    """A unit with those below it. people: how many are on its roster, None where the reader keeps it not."""

    unit: Unit
    people: int | None
    below: "list[Branch]"

    def all_below(self) -> int:
        return sum(1 + branch.all_below() for branch in self.below)


@require_GET
def unit_list(request: HttpRequest) -> HttpResponse:
    """The whole tree, or, with ``?text=``, the units whose names or code hold it."""
    member = reader_of(request)
    home, month, known = home_unit(), this_month(), timeline()
    text = request.GET.get("text", "").strip()[:40]
    codes = known.below([home.code], month)
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=codes).prefetch_related("aliases")}
    people = roster_sizes(kept_units(member))
    tree = _branch(home, _children(known, units, month), people)
    context = {
        "home": home,
        "chain": [unit for unit in reversed(above(home, month)) if unit != home],
        "tree": tree,
        "parts": [(kind, [branch for branch in tree.below if branch.unit.kind == kind]) for kind in _ORDER],
        "coming": _coming(units, known, month),
        "closed": sorted((unit for code, unit in units.items() if _is_closed(code, known, month)), key=_by_name),
        "text": text,
        "found": _found(text, units.values(), known, month) if text else [],
        "counts": {kind: sum(1 for u in _standing(units.values(), known, month) if u.kind == kind) for kind in _ORDER},
        "may_change": is_manager(member),
    }
    return render(request, "desk/units/unit_list.html", context)


def reader_of(request: HttpRequest) -> Member:
    """Whoever has a role in the bureau may see its units. Raises NotAllowed."""
    member = member_of(request)
    if not member.has_role(*Role.values):
        raise NotAllowed()
    return member


def roster_sizes(unit_ids: set[int]) -> dict[int, int]:
    """How many are on the roster of each of these units today."""
    held = Tenure.objects.on(clock.today()).filter(unit__in=unit_ids, person__merged_into=None)
    counted = held.values("unit").annotate(people=Count("person", distinct=True)).values_list("unit", "people")
    return dict.fromkeys(unit_ids, 0) | dict(counted)


def month_words(month: int | date) -> str:
    """A month (yyyymm, or its first day) in words."""
    day = month if isinstance(month, date) else date(month // 100, month % 100, 1)
    return date_format(day, "YEAR_MONTH_FORMAT")


_ORDER = (UnitKind.OFFICE, UnitKind.TOWN, UnitKind.SCHOOL)


def _children(known: Timeline, units: Mapping[str, Unit], month: int) -> dict[str | None, list[Unit]]:
    children: dict[str | None, list[Unit]] = {}
    for code, unit in units.items():
        if known.stands(code, month):
            children.setdefault(known.parent(code, month), []).append(unit)
    return children


def _branch(unit: Unit, children: Mapping[str | None, list[Unit]], people: Mapping[int, int]) -> Branch:
    below = sorted(children.get(unit.code, ()), key=lambda each: (_place(each), each.code))
    return Branch(unit, people.get(unit.pk), [_branch(each, children, people) for each in below])


def _place(unit: Unit) -> int:
    return _ORDER.index(UnitKind(unit.kind)) if unit.kind in _ORDER else len(_ORDER)


def _by_name(unit: Unit) -> str:
    return unit.name


def _standing(units: Iterable[Unit], known: Timeline, month: int) -> list[Unit]:
    return [unit for unit in units if known.stands(unit.code, month)]


def _is_closed(code: str, known: Timeline, month: int) -> bool:
    return not known.stands(code, month) and known.opening(code, month) is None


def _coming(units: Mapping[str, Unit], known: Timeline, month: int) -> list[tuple[Unit, str]]:
    """Units that open in a later month, with that month in words; the next ones first."""
    opening = sorted((opens, code) for code in units if (opens := known.opening(code, month)))
    return [(units[code], month_words(opens)) for opens, code in opening]


def _found(text: str, units: Iterable[Unit], known: Timeline, month: int) -> list[tuple[Unit, str, bool, str]]:
    """Units that a text names: each with the name of the one above it, whether it is open, and the month in which it
    opens where that is still to come; the open ones first.
    """
    text = name_line(text)
    by_code = {unit.code: unit for unit in units}
    rows = []
    for unit in by_code.values():
        names = (unit.name, unit.short_name, unit.code, *(alias.name for alias in unit.aliases.all()))
        if any(text.lower() in name.lower() for name in names):
            upper = by_code.get(known.parent(unit.code, month) or "")
            opens = known.opening(unit.code, month)
            above_it, said = str(upper) if upper else "", month_words(opens) if opens else ""
            rows.append((unit, above_it, known.stands(unit.code, month), said))
    return sorted(rows, key=lambda row: (not row[2], row[0].code))
