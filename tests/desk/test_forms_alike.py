"""The forms of all kinds are of one hand: what a clerk meets in one is met in every other."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.lib import clock
from youju.records.forms.rows.field import RowsField
from youju.records.kind import CaseKind, RecordKind, SheetKind
from youju.records.kinds import kinds, record_kinds, sheet_kinds
from youju.records.statistics.school_return.models import SchoolReturn

CASES = [pytest.param(kind, id=kind.code) for kind in kinds() if isinstance(kind, CaseKind)]
RECORDS = [pytest.param(kind, id=kind.code) for kind in record_kinds() if not kind.form.PICK]
TOLD = {"late_reason": "补录"}


@pytest.mark.parametrize("kind", CASES)
def test_a_case_begins_folded_with_its_button_in_reach(cast: SimpleNamespace, desk: Desk, kind: CaseKind):
    page = desk(cast.alice).get(reverse("case-new", args=[kind.code])).text
    assert '<details class="more-fields" open' not in page
    assert "form-foot-stays" in page


@pytest.mark.parametrize("kind", CASES)
def test_a_member_of_one_unit_is_not_asked_for_it(cast: SimpleNamespace, desk: Desk, kind: CaseKind):
    answer = desk(cast.bob).get(reverse("case-new", args=[kind.code]))
    assert answer.status_code == 403 or '<select name="unit"' not in answer.text


@pytest.mark.parametrize("kind", RECORDS)
def test_what_may_be_left_out_begins_empty(cast: SimpleNamespace, desk: Desk, kind: RecordKind):
    page = desk(cast.bob).get(reverse("record-new", args=[kind.code])).text
    optional = [name for name, field in kind.form.base_fields.items() if not field.required]
    assert not [name for name in optional if f'name="{name}" value="0"' in page]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_number_that_was_left_out_is_no_0(kind: RecordKind):
    rows = [field for field in kind.form.base_fields.values() if isinstance(field, RowsField)]
    asked = [(kind.model, kind.form.base_fields), *((field.model, field.columns) for field in rows)]
    numbers = [
        (model, name)
        for model, fields in asked
        for name, field in fields.items()
        if isinstance(field, forms.IntegerField) and not field.required and name in {c.name for c in model._meta.fields}
    ]
    assert not [(model, name) for model, name in numbers if not model._meta.get_field(name).null]


@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.code) for kind in sheet_kinds()])
def test_its_day_is_named_as_its_clerk_names_it(kind: SheetKind):
    field = kind.form.base_fields.get("happened")
    assert field is None or str(field.label) not in ("happened", "发生日期")


def test_a_school_return_begins_with_its_day_and_makes_its_title(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    with clock.at(datetime(2025, 11, 3, 4, tzinfo=UTC)):
        page = bob.get(reverse("record-new", args=["schoolreturn"])).text
        assert 'value="2025-09-01"' in page
        stage = {
            "stage": "primary",
            "classes": "6",
            "pupils": "240",
            "boarders": "0",
            "entrants": "40",
            "leavers": "38",
        }
        given = {"unit": cast.hill.pk, "happened": "2025-09-01", "sort": "primary", "ownership": "public"}
        given |= {"staff": "20", "teachers": "18", "then": "save"} | TOLD
        bob.post(reverse("record-new", args=["schoolreturn"]), given | {f"stages-0-{k}": v for k, v in stage.items()})
    record = SchoolReturn.objects.get()
    assert (record.title, record.teaching_points, record.area) == ("Return of the school year 2025–2026", None, None)


def test_a_list_of_cases_without_any_says_so_and_leads_on(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(reverse("cases-of", args=["brief"])).text
    assert "Nothing is open: Briefs" in page
    assert page.count(reverse("case-new", args=["brief"])) == 2
