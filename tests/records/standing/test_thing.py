"""Standing things: confirmed by a second person, joined and left by month, ended and taken up again."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from tests.records.cast import member, people
from youju.errors import NotAllowed, YoujuError
from youju.indicators.figures import figure
from youju.ledger import log
from youju.ledger.reading import live_facts, live_posts
from youju.lib.periods import Period
from youju.orgs.members import Member, Role
from youju.records.errors import MinorNamed, NoSuchMove
from youju.records.heads.occasions import Occasion
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.standing.thing.errors import AlreadyIn, EndsBeforeParts, NotComeYet, OutOfItsTime, StartsAfterParts
from youju.records.standing.thing.models import Thing
from youju.records.standing.thing.moves import MOVES, ThingState
from youju.records.standing.thing.parts import Listed
from youju.records.verbs.case_verbs import case_move, case_open, cases_move

BEGAN = date(2025, 3, 1)
HERITAGE = "projects.heritage.schools"
ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "olga")


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast with olga, a second officer."""
    cast.olga = member("olga", cast.county, Role.OFFICER)
    return cast


def reported(office: SimpleNamespace, actor: Member | None = None, **values: Any) -> Thing:
    given = {"unit": office.hill, "sort": "programme", "topic": "heritage", "title": "剪纸进课堂", "happened": BEGAN}
    values |= {"listed": [part._asdict() for part in values.get("listed", ())]}
    case = case_open(kind=get_case_kind("thing"), values=given | values, actor=actor or office.bob)
    assert isinstance(case, Thing)
    return case


def moved(thing: Thing, action: str, actor: Member, **values: Any) -> Thing:
    thing = Thing.objects.get(pk=thing.pk)
    case_move(case=thing, action=action, actor=actor, version=thing.version, reason="说明", values=values)
    there: Thing = Thing.objects.get(pk=thing.pk)
    return there


def in_use(office: SimpleNamespace, **values: Any) -> Thing:
    return moved(reported(office, **values), "confirm", office.alice)


def ended(office: SimpleNamespace, day: date, **values: Any) -> Thing:
    thing = moved(in_use(office, **values), "report-end", office.bob, closed_on=day)
    return moved(thing, "close", office.alice)


def schools(office: SimpleNamespace, year: int = 2025) -> object:
    return figure(office.county, Period.year(year), HERITAGE).value


def holds() -> bool:
    return list(drifted()) == [] and list(log.verify()) == []


def test_what_a_school_reports_counts_once_an_officer_has_confirmed_it(office: SimpleNamespace):
    thing = reported(office, listed=[Listed(office.hill, None, BEGAN, None), Listed(office.lake, None, BEGAN, None)])
    assert (schools(office), log.size()) == (None, 0)
    moved(thing, "confirm", office.alice)
    assert schools(office) == 2
    assert {fact.unit for fact in live_facts().filter(measure="standing.parts")} == {office.hill.code, office.lake.code}
    assert holds()


def test_whoever_reported_or_changed_it_does_not_confirm_it(office: SimpleNamespace):
    own = reported(office, actor=office.alice)
    with pytest.raises(NotAllowed):
        moved(own, "confirm", office.alice)
    mended = moved(reported(office), "mend", office.olga, place="美术教室")
    with pytest.raises(NotAllowed):
        moved(mended, "confirm", office.olga)
    assert moved(mended, "confirm", office.alice).state == ThingState.OPEN


def test_schools_join_and_leave_and_come_back(office: SimpleNamespace):
    thing = moved(in_use(office), "join", office.alice, joining=[office.hill, office.lake], since=date(2025, 4, 1))
    assert schools(office) == 2
    part = thing.parts_listed()[0]
    thing = moved(thing, "leave", office.alice, leaving=[part], until=date(2025, 9, 1))
    assert (figure(office.county, Period.parse("2025-08"), HERITAGE).value, schools(office)) == (2, 1)
    thing = moved(thing, "join", office.alice, joining=[office.hill], since=date(2025, 9, 1))
    assert schools(office) == 2
    assert [str(part.unit) for part in thing.parts_on(date(2025, 4, 1))] == ["青山小学", "明湖小学"]
    assert holds()


