"""Units of a member's that are no more: who writes for one is told why there is nothing to write."""

from django.utils.translation import gettext as _

from youju.desk.units.unit_list import month_words
from youju.orgs.tree import this_month, timeline
from youju.orgs.units import Unit


def closed_units(units: set[int]) -> list[str]:
    """A sentence for each unit, by id, that is closed: since when, and what it became part of."""
    known, month = timeline(), this_month()
    gone = []
    for unit in Unit.objects.filter(pk__in=units).order_by("code"):
        stay = known.stay(unit.code, month)
        if stay is not None and not stay.stands:
            gone.append((unit, month_words(stay.since), known.heir(unit.code, month)))
    heirs = {one.code: one for one in Unit.objects.filter(code__in={heir for _unit, _since, heir in gone})}
    return [_sentence(unit, since, heirs[heir]) for unit, since, heir in gone]


def _sentence(unit: Unit, since: str, heir: Unit) -> str:
    if heir == unit:
        return _(
            "%(unit)s is closed since %(since)s, and nothing is written down for it any more. "
            "Whoever works elsewhere now asks the administrator for a role there."
        ) % {"unit": unit, "since": since}
    return _(
        "%(unit)s is part of %(heir)s since %(since)s, and nothing is written down for it any more. "
        "Whoever works there now asks the administrator for a role there."
    ) % {"unit": unit, "since": since, "heir": heir}
