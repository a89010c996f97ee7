"""Questions about the tree of units."""

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.orgs.units import Unit, UnitKind


class UnknownUnit(YoujuError):
    code, status = "unknown-unit", 404
    sentence = _("There is no unit “%(unit)s”. Give a unit's code, or @county, @city, @province or @nation.")


class NoHomeUnit(YoujuError):
    code, status = "no-home-unit", 409
    sentence = _("No bureau is set up yet. Build the demo bureau with “youju demo”, or add units first.")


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
    return sorted(code for _id, code in _below(unit, on))


def subtree_ids(unit_ids: set[int], on: date) -> set[int]:
    """Ids of the given units and of all below them that were open on ``on``."""
    below: set[int] = set()
    for unit in Unit.objects.filter(pk__in=unit_ids):
        below.update(pk for pk, _code in _below(unit, on))
    return below


def _below(unit: Unit, on: date) -> Iterator[tuple[int, str]]:
    children: dict[int | None, list[tuple[int, str]]] = {}
    for pk, code, parent in Unit.objects.open_on(on).values_list("pk", "code", "parent_id"):
        children.setdefault(parent, []).append((pk, code))
    waiting = [(unit.pk, unit.code)]
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(children.get(here[0], ()))


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
