"""The forms of study: the group is drawn whole, a stranger finds nothing, a thousand rows come back unchanged."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.cast import DAY, people, verified
from tests.records.study.test_reports import leading_group
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.sheets.exporting import export_of
from youju.records.sheets.reading import Change, read_records
from youju.records.verbs.record_verbs import record_add

KINDS = ("report", "writers", "trip", "books", "guidance")


def typed(cast: SimpleNamespace, *rows: tuple[str, str], **values: Any) -> dict[str, Any]:
    """What a browser sends of a list of expected writers."""
    data = {
        "unit": str(cast.hill.pk), "title": "应写人员", "happened": DAY.isoformat(), "late_reason": "补录",
        "group": str(leading_group(cast.hill, cast.leaders).pk),
    }  # fmt: skip
    for place, (name, exempt) in enumerate(rows):
        data |= {f"expected-{place}-person": name, f"expected-{place}-exempt": exempt}
    return data | values


@pytest.fixture(autouse=True)
def _leaders(cast: SimpleNamespace) -> None:
    cast.leaders = people(cast.hill, "王一", "李二", "赵三")


def test_the_list_is_drawn_with_the_group_s_members_and_the_year(cast: SimpleNamespace):
    leading_group(cast.hill, cast.leaders)
    form = get_record_kind("writers").form(actor=cast.bob, initial={"unit": cast.hill.pk, "happened": DAY})
    assert [str(row["person"]) for row in form.initial["expected"]] == ["王一", "李二", "赵三"]
    assert "2025" in form.initial["title"]


def test_a_reason_that_was_typed_stays_when_the_form_is_drawn_anew(cast: SimpleNamespace):
    kind, data = get_record_kind("writers"), typed(cast, ("李二", "病假"), ("外人", ""))
    from django.http import QueryDict

    sent = QueryDict(mutable=True)
    sent.update(data)
    form = kind.form(actor=cast.bob, initial=kind.form.typed(sent))
    assert [(str(row["person"]), row["exempt"]) for row in form.initial["expected"]] == [
        ("王一", ""), ("李二", "病假"), ("赵三", ""),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ((("王一", ""), ("李二", "")), "赵三"),
        ((("王一", ""), ("李二", ""), ("赵三", ""), ("钱四", "")), "钱四"),
    ],
)
def test_nobody_is_left_out_and_nobody_added(cast: SimpleNamespace, rows: tuple[tuple[str, str], ...], wrong: str):
    people(cast.hill, "钱四")
    form = get_record_kind("writers").form(typed(cast, *rows), actor=cast.bob)
    assert not form.is_valid()
    assert wrong in str(form.errors["expected"])


def test_without_rows_the_whole_group_is_meant(cast: SimpleNamespace):
    form = get_record_kind("writers").form(typed(cast), actor=cast.bob)
    assert form.is_valid(), form.errors
    assert len(form.cleaned_data["expected"]) == 3


def test_a_writer_is_found_on_the_unit_s_own_roster(cast: SimpleNamespace):
    people(cast.lake, "孙五")
    data = {
        "unit": str(cast.hill.pk), "sort": "report", "title": "学习报告", "happened": DAY.isoformat(),
        "late_reason": "补录", "writings-0-person": "孙五", "writings-0-name": "甲",
    }  # fmt: skip
    assert "孙五" in str(get_record_kind("report").form(data, actor=cast.bob).errors["writings"])
    assert get_record_kind("report").form(data | {"writings-0-person": "王一"}, actor=cast.bob).is_valid()


@pytest.mark.parametrize("code", KINDS)
def test_a_stranger_neither_opens_nor_finds_it(cast: SimpleNamespace, client: Client, code: str):
    from importlib import import_module

    leading_group(cast.hill, cast.leaders)
    values = import_module(f"youju.records.study.{code}.sample").sample(cast.hill, DAY)
    record = verified(
        record_add(kind=get_record_kind(code), values=values | {"late_reason": "补录"}, actor=cast.bob),
        cast.bob,
        cast.alice,
    )
    client.force_login(cast.charlie)
    assert client.get(reverse("record", args=[record.ref])).status_code == 404
    assert record.ref not in client.get(reverse("record-list", args=["study"])).text
    client.force_login(cast.bob)
    assert record.title in client.get(reverse("record", args=[record.ref])).text


def test_a_thousand_texts_come_back_as_they_went_out(cast: SimpleNamespace):
    kind = get_record_kind("report")
    for place in range(4):
        rows = [{"person": cast.leaders[n % 3], "name": f"第{place}组之{n}"} for n in range(250)]
        values = {"unit": cast.hill, "sort": "report", "title": f"报告{place}", "happened": DAY, "writings": rows}
        record: Record = record_add(kind=kind, values=values | {"late_reason": "补录"}, actor=cast.bob)
        assert len(record.parts()["writings"]) == 250
    content = BytesIO()
    export_of(kind=kind, actor=cast.bob).write_xlsx(content)
    reading = read_records(kind=kind, content=content, actor=cast.bob)
    assert [str(problem) for problem in reading.problems] == []
    assert [entry.change for entry in reading.entries] == [Change.SAME] * 4
