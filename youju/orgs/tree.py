"""Questions about the tree of units. Each names its month (yyyymm) or its period: there is a tree for each month."""

from datetime import date
from functools import lru_cache

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.periods import Period, yyyymm
from youju.orgs.placements import Placement, stay_of
from youju.orgs.settings import setting
from youju.orgs.stays import Stay, painted
from youju.orgs.timeline import Subtree, Timeline
from youju.orgs.units import Unit, UnitKind

_KEPT = 8

# unit's code and kind; parent's code, stands, since, until, heir's code
Row = tuple[str, str, str | None, bool, date | None, date | None, str | None]


class UnknownUnit(YoujuError):
    code, status = "unknown-unit", 404
    sentence = _("There is no unit “%(unit)s”. Give a unit's code, or @county, @city, @province or @nation.")


class NoHomeUnit(YoujuError):
    code, status = "no-home-unit", 409
    sentence = _(
        "No bureau is set up yet: “youju init” or the first visit of the site does it. "
        "“youju demo” builds an invented one."
    )


def this_month() -> int:
    """The present month at the office, as yyyymm."""
    return yyyymm(clock.today())


def home_unit() -> Unit:
    """The bureau this installation serves: the configured one, else the only county. Raises NoHomeUnit."""
    if code := setting("home_unit"):
        return find_unit(code)
    county = Unit.objects.filter(kind=UnitKind.COUNTY).order_by("id").first()
    if county is None:
        raise NoHomeUnit()
    return county


def find_unit(code: str) -> Unit:
    """The unit of this code. Raises UnknownUnit."""
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise UnknownUnit(unit=code)
    return unit


def timeline(size: int | None = None) -> Timeline:
    """The tree of all months as the first ``size`` entries of the ledger tell it; None means as it is known now."""
    rows = Placement.objects.known_at(size).values_list(
        "unit__code", "unit__kind", "parent__code", "stands", "since", "until", "heir__code"
    )
    return _timeline(tuple(rows))


def subtree(unit: Unit, period: Period, size: int | None = None) -> Subtree:
    """``unit`` and all below it through a period's months, as known at a size. Always with the unit itself."""
    return _with_kind(timeline(size).subtree(unit.code, *period.months), unit)


def regrouped(unit: Unit, period: Period, month: int, size: int | None = None) -> Subtree:
    """The same by the tree of ``month``, whatever it was in the period; merged units count as their heirs."""
    return _with_kind(timeline(size).regrouped(unit.code, *period.months, month), unit)


def below(unit: Unit, month: int) -> list[str]:
    """Codes of ``unit`` and of all that stand below it in a month, sorted; always with the unit itself."""
    known = timeline()
    return sorted(code for code in known.below([unit.code], month) if code == unit.code or known.stands(code, month))


def reach(unit_ids: set[int], month: int) -> set[int]:
    """Ids of the given units and of all whose place in a month is below them: what a bureau role extends to.

    A closed unit keeps its last place, so that whoever it was below goes on seeing its records.
    """
    ids = dict(Unit.objects.values_list("code", "pk"))
    tops = [code for code, pk in ids.items() if pk in unit_ids]
    return unit_ids | {ids[code] for code in timeline().below(tops, month)}


def standing(month: int) -> list[str]:
    """Codes of the units that are open in a month."""
    known = timeline()
    return [code for code in known.stays if known.stands(code, month)]


def above(unit: Unit, month: int) -> list[Unit]:
    """The unit itself, then those above it in a month, the nearest first."""
    codes = list(timeline().above(unit.code, month))
    units = {found.code: found for found in Unit.objects.filter(code__in=codes)}
    return [units[code] for code in codes]


def ancestor(unit: Unit, kind: str, month: int) -> Unit | None:
    """The nearest unit of ``kind`` at or above ``unit`` in a month."""
    if unit.kind == kind:
        return unit
    return next((found for found in above(unit, month) if found.kind == kind), None)


def parent(unit: Unit, month: int) -> Unit | None:
    """The unit right above one in a month; None at the top."""
    code = timeline().parent(unit.code, month)
    return find_unit(code) if code else None


def signing_name(unit: Unit, day: date) -> str:
    """The name under which a unit signs what goes out on a day: an office bears that of what it is an office of."""
    over = parent(unit, yyyymm(day)) if unit.kind == UnitKind.OFFICE else None
    if over is None or unit.name.startswith(over.name):
        return str(unit.name)
    return f"{over.name}{unit.name}"


def named_unit(text: str, home: Unit) -> Unit:
    """The unit an alias names: a code, or @county, @city, @province, @nation seen from ``home`` today.

    Raises UnknownUnit.
    """
    if not text.startswith("@"):
        return find_unit(text)
    found = ancestor(home, text[1:], this_month())
    if found is None:
        raise UnknownUnit(unit=text)
    return found


@lru_cache(maxsize=_KEPT)
def _timeline(rows: tuple[Row, ...]) -> Timeline:
    """All that a tree is made of is in its argument, so it may be kept."""
    kinds = {code: kind for code, kind, *_rest in rows}
    stays: dict[str, list[Stay]] = {}
    for code, _kind, above, stands, since, until, heir in rows:
        stays.setdefault(code, []).append(stay_of(above, stands, since, until, heir))
    return Timeline(kinds, {code: painted(each) for code, each in stays.items()})


def _with_kind(found: Subtree, unit: Unit) -> Subtree:
    """With the kind of the unit itself, also where the tree does not hold it yet."""
    others = [(code, kind) for code, kind in found.units if code != unit.code]
    return found._replace(units=tuple(sorted([*others, (unit.code, unit.kind)])))
