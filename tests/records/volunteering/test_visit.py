"""Visits: households are the different ones, visits are all of them; what a household is called stays sealed."""

import os
import random
from datetime import date, timedelta
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest

from tests.records.cast import DAY, make_cast, member, verified
from youju.errors import NotAllowed
from youju.indicators.figures import figure
from youju.ledger.reading import Fact
from youju.ledger.tree import size as ledger_size
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.mergers import canonical_tokens, flaws
from youju.orgs.units import Unit
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.reading.access import visible_to
from youju.records.reading.drift import drifted
from youju.records.reading.search import words_in
from youju.records.sealing.snapshots import SnapshotItem
from youju.records.sheets.exporting import export_of
from youju.records.verbs.corrections import correction_ask
from youju.records.verbs.record_verbs import (
    record_add,
    record_edit,
    record_submit,
    record_void,
    records_submit,
    records_verify,
)
from youju.records.volunteering.visit.errors import VisitedApart, VisitedMerged
from youju.records.volunteering.visit.visited import Visited, visited_merge, visited_named

YEAR = Period.year(2025)
TIMES = 10 if os.environ.get("YOUJU_SOAK") else 1
NAME = "李长顺"


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def visit(cast: SimpleNamespace, name: str, day: date = DAY, unit: Unit | None = None, **values: Any) -> Record:
    unit, sort = unit or cast.hill, values.pop("sort", "visits.households")
    given = {
        "unit": unit, "title": "走访王家沟村农户", "happened": day, "sort": sort, "late_reason": "补录",
        "visited": visited_named(sort, "王家沟村", name, unit), "went": "张敏",
    }  # fmt: skip
    return record_add(kind=get_record_kind("visit"), values=given | values, actor=cast.bob)


def typed(cast: SimpleNamespace, **values: str) -> Any:
    data = {"unit": cast.hill.pk, "sort": "visits.households", "name": NAME, "place": "王家沟村",
            "happened": "2025-03-14", "went": "张敏", "late_reason": "补录"}  # fmt: skip
    return get_record_kind("visit").form(data | values, actor=cast.bob)


def _counted(cast: SimpleNamespace, size: int | None = None) -> tuple[Any, Any]:
    codes = ("visits.households", "visits.household_visits")
    return tuple(figure(cast.county, YEAR, code, size=size).value for code in codes)  # type: ignore[return-value]  # as many as codes


def test_a_household_visited_twice_is_one_household_and_two_visits(cast: SimpleNamespace):
    for name in (NAME, NAME, "王桂英"):
        verified(visit(cast, name), cast.bob, cast.alice)
    verified(visit(cast, "云溪纸业", sort="visits.enterprises"), cast.bob, cast.alice)
    assert _counted(cast) == (2, 3)
    assert figure(cast.county, YEAR, "visits.enterprises").value == 1


def test_households_are_right_at_every_size_of_the_ledger(cast: SimpleNamespace):
    """Visits with voids that are told again, transfers from one household to another, and one merger.

    YOUJU_SOAK=1: 170 households, 300 visits, 40 voids.
    """
    chance = random.Random(7)
    names = [f"户主{number}" for number in range(17 * TIMES)]
    records = [visit(cast, name) for name in (*names, *chance.choices(names, k=13 * TIMES))]
    records_submit(records=records, actor=cast.bob)
    told: dict[int, tuple[int, int]] = {}
    standing: list[str] = []
    for record in records:
        records_verify(records=[record], actor=cast.alice)
        standing.append(record.visited.token)  # type: ignore[attr-defined]  # a visit's own column
        told[ledger_size()] = (len(set(standing)), len(standing))
    for record in chance.sample(records, 4 * TIMES):  # voided, and told again of the same or another household
        record_void(record=record, actor=cast.alice, reason="写错了户主")
        standing.remove(record.visited.token)  # type: ignore[attr-defined]  # a visit's own column
        told[ledger_size()] = (len(set(standing)), len(standing))
        again = verified(visit(cast, chance.choice(names)), cast.bob, cast.alice)
        standing.append(again.visited.token)  # type: ignore[attr-defined]  # a visit's own column
        told[ledger_size()] = (len(set(standing)), len(standing))
    gone, kept = Visited.objects.filter(token__in=standing).order_by("pk")[:2]
    visited_merge(visited=gone, into=kept, actor=cast.alice)
    told[ledger_size()] = (len(set(standing)) - 1, len(standing))
    assert {size: _counted(cast, size) for size in told} == told
    assert (list(drifted()), list(flaws())) == ([], [])


def test_the_name_of_a_household_is_in_no_ledger_log_or_content(cast: SimpleNamespace):
    record = verified(visit(cast, NAME), cast.bob, cast.alice)
    assert NAME not in str(list(Fact.objects.values())) + str(list(AuditRow.objects.values()))
    assert NAME not in str(list(SnapshotItem.objects.values_list("name", "value")))
    assert NAME not in record.title
    assert not visible_to(cast.alice).filter(words_in(NAME)).exists()


