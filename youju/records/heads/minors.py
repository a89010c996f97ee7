"""Minors in the ledger: counted by quantity, never by token; a handful of them at the county, not at their school.

A school, a day and the number 1 would tell who it was to everybody who was there.
"""

from collections.abc import Iterable
from datetime import date

from youju.ledger.facts import FactLine
from youju.lib.batches import batches
from youju.lib.periods import yyyymm
from youju.orgs.people import Person
from youju.orgs.tree import ancestor
from youju.orgs.units import Unit, UnitKind
from youju.records.errors import MinorNamed

FEWEST = 5
"""So many minors may be counted at their own unit; fewer are counted at the county."""


def unit_of_minors(unit: Unit, minors: int, day: date) -> str:
    """The code of the unit at which facts of so many minors on a day are posted: all facts of one event at the same."""
    county = ancestor(unit, UnitKind.COUNTY, yyyymm(day)) if minors < FEWEST else None
    return (county or unit).code


def refuse_named_minors(facts: Iterable[FactLine]) -> None:
    """Stop a posting that would name a minor by token, on the day of the fact. Raises MinorNamed."""
    days: dict[str, date] = {}
    for fact in facts:
        if fact.subject:
            days[fact.subject] = min(fact.day, days.get(fact.subject, fact.day))
    for tokens in batches(days):
        for person in Person.objects.filter(token__in=tokens, minor_until__isnull=False):
            if person.is_minor(days[person.token]):
                raise MinorNamed()
