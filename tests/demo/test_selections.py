"""Selections as they stand at the end of the demo's years: what was honoured came through them, to the number."""

from collections import Counter

from youju.demo.build import Built
from youju.demo.numbers import numbers
from youju.orgs.members import Member
from youju.records.accreditation.application.models import Application
from youju.records.case_rights import open_moves
from youju.records.declared.becoming import begun
from youju.records.heads.states import State
from youju.records.honours.award.models import AwardList
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.round.models import Round


def test_pupils_and_teachers_were_honoured_by_selections(demo: Built) -> None:
    later = numbers(demo.seed)[1]
    given = Round.objects.filter(state="awarded").order_by("award__code")
    wanted = {"advanced-person": "advanced_persons", "youth": "youths", "youth-model": "youth_models"}
    assert {round.award.code: len(round.listed) for round in given} == {
        code: later[name] for code, name in wanted.items()
    }
    for round in given:
        record = AwardList.objects.get(ref=begun("award", round.ref))
        assert (record.state, record.holders.count()) == (State.VERIFIED, round.most)
        assert all(nomination.is_valid for nomination in round.nominations_listed())


def test_one_takes_nominations_at_the_end_of_the_year_and_a_towns_schools_hand_up_to_the_town(demo: Built) -> None:
    open_now = Round.objects.get(state="collecting", happened__year=demo.year)
    assert open_now.by_town
    handed = Nomination.objects.filter(selection=open_now)
    of_the_town = [nomination for nomination in handed if nomination.town_between]
    assert Counter(nomination.state for nomination in of_the_town) == {
        "accepted": 2, "passed": 1, "sent_back": 1, "handed": 1,
    }  # fmt: skip
    assert Counter(nomination.state for nomination in handed if not nomination.town_between) == {
        "accepted": 1, "handed": 1,
    }  # fmt: skip


def test_the_towns_officer_has_a_nomination_to_pass_on(demo: Built) -> None:
    town = Member.objects.get(username="town")
    handed = Nomination.objects.filter(state="handed", selection__by_town=True)
    (waiting,) = (nomination for nomination in handed if nomination.town_between == town.unit)
    assert {"pass", "send_back"} <= set(open_moves(town, waiting))


def test_no_application_of_the_year_before_is_still_open(demo: Built) -> None:
    earlier = Application.objects.filter(happened__year=demo.year - 1)
    assert earlier.exists() and not earlier.filter(state__in=Application.running()).exists()
    assert Application.objects.filter(happened__year=demo.year, state__in=Application.running()).exists()
