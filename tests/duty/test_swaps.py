"""A swap is asked and agreed, by those whom it concerns or who keep the roster, and by nobody else."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest

from youju.duty.errors import NotInRoster, ShiftOver, SwapOutdated, SwapRunning, SwapSettled, SwapWithOneself
from youju.duty.rosters import swaps_of, swaps_waiting
from youju.duty.shift_verbs import shift_change, shifts_fill
from youju.duty.shifts import Shift
from youju.duty.swap_verbs import swap_agree, swap_ask, swap_decline, swap_take_back
from youju.duty.swaps import Swap, SwapState
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.alerts import Alert, AlertSort

NOW = datetime(2025, 9, 26, 2, tzinfo=UTC)
DAYS = [date(2025, 9, 26) + timedelta(days=more) for more in range(3)]


@pytest.fixture(autouse=True)
def planned(school: SimpleNamespace):
    with clock.at(NOW):
        people = [school.first, school.second, school.third]
        shifts_fill(group=school.group, days=DAYS, persons=people, actor=school.rosa)
        school.shifts = list(Shift.objects.order_by("day"))
        yield


def asked(school: SimpleNamespace, back: bool = True) -> Swap:
    first, second, _third = school.shifts
    return swap_ask(shift=first, takes=school.second, back=second if back else None, reason="家访", actor=school.bob)


def who(school: SimpleNamespace) -> list[str]:
    return list(Shift.objects.order_by("day").values_list("person__name", flat=True))


def test_agreeing_changes_both_shifts(school: SimpleNamespace) -> None:
    swap = asked(school)
    assert [each.pk for each in swaps_waiting(school.carl)] == [swap.pk]
    assert swap_agree(swap=swap, actor=school.carl).state == SwapState.AGREED
    assert who(school) == ["李二", "王一", "赵三"]
    assert swaps_waiting(school.carl) == []


def test_whoever_is_asked_is_told_and_whoever_asked_is_told_the_answer(school: SimpleNamespace) -> None:
    for verb, sort in ((swap_decline, AlertSort.DECLINED), (swap_agree, AlertSort.ACCEPTED)):
        swap = asked(school)
        assert list(unread_of(school.carl)) == [(swap.target, AlertSort.ASKED)]
        verb(swap=swap, actor=school.carl)
        assert list(unread_of(school.carl)) == []
        assert (swap.target, sort) in unread_of(school.bob)


def test_what_was_taken_back_asks_nobody_any_more(school: SimpleNamespace) -> None:
    swap_take_back(swap=asked(school), actor=school.bob)
    assert list(unread_of(school.carl)) == [] and list(unread_of(school.bob)) == []


def unread_of(member: Member) -> list[tuple[str, str]]:
    return list(Alert.objects.filter(member=member, read_at=None).values_list("target", "sort"))


def test_without_a_shift_in_return_only_the_one_changes(school: SimpleNamespace) -> None:
    swap_agree(swap=asked(school, back=False), actor=school.carl)
    assert who(school) == ["李二", "李二", "赵三"]


@pytest.mark.parametrize("name", ["bob", "charlie", "dora"])
def test_nobody_answers_but_whoever_is_asked_or_keeps_the_roster(school: SimpleNamespace, name: str) -> None:
    swap = asked(school)
    for verb in (swap_agree, swap_decline):
        with pytest.raises(NotAllowed):
            verb(swap=swap, actor=getattr(school, name))
    assert who(school) == ["王一", "李二", "赵三"]
    assert swap_agree(swap=swap, actor=school.rosa).state == SwapState.AGREED


@pytest.mark.parametrize("name", ["carl", "charlie", "dora"])
def test_nobody_asks_for_a_shift_of_others(school: SimpleNamespace, name: str) -> None:
    with pytest.raises(NotAllowed):
        swap_ask(shift=school.shifts[0], takes=school.third, back=None, reason="", actor=getattr(school, name))


def test_one_is_asked_at_a_time(school: SimpleNamespace) -> None:
    swap = asked(school)
    with pytest.raises(SwapRunning):
        asked(school)
    swap_take_back(swap=swap, actor=school.bob)
    assert asked(school).state == SwapState.ASKED


def test_what_is_settled_is_not_answered_again(school: SimpleNamespace) -> None:
    swap = asked(school)
    swap_decline(swap=swap, actor=school.carl)
    assert who(school) == ["王一", "李二", "赵三"]
    for verb in (swap_agree, swap_decline, swap_take_back):
        with pytest.raises(SwapSettled):
            verb(swap=swap, actor=school.rosa)


def test_a_roster_that_changed_since_is_not_swapped(school: SimpleNamespace) -> None:
    swap = asked(school)
    Shift.objects.filter(pk=school.shifts[1].pk).update(person=school.third)
    with pytest.raises(SwapOutdated):
        swap_agree(swap=swap, actor=school.carl)


def test_a_shift_given_to_somebody_else_ends_what_was_asked(school: SimpleNamespace) -> None:
    swap = asked(school)
    shift_change(shift=school.shifts[0], person=school.third, deputy=None, actor=school.rosa)
    assert Swap.objects.get(pk=swap.pk).state == SwapState.TAKEN_BACK


def test_nobody_swaps_with_themself_or_what_is_over(school: SimpleNamespace) -> None:
    with pytest.raises(SwapWithOneself):
        swap_ask(shift=school.shifts[0], takes=school.first, back=None, reason="", actor=school.bob)
    swap = asked(school)
    with clock.at(NOW + timedelta(days=1)), pytest.raises(ShiftOver):
        swap_agree(swap=swap, actor=school.carl)


def test_whoever_takes_it_over_is_no_longer_its_deputy(school: SimpleNamespace) -> None:
    Shift.objects.filter(pk=school.shifts[0].pk).update(deputy=school.second)
    swap_agree(swap=asked(school), actor=school.carl)
    assert Shift.objects.get(pk=school.shifts[0].pk).deputy is None


@pytest.mark.parametrize("name", ["first", "second"])
def test_whoever_has_left_the_group_by_that_day_takes_no_shift(school: SimpleNamespace, name: str) -> None:
    swap = asked(school)
    left = school.group.memberships.filter(person=getattr(school, name))
    left.update(until=DAYS[0] - timedelta(days=1))
    with pytest.raises(NotInRoster):
        swap_agree(swap=swap, actor=school.rosa)
    assert who(school) == ["王一", "李二", "赵三"]


def test_a_shift_that_was_taken_out_is_not_swapped(school: SimpleNamespace) -> None:
    gone = Shift.objects.get(pk=school.shifts[1].pk)
    gone.delete()
    with pytest.raises(SwapOutdated):
        swap_ask(shift=school.shifts[0], takes=school.second, back=school.shifts[1], reason="", actor=school.bob)


def test_whoever_asked_reads_the_answer_until_the_shift_is_over(school: SimpleNamespace) -> None:
    swap = asked(school)
    assert [each.state for each in swaps_of(school.bob)] == [SwapState.ASKED]
    swap_decline(swap=swap, actor=school.carl)
    assert [each.state for each in swaps_of(school.bob)] == [SwapState.DECLINED]
    assert swaps_of(school.carl) == []
    with clock.at(NOW + timedelta(days=1)):
        assert swaps_of(school.bob) == []
    swap_take_back(swap=asked(school), actor=school.bob)
    assert [each.state for each in swaps_of(school.bob)] == [SwapState.DECLINED]
