"""A nomination as somebody might hand it up, in a selection that is open."""

from datetime import date, timedelta
from typing import Any

from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.records.case import Case
from youju.records.case_verbs import case_move, case_open
from youju.records.honours.round.models import Round
from youju.records.honours.round.sample import sample as sample_round
from youju.records.kinds import get_case_kind


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one of the unit's roster."""
    round = Round.objects.first() or _opened(unit, day)
    person = Person.objects.on_roster(unit, clock.today()).order_by("pk").first()
    if person is None:
        person = Person.objects.create(name="孙立")
        Tenure.objects.create(person=person, unit=unit)
    return {"unit": unit, "selection": round, "person": person, "note": "扎根乡村教学二十年，带出三名骨干教师。"}


def _opened(unit: Unit, day: date) -> Case:
    officer = Member.objects.filter(grants__role=Role.OFFICER).order_by("pk")[0]
    values = sample_round(unit, day) | {"due_on": clock.today() + timedelta(days=20)}
    round = case_open(kind=get_case_kind("round"), values=values, actor=officer)
    return case_move(case=round, action="open", actor=officer, version=round.version)