def test_a_school_listed_by_mistake_never_counted(office: SimpleNamespace):
    thing = moved(in_use(office), "join", office.alice, joining=[office.hill, office.lake], since=BEGAN)
    moved(thing, "unlist", office.alice, unlisted=[thing.parts_listed()[1]])
    assert schools(office) == 1
    assert holds()


def test_a_school_in_two_programmes_of_a_topic_counts_once(office: SimpleNamespace):
    for title in ("剪纸进课堂", "地方戏进校园"):
        moved(in_use(office, title=title), "join", office.alice, joining=[office.hill], since=BEGAN)
    assert schools(office) == 1


def test_what_ends_takes_its_schools_with_it_and_reopening_brings_them_back(office: SimpleNamespace):
    listed = [Listed(office.hill, None, BEGAN, None), Listed(office.lake, None, BEGAN, date(2025, 5, 1))]
    thing = ended(office, date(2025, 10, 1), listed=listed)
    assert schools(office) == 0
    assert figure(office.county, Period.parse("2025-04"), HERITAGE).value == 2
    assert thing.parts_on(date(2025, 10, 1)) == []
    moved(thing, "reopen", office.alice)
    assert schools(office) == 1
    assert holds()


def test_a_rule_from_before_the_ledger_counts_from_its_own_day(office: SimpleNamespace):
    rule = {"sort": "rule", "topic": "online_opinion", "title": "首问负责制度", "happened": date(2016, 5, 3)}
    in_use(office, **rule)
    in_use(office, **rule | {"topic": "", "title": "校园安全值班制度"})
    assert [figure(office.hill, Period.year(year), "mechanisms.in_force").value for year in (2015, 2016)] == [None, 1]


def test_one_that_has_ended_already_is_confirmed_with_its_end(office: SimpleNamespace):
    thing = in_use(office, closed_on=date(2025, 9, 30), listed=[Listed(office.hill, None, BEGAN, None)])
    assert (thing.state, schools(office)) == (ThingState.CLOSED, 0)
    assert Occasion.objects.get(code=thing.ref).ends == date(2025, 9, 30)
    assert holds()


def test_a_correction_posts_anew_what_counts_otherwise_and_no_more(office: SimpleNamespace):
    thing = in_use(office, listed=[Listed(office.hill, None, BEGAN, None)])
    size = log.size()
    thing = moved(thing, "correct", office.olga, title="剪纸走进课堂")
    assert [entry.kind for entry in log.Entry.objects.filter(seq__gte=size)] == ["amend"]
    moved(thing, "correct", office.olga, topic="patriotic")
    assert schools(office) is None
    assert figure(office.county, Period.year(2025), "projects.patriotic.schools").value == 1
    assert holds()


def test_what_never_was_is_struck_off_with_all_that_it_counted(office: SimpleNamespace):
    thing = in_use(office, listed=[Listed(office.hill, None, BEGAN, None)])
    thing = moved(thing, "report-end", office.bob, closed_on=date(2025, 6, 1))
    thing = moved(moved(thing, "close", office.alice), "reopen", office.alice)
    moved(thing, "strike", office.alice)
    assert live_posts([thing.ref]) == {}
    assert holds()


def test_each_thing_is_an_occasion_that_records_cite(office: SimpleNamespace):
    thing = in_use(office)
    occasion = Occasion.objects.get(code=thing.ref)
    assert (occasion.name, occasion.begins, occasion.sort) == ("剪纸进课堂", BEGAN, "thing")
    moved(thing, "correct", office.alice, title="剪纸走进课堂")
    occasion.refresh_from_db()
    assert occasion.name == "剪纸走进课堂"