def test_its_unit_and_the_officer_read_it_and_an_auditor_does_not(cast: SimpleNamespace):
    visit_of = verified(visit(cast, NAME), cast.bob, cast.alice).visited  # type: ignore[attr-defined]  # a visit's own column
    readers = [cast.bob, cast.alice, cast.dora, cast.charlie, member("olga", cast.county, Role.SIGNER)]
    assert [visit_of.name_for(reader, cast.hill.pk) for reader in readers] == [NAME, NAME, "李**", "李**", "李**"]


def test_a_correction_of_the_name_is_told_only_to_whoever_may_read_it(cast: SimpleNamespace):
    from youju.desk.records.proposals import proposal_of

    record, kind = verified(visit(cast, "李长川"), cast.bob, cast.alice), get_record_kind("visit")
    data = {"unit": [str(cast.hill.pk)], "sort": ["visits.households"], "name": [NAME], "place": ["王家沟村"],
            "happened": [str(DAY)], "went": ["张敏"], "late_reason": ["补录"]}  # fmt: skip
    correction_ask(record=record, data=data, actor=cast.bob, version=record.version, reason="写错了字")
    told = {reader.username: str(proposal_of(record, kind, reader)) for reader in (cast.alice, cast.bob, cast.dora)}
    assert {who: NAME in text for who, text in told.items()} == {"alice": True, "bob": True, "dora": False}


def test_an_export_says_it_only_to_whoever_may_read_it(cast: SimpleNamespace):
    verified(visit(cast, NAME), cast.bob, cast.alice)
    said = {}
    for reader in (cast.bob, cast.dora):
        content = BytesIO()
        export_of(kind=get_record_kind("visit"), actor=reader).write_xlsx(content)
        said[reader.username] = _cells(content)
    assert NAME in said["bob"] and NAME not in said["dora"] and "李**" in said["dora"]


def _cells(content: BytesIO) -> set[str]:
    from openpyxl import load_workbook

    return {str(cell.value) for page in load_workbook(content) for row in page for cell in row}


def test_a_later_visit_finds_the_household_by_its_name_alone(cast: SimpleNamespace):
    first = visit(cast, NAME)
    form = typed(cast, place="")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["visited"] == first.visited  # type: ignore[attr-defined]  # a visit's own column
    assert f'<option value="{NAME}">王家沟村</option>' in str(typed(cast)["name"])


def test_a_household_nobody_knows_asks_for_its_village(cast: SimpleNamespace):
    assert set(typed(cast, place="").errors) == {"place"}


def test_households_of_another_unit_are_not_offered(cast: SimpleNamespace):
    visit(cast, NAME, unit=cast.lake)
    assert NAME not in str(typed(cast, name="", place="")["name"])


def test_only_an_officer_over_both_merges_and_only_what_is_alike(cast: SimpleNamespace):
    one, other, firm = (visit(cast, name, sort=sort).visited for name, sort in (  # type: ignore[attr-defined]  # a visit's own column
        (NAME, "visits.households"), ("李常顺", "visits.households"), ("云溪纸业", "visits.enterprises"),
    ))  # fmt: skip
    for actor in (cast.bob, cast.dora):
        with pytest.raises(NotAllowed):
            visited_merge(visited=one, into=other, actor=actor)
    for into in (one, firm):
        with pytest.raises(VisitedApart):
            visited_merge(visited=one, into=into, actor=cast.alice)
    visited_merge(visited=one, into=other, actor=cast.alice)
    with pytest.raises(VisitedMerged):
        visited_merge(visited=other, into=one, actor=cast.alice)
    assert canonical_tokens() == {one.token: other.token}
    assert visited_named("visits.households", "王家沟村", NAME, cast.hill) == other


def test_a_name_that_was_mistyped_is_changed_in_the_draft(cast: SimpleNamespace):
    record = visit(cast, "李长川")
    values = {"visited": visited_named("visits.households", "王家沟村", NAME, cast.hill)}
    record_edit(record=record, values=values, actor=cast.bob, version=record.version)
    record_submit(record=record, actor=cast.bob)
    assert record.visited.name == NAME  # type: ignore[attr-defined]  # a visit's own column


def test_what_is_needed_begins_a_follow_up(cast: SimpleNamespace):
    assert visit(cast, NAME, need="屋顶漏雨").raises() == "屋顶漏雨"


def test_visits_of_another_year_count_there(cast: SimpleNamespace):
    verified(visit(cast, NAME, DAY - timedelta(days=365)), cast.bob, cast.alice)
    assert _counted(cast) == (None, None)
