"""By what quotas are shared out: how many each unit has, as its return or its roster says."""

from collections.abc import Mapping
from datetime import date

from django.db import models
from django.db.models import Count, Q, Sum
from django.utils.translation import gettext_lazy as _

from youju.ledger.reading import live_facts
from youju.orgs.people import Tenure
from youju.orgs.tree import ancestor, reach, standing, this_month
from youju.orgs.units import Unit, UnitKind


class QuotaBy(models.TextChoices):
    TEACHERS = "teachers", _("full-time teachers, by the school returns")
    PUPILS = "pupils", _("pupils, by the school returns")
    ROSTER = "roster", _("staff on the rosters")
    EQUAL = "equal", _("the same for each")


_MEASURES = {QuotaBy.TEACHERS: "schools.teachers", QuotaBy.PUPILS: "schools.pupils"}


def bases(by: str, unit: Unit, day: date) -> dict[Unit, int]:
    """How many each school in reach of a unit has on a day, in the order of the codes; those with none are left out.

    A selection of an office is for all schools of its county.
    """
    schools = list(
        Unit.objects.filter(pk__in=_below(unit), kind=UnitKind.SCHOOL, code__in=standing(this_month())).order_by("code")
    )
    counted = _counted(QuotaBy(by), schools, day)
    return {school: counted[school.code] for school in schools if counted.get(school.code)}


def _below(unit: Unit) -> set[int]:
    county = ancestor(unit, UnitKind.COUNTY, this_month()) if unit.kind == UnitKind.OFFICE else None
    return reach({(county or unit).pk}, this_month())


def _counted(by: QuotaBy, schools: list[Unit], day: date) -> Mapping[str, int]:
    codes = [school.code for school in schools]
    if by in _MEASURES:
        return _returned(_MEASURES[by], codes, day)
    if by == QuotaBy.ROSTER:
        adult = Q(person__minor_until=None) | Q(person__minor_until__lt=day)
        held = Tenure.objects.on(day).filter(adult, unit__in=schools)
        rows = held.values("unit__code").annotate(count=Count("person", distinct=True))
        return {row["unit__code"]: row["count"] for row in rows}
    return dict.fromkeys(codes, 1)


def _returned(measure: str, codes: list[str], day: date) -> dict[str, int]:
    """What each school's newest return says that bears a day up to this one."""
    facts = live_facts().filter(measure=measure, unit__in=codes, day__lte=day)
    found: dict[str, int] = {}
    for row in facts.values("unit", "day").annotate(quantity=Sum("quantity")).order_by("day"):
        found[row["unit"]] = row["quantity"]
    return found
