"""A number that is the ledger's, about something else: how many turn green, of what was seen while working and of
what was not. `make bench-check` prints the rates by sort."""

import pytest

from tests.claims.checking.near_misses import NearMiss, asked, bases, near_misses, rates, verdicts

pytestmark = [pytest.mark.usefixtures("demo", "db"), pytest.mark.portable]
MOST = 1.0  # percent of false greens


def test_the_frames_and_what_they_make_are_enough():
    made = list(near_misses())
    assert len(made) >= 1000
    assert len({one.sentence for one in made if one.sort not in ("period", "scope", "mood")}) >= 100
    assert 0.4 < sum(one.unseen for one in made) / len(made) < 0.6


def test_the_plain_sentences_are_green():
    assert {verdict for _, verdict in verdicts(bases())} == {"supported"}


@pytest.mark.parametrize("unseen", [False, True])
def test_few_near_misses_are_green_and_none_of_another_time_or_part(unseen: bool):
    found = rates(one for one in asked() if one.unseen == unseen)
    green, total = (sum(rate[place] for rate in found.values()) for place in (0, 1))
    assert 100 * green / total <= MOST, found
    assert found["period"][0] == found["scope"][0] == 0


def test_a_cell_of_a_table_is_never_green_for_another_thing():
    lines = [
        NearMiss("table", "volunteers.persons", f"项目\t数量（人）\n{label}\t{{n}}", False)
        for label in ("学生志愿者", "党员志愿者", "中考考生", "组织校长培训", "学生代表", "志愿者家属")
    ]
    assert {verdict for _, verdict in verdicts(lines)} == {"other"}
