"""试一试: one record through its whole life in a unit that is in no figure; what the ledger holds of it stays."""

from types import SimpleNamespace

import pytest

from tests.records.cast import make_cast
from youju.bureau.practice import (
    CODE,
    OtherStep,
    Step,
    next_step,
    practice_clear,
    practice_figures,
    practice_record,
    practice_step,
)
from youju.indicators.figures import figure
from youju.ledger.log import size
from youju.ledger.verify import verify
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs import tree_check
from youju.orgs.units import Unit
from youju.records.alerts import Alert
from youju.records.errors import OwnRecord
from youju.records.heads.states import State
from youju.records.reading.drift import drifted

_TO_VERIFIED = (Step.WRITE, Step.HAND_IN, Step.RETURN, Step.MEND, Step.AGAIN, Step.VERIFY)


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def walked(cast: SimpleNamespace, *steps: Step) -> None:
    for step in steps:
        assert next_step(practice_record(cast.bob)) == step
        practice_step(step=step, actor=cast.bob)


def test_it_leads_from_writing_to_voiding_and_the_ledger_is_whole(cast: SimpleNamespace) -> None:
    walked(cast, *_TO_VERIFIED)
    record = practice_record(cast.bob)
    assert record is not None and record.verifier != record.author
    assert practice_figures(record) == (17, None)
    walked(cast, Step.VOID)
    record = practice_record(cast.bob)
    assert record is not None and record.state == State.VOIDED
    assert next_step(record) == Step.DONE
    assert list(drifted()) == [] and list(verify()) == [] and list(tree_check.findings()) == []
    assert not Alert.objects.exists()


def test_no_figure_of_any_other_unit_sees_it(cast: SimpleNamespace) -> None:
    walked(cast, *_TO_VERIFIED)
    year = Period.year(clock.today().year)
    seen = {unit.code: figure(unit, year, "exam.candidates").value for unit in Unit.objects.all()}
    assert {code for code, value in seen.items() if value} == {CODE}


def test_verifying_it_oneself_is_refused_as_in_earnest(cast: SimpleNamespace) -> None:
    walked(cast, *_TO_VERIFIED[:-1])
    entries = size()
    with pytest.raises(OwnRecord):
        practice_step(step=Step.OWN, actor=cast.bob)
    assert size() == entries


def test_a_step_pressed_twice_is_done_once(cast: SimpleNamespace) -> None:
    walked(cast, Step.WRITE, Step.HAND_IN)
    with pytest.raises(OtherStep):
        practice_step(step=Step.HAND_IN, actor=cast.bob)
    for nonsense in ("", "own", "clear"):
        with pytest.raises(OtherStep):
            practice_step(step=nonsense, actor=cast.bob)


@pytest.mark.parametrize("steps", range(1, len(_TO_VERIFIED) + 1))
def test_leaving_off_leaves_no_trial_open(cast: SimpleNamespace, steps: int) -> None:
    walked(cast, *_TO_VERIFIED[:steps])
    practice_clear(actor=cast.bob)
    record = practice_record(cast.bob)
    assert record is None or record.state in (State.VOIDED, State.DROPPED)
    assert next_step(record) in (Step.WRITE, Step.DONE)


def test_each_member_has_a_trial_of_ones_own(cast: SimpleNamespace) -> None:
    walked(cast, Step.WRITE)
    assert practice_record(cast.charlie) is None
    practice_step(step=Step.WRITE, actor=cast.charlie)
    assert Unit.objects.filter(code=CODE).count() == 1
