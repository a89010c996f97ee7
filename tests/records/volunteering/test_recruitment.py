"""Calls for volunteers: a list with places, a line that moves up by itself, and a service record of those who came."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.cast import people
from youju.errors import NotAllowed, NotFound
from youju.ledger import log
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.records.alerts import Alert
from youju.records.case_rights import may_move
from youju.records.errors import NoSuchMove
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.record_begin import record_begin
from youju.records.volunteering.recruitment.errors import MinorRefused, NotHeldYet, SignedUpAlready, SignUpOver
from youju.records.volunteering.recruitment.models import Joining, Recruitment
from youju.records.volunteering.recruitment.moves import MOVES, RecruitmentState
from youju.records.volunteering.recruitment.queue import queue
from youju.records.volunteering.service.models import Service

HELD_ON = date(2025, 4, 12)
ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """The cast on 1 April, with four of the school's roster and one of the other school's, which is invited."""
    cast.wang, cast.li, cast.zhao, cast.sun = people(cast.hill, "王一", "李二", "赵三", "孙四")
    (cast.qian,) = people(cast.lake, "钱五")
    with clock.at(clock.now().replace(year=2025, month=4, day=1)):
        yield cast


def opened(office: SimpleNamespace, **values: Any) -> Recruitment:
    given = {
        "unit": office.hill, "title": "河堤公园清洁", "happened": HELD_ON, "due_on": date(2025, 4, 10),
        "starts": "8:30", "minutes": 90, "place": "河堤公园", "places": 2, "minors_allowed": False, "note": "",
        "partners": office.lake.__class__.objects.filter(pk=office.lake.pk),
    }  # fmt: skip
    case = case_open(kind=get_case_kind("recruitment"), values=given | values, actor=office.bob)
    assert isinstance(case, Recruitment)
    return case


def moved(case: Recruitment, action: str, actor: Member, **values: Any) -> Recruitment:
    case = Recruitment.objects.get(pk=case.pk)
    case_move(case=case, action=action, actor=actor, version=case.version, reason="说明", values=values)
    there: Recruitment = Recruitment.objects.get(pk=case.pk)
    return there


def joined(case: Recruitment, actor: Member, *persons: Person) -> Recruitment:
    assert actor.unit is not None
    return moved(case, "join", actor, joining=[Joining(person, actor.unit, actor) for person in persons])


def left(case: Recruitment, actor: Member, person: Person) -> Recruitment:
    return moved(case, "leave", actor, leaving=[case.signups.get(person=person, left=False)])


def names(signups: list[Any]) -> list[str]:
    return [signup.person.name for signup in signups]


def held(office: SimpleNamespace, case: Recruitment, *came: Person) -> Recruitment:
    case = moved(case, "close", office.bob)
    with clock.at(clock.now().replace(day=13)):
        return moved(case, "hold", office.bob, came=[case.signups.get(person=person, left=False) for person in came])


def in_state(office: SimpleNamespace, state: str) -> Recruitment:
    case = joined(opened(office), office.bob, office.wang)
    if state == RecruitmentState.HELD:
        return held(office, case, office.wang)
    way = {"closed": "close", "cancelled": "cancel"}
    return moved(case, way[state], office.bob) if state in way else case


@pytest.mark.parametrize("state", RecruitmentState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    """Bob records for the school, alice for every unit; charlie's school is invited to sign up."""
    case, size = in_state(office, state), log.size()
    allowed = {"recorder": {"alice", "bob"}, "invited": {"alice", "bob", "charlie"}}
    with clock.at(clock.now().replace(day=13 if state == "closed" else 2)):
        for action, role in ((action, role) for action in ACTIONS for role in ROLES):
            move, actor = MOVES[RecruitmentState(state)].get(action), getattr(office, role)
            with transaction.atomic():
                if move is None or role not in allowed[move.right]:
                    with pytest.raises(NoSuchMove if move is None else NotAllowed):
                        moved(case, action, actor)
                    assert log.size() == size
                else:
                    assert moved(case, action, actor).state == move.to
                    assert list(drifted()) == []
                transaction.set_rollback(True)


def test_a_school_that_is_not_invited_signs_up_nobody(office: SimpleNamespace):
    case = opened(office, partners=[])
    assert not may_move(office.charlie, case, MOVES[RecruitmentState.OPEN]["join"])


def test_whoever_comes_beyond_the_places_waits_and_moves_up(office: SimpleNamespace):
    case = joined(opened(office), office.bob, office.wang, office.li)
    case = joined(joined(case, office.charlie, office.qian), office.bob, office.zhao)
    assert (names(case.in_line().seated), names(case.in_line().waiting)) == (["王一", "李二"], ["钱五", "赵三"])
    case = left(case, office.bob, office.wang)
    assert (names(case.in_line().seated), names(case.in_line().waiting)) == (["李二", "钱五"], ["赵三"])
    assert [(alert.member, alert.sort) for alert in Alert.objects.filter(sort="moved_on")] == [
        (office.charlie, "moved_on")
    ]


