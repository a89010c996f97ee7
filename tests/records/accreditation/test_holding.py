"""Titles held: one granted, one less where it ends; what lapses does so on its day, once."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.cast import member, verified
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.errors import YoujuError
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Role
from youju.orgs.settings import SettingRow
from youju.records.accreditation.holding.errors import AlreadyHeld
from youju.records.accreditation.holding.kind import KIND
from youju.records.accreditation.holding.models import ENDED, Holding
from youju.records.alerts import Alert, AlertSort
from youju.records.errors import MilestoneStands, OwnRecord
from youju.records.reading.drift import drifted
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.later_verbs import milestone_reach, milestone_undo
from youju.records.verbs.record_verbs import record_add, record_void

GRANTED = date(2022, 3, 1)
LAPSING = [job for job in JOBS if job.code in ("lapsed", "lapsing")]


def title(cast: SimpleNamespace, unit: Any = None, **values: Any) -> Holding:
    """A title of the city that runs out at the end of 2025, verified."""
    at = unit or cast.hill
    given = {
        "unit": at, "title": f"{at}获评市级文明校园", "happened": GRANTED, "due_on": date(2025, 12, 31),
        "sort": "civilised_campus", "name": "", "level": "city", "late_reason": "补录",
    }  # fmt: skip
    record = record_add(kind=KIND, values=given | values, actor=cast.bob)
    made = verified(record, cast.bob, cast.alice)
    assert isinstance(made, Holding)
    return made


def ended(holding: Holding, actor: Any, day: date, how: str = "revoked") -> None:
    values = {"ended_on": day, "ended_how": how, "ended_reason": "市文明委〔2024〕9号"}
    milestone_reach(record=holding, milestone=ENDED, values=values, actor=actor)


def at(day: date) -> Any:
    return clock.at(clock.now().replace(year=day.year, month=day.month, day=day.day, hour=4))


def in_force(unit: Any, year: int, code: str = "accreditation.civilised_campus.city") -> Any:
    return figure(unit, Period.parse(str(year)), code).value


def test_a_title_counts_until_the_year_it_runs_out_and_not_after(cast: SimpleNamespace):
    holding = title(cast)
    with at(date(2025, 12, 31)):
        assert list(tick(LAPSING[:1])) == []
    with at(date(2026, 1, 1)):
        assert [outcome.failed for outcome in tick(LAPSING[:1])] == [False]
        assert list(tick(LAPSING[:1])) == []
    holding.refresh_from_db()
    assert (holding.ended_on, holding.ended_how) == (date(2026, 1, 1), "expired")
    assert [in_force(cast.county, year) for year in (2022, 2025, 2026)] == [1, 1, 0]
    assert list(drifted()) == []


def test_a_title_without_a_last_day_never_lapses(cast: SimpleNamespace):
    title(cast, due_on=None)
    with at(date(2099, 1, 1)):
        assert list(tick(LAPSING)) == []


def test_the_liaisons_of_the_unit_are_told_before_it_runs_out(cast: SimpleNamespace):
    colleague = member("carol", cast.hill, Role.LIAISON)
    SettingRow.objects.create(code="lapse_notice_days", value="30")
    holding = title(cast)
    with at(date(2025, 12, 1)):
        list(tick(LAPSING))
        list(tick(LAPSING))
    assert Alert.objects.filter(member=colleague, sort=AlertSort.LAPSING, target=holding.ref).count() == 1


def test_a_revoked_title_counts_up_to_the_day_before(cast: SimpleNamespace):
    holding = title(cast)
    ended(holding, cast.alice, date(2024, 5, 1))
    assert [in_force(cast.county, year) for year in (2023, 2024)] == [1, 0]
    with at(date(2026, 1, 1)):
        assert list(tick(LAPSING)) == []


def test_it_ends_only_once_and_never_by_its_author(cast: SimpleNamespace):
    holding = title(cast)
    with pytest.raises(OwnRecord):
        ended(holding, cast.bob, date(2024, 5, 1))
    ended(holding, cast.alice, date(2024, 5, 1))
    with pytest.raises(MilestoneStands):
        ended(holding, cast.alice, date(2024, 6, 1))


def test_an_end_noted_by_mistake_is_taken_back(cast: SimpleNamespace):
    holding = title(cast)
    ended(holding, cast.alice, date(2024, 5, 1))
    milestone_undo(record=holding, milestone=ENDED, actor=cast.alice, reason="登记错学校")
    assert in_force(cast.county, 2024) == 1
    ended(holding, cast.alice, date(2024, 9, 1), "renewed")
    assert in_force(cast.county, 2024) == 0
    assert list(drifted()) == []


def test_the_same_title_is_not_held_twice_and_may_be_renewed(cast: SimpleNamespace):
    holding = title(cast)
    with pytest.raises(AlreadyHeld):
        title(cast, happened=date(2025, 11, 20), due_on=date(2028, 12, 31))
    ended(holding, cast.alice, date(2025, 11, 20), "renewed")
    title(cast, happened=date(2025, 11, 20), due_on=date(2028, 12, 31))
    title(cast, level="province", happened=date(2025, 11, 20))
    assert in_force(cast.county, 2025) == 1
    assert in_force(cast.county, 2025, "accreditation.titled_schools") == 1


def test_a_correction_of_the_last_day_brings_back_what_ran_out(cast: SimpleNamespace):
    holding = title(cast)
    with at(date(2026, 1, 1)):
        list(tick(LAPSING[:1]))
    form = KIND.form(instance=Holding.objects.get(), actor=cast.bob)
    data = {name: [str(form[name].value() or "")] for name in form.fields} | {"due_on": ["2027-12-31"]}
    asked = correction_ask(
        record=Holding.objects.get(), data=data, actor=cast.bob, version=holding.version, reason="有效期五年"
    )
    correction_accept(correction=asked, record=Holding.objects.get(), actor=cast.alice)
    assert (Holding.objects.get().ended_on, in_force(cast.county, 2026)) == (None, 1)
    with at(date(2028, 1, 1)):
        assert len(list(tick(LAPSING[:1]))) == 1
    assert list(drifted()) == []


def test_voiding_takes_grant_and_end_back(cast: SimpleNamespace):
    holding = title(cast)
    ended(holding, cast.alice, date(2024, 5, 1))
    record_void(record=Holding.objects.get(), actor=cast.alice, reason="重复")
    assert not live_facts().filter(entry__record_ref=holding.ref).exists()
    assert list(drifted()) == []


_STEPS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "end", "undo", "void", "lapse"]),
        st.sampled_from(["hill", "lake"]),
        st.sampled_from(["civilised_campus", "arts_school"]),
        st.integers(0, 1500),
    ),
    max_size=9,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=_STEPS)
def test_held_and_stock_agree_with_a_replay_of_any_history(cast: SimpleNamespace, steps: list[Any]):
    with transaction.atomic():
        alive: dict[tuple[str, str], Holding] = {}
        expected: dict[int, tuple[str, str, date, date | None]] = {}
        for act, where, sort, offset in steps:
            _step(cast, alive, expected, act, where, sort, GRANTED + timedelta(days=offset))
        for year in range(2022, 2027):
            last = date(year, 12, 31)
            standing = [
                (where, sort)
                for where, sort, since, out in expected.values()
                if since <= last and (out is None or out > last)
            ]
            stock = sum(sort == "civilised_campus" for _where, sort in standing)
            assert (in_force(cast.county, year) or 0) == stock
            units = len({where for where, _sort in standing})
            assert (in_force(cast.county, year, "accreditation.titled_schools") or 0) == units
        assert list(drifted()) == []
        transaction.set_rollback(True)


def _step(cast: Any, alive: Any, expected: Any, act: str, where: str, sort: str, day: date) -> None:
    """One act on a title of a school, where it can be done; ``expected``: what should stand, unit, title, from, to."""
    held = alive.get((where, sort))
    try:
        if act == "grant":
            until = day + timedelta(days=400)
            made = title(cast, getattr(cast, where), sort=sort, happened=day, due_on=until)
            alive[where, sort] = made
            expected[made.pk] = (where, sort, day, None)
        elif held is not None and act == "end" and day > held.happened:
            ended(held, cast.alice, day)
            expected[held.pk] = (*expected[held.pk][:3], day)
        elif held is not None and act == "undo":
            milestone_undo(record=held, milestone=ENDED, actor=cast.alice, reason="登记有误")
            expected[held.pk] = (*expected[held.pk][:3], None)
        elif held is not None and act == "void":
            record_void(record=held, actor=cast.alice, reason="重复")
            del expected[held.pk], alive[where, sort]
        elif act == "lapse":
            with at(day):
                list(tick(LAPSING[:1]))
            for row in Holding.objects.filter(pk__in=expected, ended_how="expired"):
                expected[row.pk] = (*expected[row.pk][:3], row.runs_out_on)
    except YoujuError:
        pass
