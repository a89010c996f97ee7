"""A workbook of cases: each row opened, and moved on as far as it says, with its days, by whoever may."""

import io
from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import Workbook

from youju.errors import SheetRefused
from youju.indicators.figures import figure
from youju.ledger import log
from youju.ledger.reading import all_facts
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.records.followup.models import Followup
from youju.records.heads.case import path_to
from youju.records.kinds import get_sheet_kind
from youju.records.reading.drift import drifted
from youju.records.sheets.columns import field_columns, move_columns
from youju.records.sheets.exporting import export_of
from youju.records.sheets.importing import Imported, records_import
from youju.records.sheets.reading import read_records
from youju.records.standing.thing.models import Thing


def book(**sheets: Sequence[Sequence[Any]]) -> io.BytesIO:
    made = Workbook()
    made.remove(made["Sheet"])
    for name, rows in sheets.items():
        page = made.create_sheet(name)
        for row in rows:
            page.append(list(row))
    out = io.BytesIO()
    made.save(out)
    return out


def take_in(content: io.BytesIO, actor: Member, kind: str) -> Imported:
    reading = read_records(kind=get_sheet_kind(kind), content=content, actor=actor, year=2025)
    return records_import(reading=reading, actor=actor, name="台账.xlsx")


def refused(content: io.BytesIO, actor: Member, kind: str) -> list[str]:
    with pytest.raises(SheetRefused) as refusal:
        take_in(content, actor, kind)
    assert log.size() == 0 and not get_sheet_kind(kind).model.objects.exists()
    return [str(problem) for problem in refusal.value.problems]


def columns_of(kind: str) -> list[str]:
    declared = get_sheet_kind(kind)
    return ["ref", *(column.name for column in (*field_columns(declared), *move_columns(declared))), "state"]


def filled(kind: str, **cells: Any) -> list[Any]:
    return [cells.get(name, "") for name in columns_of(kind)]


def followups(*rows: dict[str, Any]) -> io.BytesIO:
    given = {
        "unit": "青山小学",
        "title": "补齐灭火器",
        "owner": "alice",
        "happened": "2024-03-14",
        "due_on": "2024-04-01",
    }
    return book(followup=[columns_of("followup"), *(filled("followup", **given | cells) for cells in rows)])


def things(rows: list[dict[str, Any]], parts: list[list[Any]]) -> io.BytesIO:
    header = ["no", *columns_of("thing")]
    given = {"unit": "云溪县教育局", "sort": "项目", "topic": "地方文化传承", "happened": "2021-09-01"}
    lines = [[place, *filled("thing", **given | cells)] for place, cells in enumerate(rows, 1)]
    return book(thing=[header, *lines], listed=[["no", "unit", "since", "until"], *parts])


def test_a_row_is_filed_as_far_on_as_it_is_with_its_own_days(cast: SimpleNamespace):
    done = {"state": "已完成，待确认", "done_on": "2024-03-20", "outcome": "已更换"}
    assert take_in(followups(done, {"title": "更换门锁"}), cast.alice, "followup").new == 2
    cases = {case.title: (case.state, case.done_on) for case in Followup.objects.all()}
    assert cases == {"补齐灭火器": ("done", date(2024, 3, 20)), "更换门锁": ("open", None)}
    assert {fact.day for fact in all_facts()} == {date(2024, 3, 14)}
    assert list(drifted()) == []


def test_a_move_that_is_somebody_else_s_is_refused_at_its_cell(cast: SimpleNamespace):
    confirmed = {"state": "已确认", "done_on": "2024-03-20", "outcome": "已更换"}
    (problem,) = refused(followups({"title": "更换门锁"}, confirmed), cast.alice, "followup")
    assert problem.startswith("followup!") and "3" in problem


def test_what_a_move_wants_is_said_at_its_column(cast: SimpleNamespace):
    assert len(refused(followups({"state": "已完成，待确认"}), cast.alice, "followup")) == 2


def test_the_same_file_twice_opens_nothing_twice_and_changes_nothing(cast: SimpleNamespace):
    content = followups({}, {})
    assert take_in(content, cast.alice, "followup").new == 2
    again = take_in(content, cast.alice, "followup")
    assert (again.new, again.changed, again.same) == (0, 0, 2)


def test_things_come_with_their_participants_and_go_out_the_same(cast: SimpleNamespace):
    parts = [[1, "青山小学", "2021-09-01", ""], [1, "明湖小学", "2021-09-01", "2023-09-01"]]
    content = things([{"title": "剪纸进课堂"}, {"title": "旧项目", "closed_on": "2022-07-01"}], parts)
    assert take_in(content, cast.alice, "thing").new == 2
    assert log.size() == 0, "somebody else confirms them"
    out = io.BytesIO()
    export_of(kind=get_sheet_kind("thing"), actor=cast.alice).write_xlsx(out)
    assert take_in(out, cast.alice, "thing").same == 2
    assert sorted(len(thing.parts_listed()) for thing in Thing.objects.all()) == [0, 2]
    assert figure(cast.county, Period.year(2022), "projects.heritage.schools").value is None


def test_a_school_files_only_for_itself(cast: SimpleNamespace):
    content = things([{"title": "剪纸进课堂"}], [])
    assert refused(content, cast.bob, "thing")


def test_the_way_to_a_state_takes_nothing_back(cast: SimpleNamespace):
    assert path_to(Thing, "closed") == ("confirm", "report-end", "close")
    assert path_to(Followup, "confirmed") == ("finish", "confirm")
    assert path_to(Followup, "open") == () and path_to(Followup, "nowhere") is None
