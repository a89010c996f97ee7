"""What the rosters say beside a text: whose names are a child's, whose a grown-up's, whose may be told."""

from datetime import date

from django.db.models import Q, QuerySet

from youju.gate.rules.line import Known
from youju.orgs.consents import Consent, Purpose
from youju.orgs.people import Person
from youju.orgs.settings import setting

_OF_AGE = 18


def known_on(day: date) -> Known:
    """By the rosters, consents and the setting of that day. Of two of one name one without consent decides."""
    age: int = setting("gate_child_age")
    persons = Person.objects.filter(merged_into=None)
    young = persons.filter(minor_until__gte=_later(day, _OF_AGE - age))
    agreed = Consent.objects.valid_on(day).filter(purpose=Purpose.PUBLIC_NAME).values("person")
    children = _names(young.exclude(pk__in=agreed))
    return Known(
        today=day,
        children=children,
        grown=_names(persons.filter(Q(minor_until=None) | Q(minor_until__lt=day))),
        released=_names(young.filter(pk__in=agreed)) - children,
        child_age=age,
    )


def _names(persons: "QuerySet[Person]") -> frozenset[str]:
    return frozenset(name.strip() for name in persons.values_list("name", flat=True))


def _later(day: date, years: int) -> date:
    """The same day so many years on; of 29 February the day after it."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