def test_who_signs_up_and_leaves_is_nothing_that_its_author_has_to_do(office: SimpleNamespace):
    case = left(joined(opened(office), office.charlie, office.qian), office.charlie, office.qian)
    assert not Alert.objects.filter(member=office.bob).exists()
    moved(case, "close", office.alice)
    assert [alert.sort for alert in Alert.objects.filter(member=office.bob)] == ["asked"]


def test_whoever_comes_back_stands_at_the_end(office: SimpleNamespace):
    case = joined(opened(office), office.bob, office.wang, office.li, office.zhao)
    case = joined(left(case, office.bob, office.wang), office.bob, office.wang)
    assert names(case.listed()) == ["李二", "赵三", "王一"]


def test_more_places_let_the_line_move_up(office: SimpleNamespace):
    case = joined(opened(office, places=1), office.bob, office.wang)
    case = moved(joined(case, office.charlie, office.qian), "correct", office.alice, places=2)
    assert names(case.in_line().seated) == ["王一", "钱五"]
    assert Alert.objects.filter(sort="moved_on", member=office.charlie).count() == 1


def test_nobody_is_signed_up_twice_nor_after_the_last_day(office: SimpleNamespace):
    case = joined(opened(office), office.bob, office.wang)
    with pytest.raises(SignedUpAlready):
        joined(case, office.bob, office.wang)
    with clock.at(clock.now().replace(day=11)), pytest.raises(SignUpOver):
        joined(case, office.bob, office.li)


def test_a_minor_needs_an_open_activity_and_a_guardians_consent(office: SimpleNamespace):
    (pupil,) = people(office.hill, "周小", minor_until=date(2030, 1, 1))
    with pytest.raises(MinorRefused):
        joined(opened(office), office.bob, pupil)
    case = opened(office, minors_allowed=True)
    with pytest.raises(MinorRefused):
        joined(case, office.bob, pupil)
    consent_give(
        person=pupil, purpose=Purpose.VOLUNTEERING, by=Giver.GUARDIAN, on=date(2025, 3, 1), actor=office.bob,
        reference="家长同意书2025-3",
    )  # fmt: skip
    case = joined(case, office.bob, pupil, office.wang)
    record = record_begin(case=held(office, case, pupil, office.wang), actor=office.bob)
    service = Service.objects.get(pk=record.pk)
    assert (service.pupils, service.pupil_minutes, service.volunteers.count()) == (1, 90, 1)


def test_it_is_not_told_as_held_before_its_day(office: SimpleNamespace):
    case = moved(joined(opened(office), office.bob, office.wang), "close", office.bob)
    with pytest.raises(NotHeldYet):
        moved(case, "hold", office.bob, came=[])


def test_what_was_held_becomes_one_draft_with_those_who_came(office: SimpleNamespace):
    case = joined(opened(office, places=3), office.bob, office.wang, office.li, office.zhao)
    case = held(office, case, office.wang, office.zhao)
    record, again = (record_begin(case=case, actor=office.bob) for _press in range(2))
    assert record.pk == again.pk and Service.objects.count() == 1
    service = Service.objects.get()
    assert [row.person.name for row in service.volunteers.all()] == ["王一", "赵三"]
    assert (service.minutes, service.place, service.happened, service.state) == (90, "河堤公园", HELD_ON, "draft")
    assert list(service.partners.all()) == [office.lake]


def test_no_record_comes_of_what_was_not_held_nor_by_others(office: SimpleNamespace):
    with pytest.raises(NotFound):
        record_begin(case=joined(opened(office), office.bob, office.wang), actor=office.bob)
    case = held(office, joined(opened(office), office.bob, office.wang), office.wang)
    for other in (office.charlie, office.dora, office.eve):
        with pytest.raises(NotAllowed):
            record_begin(case=case, actor=other)


def test_it_counts_once_held_and_not_once_taken_back(office: SimpleNamespace):
    case = held(office, joined(opened(office), office.bob, office.wang), office.wang)
    assert [fact.day for fact in live_facts().filter(measure="volunteers.recruitments")] == [HELD_ON]
    case = moved(case, "undo", office.bob)
    assert not live_facts().filter(measure="volunteers.recruitments").exists()
    assert case.present() == [] and list(drifted()) == [] and list(log.verify()) == []


STEPS = st.lists(st.tuples(st.sampled_from("jjjlp"), st.integers(0, 9)), max_size=60)


@settings(deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS, st.integers(1, 5))
def test_the_line_is_what_a_doorkeeper_would_make_of_it(steps: list[tuple[str, int]], places: int):
    """Beside a doorkeeper who gives and takes places one at a time, and never asks who comes first again."""
    signed_up: list[int] = []
    inside: list[int] = []
    outside: list[int] = []
    for step, who in steps:
        if step == "j" and who not in signed_up:
            signed_up.append(who)
            (inside if len(inside) < places else outside).append(who)
        elif step == "l" and who in signed_up:
            signed_up.remove(who)
            if who in outside:
                outside.remove(who)
            else:
                inside.remove(who)
                inside += [outside.pop(0)] if outside else []
        elif step == "p":
            places += 1
            inside += [outside.pop(0)] if outside and len(inside) < places else []
        assert queue(signed_up, places) == (inside, outside)
