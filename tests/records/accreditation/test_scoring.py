"""What an application scores: shares of points, what does not apply, what is added, what bars, what has fallen."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from youju.records.accreditation.application.scoring import Mark, score
from youju.records.accreditation.checklist.criteria import USUAL_SHARES, Sort, grade_word

points = st.integers(1, 200).map(lambda tenths: Decimal(tenths) / 10)
shares = st.one_of(st.none(), st.sampled_from(USUAL_SHARES), st.integers(0, 100))
marks = st.builds(
    Mark, points, shares, st.sampled_from([Sort.COUNTED, Sort.COUNTED, Sort.BONUS]), st.booleans(), st.booleans()
)
vetoes = st.builds(Mark, st.just(Decimal(0)), shares, st.just(Sort.VETO), st.booleans(), st.booleans())
LISTS = st.lists(st.one_of(marks, vetoes), max_size=12)


def test_grades_give_their_shares_of_the_points():
    found = score(Mark(Decimal(6), share) for share in USUAL_SHARES)
    assert (found.reached, found.possible) == (Decimal("11.94"), Decimal(24))
    assert found.total == Decimal("49.75")


def test_what_does_not_apply_leaves_its_points_out_of_both():
    found = score([Mark(Decimal(6), 66), Mark(Decimal(4), None, applies=False)])
    assert (found.possible, found.total) == (Decimal(6), Decimal("66.00"))


def test_a_grade_whose_every_support_has_fallen_counts_nothing_and_stays_possible():
    found = score([Mark(Decimal(5), 100), Mark(Decimal(5), 100, supported=False)])
    assert found.total == Decimal("50.00")


def test_points_that_are_added_stand_on_top():
    found = score([Mark(Decimal(10), 66), Mark(Decimal(4), 100, Sort.BONUS)])
    assert found.total == Decimal("70.00")


def test_nothing_is_scored_where_nothing_applies():
    found = score([Mark(Decimal(6), None, applies=False)])
    assert found.total is None and not found.reaches(1)


@pytest.mark.parametrize(("reached", "enough"), [(Decimal("79.996"), False), (Decimal(80), True)])
def test_nothing_is_rounded_up_to_the_line(reached: Decimal, enough: bool):
    found = score([Mark(reached, 100), Mark(100 - reached, 0)])
    assert found.total == Decimal("80.00")
    assert found.reaches(80) is enough


@given(LISTS)
def test_it_stays_within_bounds(given_marks: list[Mark]):
    found = score(given_marks)
    bonus = sum((mark.points for mark in given_marks if mark.sort == Sort.BONUS), Decimal(0))
    assert 0 <= found.reached <= found.possible
    assert 0 <= found.added <= bonus
    if found.total is not None:
        assert 0 <= found.total <= 100 + bonus


@given(LISTS, st.data())
def test_a_better_grade_never_lowers_it(given_marks: list[Mark], data: st.DataObject):
    if given_marks:
        place = data.draw(st.integers(0, len(given_marks) - 1))
        better = data.draw(st.integers(given_marks[place].share or 0, 100))
        raised = [*given_marks]
        raised[place] = given_marks[place]._replace(share=better)
        before, after = score(given_marks), score(raised)
        assert (after.reached, after.added) >= (before.reached, before.added)
        assert after.possible == before.possible
        if given_marks[place].sort != Sort.VETO or given_marks[place].share is not None:
            assert after.bars <= before.bars


@given(LISTS, st.data())
def test_what_falls_never_raises_it(given_marks: list[Mark], data: st.DataObject):
    if given_marks:
        place = data.draw(st.integers(0, len(given_marks) - 1))
        fallen = [*given_marks]
        fallen[place] = given_marks[place]._replace(supported=False)
        before, after = score(given_marks), score(fallen)
        assert after.possible == before.possible
        assert after.reached <= before.reached and after.added <= before.added


@given(LISTS)
def test_a_veto_bars_whatever_the_points_and_gives_none(given_marks: list[Mark]):
    barred, before = score([*given_marks, Mark(Decimal(0), 0, Sort.VETO)]), score(given_marks)
    assert barred.total == before.total
    assert not barred.reaches(1)


@given(LISTS)
def test_a_veto_that_did_not_occur_changes_nothing(given_marks: list[Mark]):
    assert score([*given_marks, Mark(Decimal(0), 100, Sort.VETO)]) == score(given_marks)


@given(LISTS, points)
def test_leaving_one_out_is_as_if_it_did_not_stand_there(given_marks: list[Mark], worth: Decimal):
    assert score([*given_marks, Mark(worth, None, applies=False)]) == score(given_marks)


@pytest.mark.parametrize(
    ("sort", "grade", "word"),
    [
        (Sort.VETO, "A", "没有发生"),
        (Sort.VETO, "D", "发生过"),
        (Sort.VETO, "", ""),
        (Sort.COUNTED, "D", "D"),
        (Sort.BONUS, "N", "不适用"),
    ],
)
def test_of_what_bars_it_is_said_whether_it_occurred(sort: Sort, grade: str, word: str):
    assert grade_word(sort, grade) == word
