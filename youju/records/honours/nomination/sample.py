"""A nomination as somebody might hand it up, in a selection that was called before."""

from datetime import date
from typing import Any

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import CONSOLE
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.records.heads.case import MOVED
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one of the unit's roster. The selection there is takes nominations from now on."""
    person = Person.objects.on_roster(unit, clock.today()).order_by("pk").first()
    if person is None:
        person = Person.objects.create(name="孙立")
        Tenure.objects.create(person=person, unit=unit)
    for selection in Round.objects.exclude(state=RoundState.COLLECTING):
        Round.objects.filter(pk=selection.pk).update(state=RoundState.COLLECTING)
        audit.write(actor=CONSOLE, action=MOVED, target=selection.ref, move="begin", to=RoundState.COLLECTING.value)
    return {
        "unit": unit,
        "selection": Round.objects.get(),
        "person": person,
        "note": "扎根乡村教学二十年，带出三名骨干教师。",
    }