def test_a_person_takes_part_at_their_own_unit_and_a_minor_by_no_name(office: SimpleNamespace):
    (adult,) = people(office.lake, "王一")
    in_use(office, listed=[Listed(office.lake, adult, BEGAN, None)])
    fact = live_facts().get(measure="standing.parts")
    assert (fact.unit, fact.subject) == (office.lake.code, adult.token)
    (pupil,) = people(office.lake, "小明", minor_until=date(2030, 1, 1))
    with pytest.raises(MinorNamed):
        in_use(office, listed=[Listed(office.lake, pupil, BEGAN, None)])


@pytest.mark.parametrize(
    ("refusal", "listed"),
    [
        (NotComeYet, {"since": date(2031, 1, 1)}),
        (OutOfItsTime, {"since": date(2025, 2, 1)}),
        (OutOfItsTime, {"since": date(2025, 5, 1), "until": date(2025, 4, 1)}),
    ],
)
def test_nobody_takes_part_out_of_its_time(office: SimpleNamespace, refusal: type[YoujuError], listed: dict[str, Any]):
    with pytest.raises(refusal):
        reported(office, listed=[Listed(**{"unit": office.hill, "person": None, "until": None} | listed)])
    assert not Thing.objects.exists()


def test_nobody_is_in_twice_and_days_stay_in_order(office: SimpleNamespace):
    thing = in_use(office, listed=[Listed(office.hill, None, date(2025, 4, 1), None)])
    with pytest.raises(AlreadyIn):
        moved(thing, "join", office.alice, joining=[office.hill], since=date(2025, 6, 1))
    with pytest.raises(StartsAfterParts):
        moved(thing, "correct", office.alice, happened=date(2025, 4, 2))
    with pytest.raises(EndsBeforeParts):
        moved(thing, "report-end", office.bob, closed_on=date(2025, 3, 2))


def test_several_are_confirmed_together_or_none(office: SimpleNamespace):
    mine, theirs = reported(office, title="甲"), reported(office, title="乙", actor=office.alice)
    with pytest.raises(NotAllowed):
        cases_move(cases=[mine, theirs], action="confirm", actor=office.alice)
    assert log.size() == 0
    assert cases_move(cases=list(Thing.objects.all()), action="confirm", actor=office.olga) == 2


def _in_state(office: SimpleNamespace, state: str) -> Thing:
    thing = reported(office, listed=[Listed(office.hill, None, BEGAN, None)])
    path = {"sent_back": ["send-back"], "struck": ["give-up"], "open": ["confirm"]}.get(state, [])
    path = {"closing": ["confirm", "report-end"], "closed": ["confirm", "report-end", "close"]}.get(state, path)
    for action in path:
        actor = office.bob if action in ("give-up", "report-end") else office.alice
        thing = moved(thing, action, actor, **({"closed_on": date(2025, 6, 1)} if action == "report-end" else {}))
    return thing


def _allowed(right: str) -> set[str]:
    officers = {"alice", "olga"}
    return {"officer": officers, "second officer": officers, "recorder": officers | {"bob"}}[right]


def _asked(office: SimpleNamespace, action: str) -> dict[str, Any]:
    """What the form of the move would give."""
    given: dict[str, dict[str, Any]] = {
        "report-end": {"closed_on": date(2025, 6, 1)},
        "join": {"joining": [office.lake], "since": date(2025, 4, 1)},
        "leave": {"leaving": [], "until": date(2025, 5, 1)},
        "unlist": {"unlisted": []},
    }
    return given.get(action, {})


def _cells() -> Iterator[tuple[str, str]]:
    return ((state, role) for state in ThingState.values for role in ROLES)


@pytest.mark.parametrize(("state", "role"), list(_cells()))
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str, role: str):
    thing, actor = _in_state(office, state), getattr(office, role)
    size = log.size()
    for action in ACTIONS:
        move = MOVES[ThingState(state)].get(action)
        with transaction.atomic():
            if move is None or role not in _allowed(move.right):
                with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused:
                    moved(thing, action, actor)
                assert str(refused.value) and log.size() == size
            else:
                assert moved(thing, action, actor, **_asked(office, action)).state == move.to
                assert list(drifted()) == []
            transaction.set_rollback(True)
