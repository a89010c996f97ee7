"""Every state is drawn with a shape: its own, or one that it shares."""

import re
from pathlib import Path

import youju
from youju.desk.heads import SHAPES
from youju.records.heads.states import State
from youju.records.kinds import case_kinds


def test_every_state_of_records_and_cases_has_a_shape():
    sprite = (Path(youju.__file__).parent / "static" / "icons.svg").read_text(encoding="utf-8")
    drawn = set(re.findall(r'<symbol id="([^"]+)"', sprite))
    states = {*State.values, *(state for kind in case_kinds() for state in kind.model.STATES.values)}
    assert {state for state in states if SHAPES.get(state, state) not in drawn} == set()
    assert set(SHAPES) <= states
