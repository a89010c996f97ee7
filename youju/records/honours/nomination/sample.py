"""A nomination as somebody might hand it up, in a selection that is open."""

from datetime import date, timedelta
from typing import Any

from youju.lib import clock
from youju.orgs.members import Member, Role
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.sample import sample as sample_round
from youju.records.refs import new_ref
from youju.records.sections import Section


def sample(unit: Unit, day: date) -> dict[str, Any]:
    """Values for one of the unit's roster."""
    person = Person.objects.on_roster(unit, clock.today()).order_by("pk").first()
    if person is None:
        person = Person.objects.create(name="孙立")
        Tenure.objects.create(person=person, unit=unit)
    round = Round.objects.first() or _opened(unit, day)
    return {"unit": unit, "selection": round, "person": person, "note": "扎根乡村教学二十年，带出三名骨干教师。"}


def _opened(unit: Unit, day: date) -> Round:
    """A selection as its verbs would leave it, but for what they note and post."""
    values = sample_round(unit, day) | {"due_on": clock.today() + timedelta(days=20)}
    officer = Member.objects.filter(grants__role=Role.OFFICER).order_by("pk")[0]
    round = Round(ref=new_ref("round"), kind="round", section=Section.HONOURS, author=officer)
    round.state = RoundState.COLLECTING
    round.assign(values)
    round.save()
    round.save_parts(values)
    return round
