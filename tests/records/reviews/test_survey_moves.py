"""Every action on a survey, in every state, by every role: as its table says, and by nobody else."""

from datetime import date
from types import SimpleNamespace

import pytest
from django.db import transaction

from tests.records.cast import member
from tests.records.reviews.surveys import answer, codes, moved, opened, written
from youju.errors import NotAllowed
from youju.ledger import log
from youju.orgs.errors import ReasonMissing
from youju.orgs.members import Member, Role
from youju.records.errors import NewerVersion, NoSuchMove
from youju.records.heads.case import steps_of
from youju.records.reading.drift import drifted
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.moves import MOVES, SurveyState

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "bob", "charlie", "dora", "eve", "olga", "rita")
# bob is the liaison of the unit; alice and olga are officers of the county; rita reviews in the unit.
ALLOWED = {
    "recorder": {"alice", "bob", "olga"},
    "other recorder": {"alice", "bob", "olga"},
    "officer": {"alice", "olga"},
}


@pytest.fixture
def office(cast: SimpleNamespace) -> SimpleNamespace:
    cast.olga = member("olga", cast.county, Role.OFFICER)
    cast.rita = member("rita", cast.hill, Role.REVIEWER)
    return cast


def in_state(office: SimpleNamespace, state: str) -> Survey:
    if state == SurveyState.PREPARING:
        return written(office)
    survey = opened(office)
    answer(codes(survey, office.bob, hill=8)[:6])
    if state == SurveyState.OPEN:
        answered: Survey = Survey.objects.get()
        return answered
    return moved(survey, "close" if state == SurveyState.CLOSED else "cancel", office.bob)


@pytest.mark.parametrize("state", SurveyState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    survey = in_state(office, state)
    for action in ACTIONS:
        for role in ROLES:
            with transaction.atomic():  # taken back, so that the next one meets the same survey
                if action == "take-back" and state == SurveyState.OPEN:
                    survey.sheets.update(returned=0)
                _try(Survey.objects.get(), action, role, getattr(office, role))
                transaction.set_rollback(True)


def _try(survey: Survey, action: str, role: str, actor: Member) -> None:
    state, move, size = survey.state, MOVES[SurveyState(survey.state)].get(action), log.size()
    values = {"due_on": date(2041, 1, 1), "title": "满意度测评"}
    if move is None or role not in ALLOWED[move.right]:
        with pytest.raises(NoSuchMove if move is None else NotAllowed):
            moved(survey, action, actor, values=values)
        assert (Survey.objects.get().state, log.size()) == (state, size)
    else:
        assert moved(survey, action, actor, values=values).state == move.to
        assert [step.action for step in steps_of(survey)][-1] == action
        assert list(drifted()) == []


def test_a_reason_is_asked_where_the_table_says_so(office: SimpleNamespace):
    with pytest.raises(ReasonMissing):
        moved(in_state(office, SurveyState.OPEN), "cancel", office.bob, reason=" ")


def test_an_old_page_moves_nothing(office: SimpleNamespace):
    with pytest.raises(NewerVersion):
        moved(in_state(office, SurveyState.OPEN), "close", office.bob, version=9)
