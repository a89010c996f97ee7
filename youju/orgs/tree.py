"""Questions about the tree of units."""

from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.units import Unit, UnitKind


class UnknownUnit(YoujuError):
    code, status = "unknown-unit", 404
    sentence = _("There is no unit “%(unit)s”. Give a unit's code, or @county, @city, @province or @nation.")


class NoHomeUnit(YoujuError):
    code, status = "no-home-unit", 409
    sentence = _("No bureau is set up yet. “youju demo” builds an invented one to look at.")


def home_unit() -> Unit:
    """The bureau this installation serves: the configured one, else the only county. Raises NoHomeUnit."""
    if settings.HOME_UNIT:
        return find_unit(settings.HOME_UNIT)
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


def subtree(unit: Unit, on: date) -> list[str]:
    """Codes of ``unit`` and of all below it that were open on ``on``, sorted; always with the unit itself."""
    return sorted(code for _pk, code in _below({unit.pk}, Unit.objects.open_on(on)) | {(unit.pk, unit.code)})


def reach(unit_ids: set[int]) -> set[int]:
    """Ids of the given units and of all that are or ever were below them: what a bureau role extends to."""
    return {pk for pk, _code in _below(unit_ids, Unit.objects.all())}


def _below(top_ids: set[int], among: QuerySet[Unit]) -> set[tuple[int, str]]:
    codes: dict[int, str] = {}
    children: dict[int | None, list[int]] = {}
    for pk, code, parent in among.values_list("pk", "code", "parent_id"):
        codes[pk] = code
        children.setdefault(parent, []).append(pk)
    found: set[int] = set()
    waiting = list(top_ids)
    while waiting:
        here = waiting.pop()
        found.add(here)
        waiting.extend(child for child in children.get(here, ()) if child not in found)
    return {(pk, codes[pk]) for pk in found if pk in codes}


def ancestor(unit: Unit, kind: str) -> Unit | None:
    """The nearest unit of ``kind`` at or above ``unit``."""
    here: Unit | None = unit
    while here is not None and here.kind != kind:
        here = here.parent
    return here


def named_unit(text: str, home: Unit) -> Unit:
    """The unit an alias names: a code, or @county, @city, @province, @nation seen from ``home``.

    Raises UnknownUnit.
    """
    if not text.startswith("@"):
        return find_unit(text)
    found = ancestor(home, text[1:])
    if found is None:
        raise UnknownUnit(unit=text)
    return found
