"""What every register must keep, asked of each by its own sample."""

from __future__ import annotations

from datetime import date, timedelta
from importlib import import_module
from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.records.cast import make_cast, member, noted
from youju.errors import NotAllowed, SheetRefused
from youju.orgs.actors import CONSOLE
from youju.orgs.members import Role, RoleGrant
from youju.records.forms.register_field import RegisterField
from youju.records.registers.all_registers import APPLICATIONS, register_categories, registers
from youju.records.registers.register import Register, RegisterRow, uses_of
from youju.records.registers.register_verbs import (
    RowCodeTaken,
    RowNameTaken,
    register_accept,
    register_add,
    register_change,
    register_delete,
    register_retire,
)
from youju.records.sealing.committed import digest_post, flaws
from youju.records.sheets.register_sheet import RowChange, read_register, register_import, write_register

EVERY = pytest.mark.parametrize("register", registers(), ids=[each.code for each in registers()])
DAY = date(2025, 3, 10)


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    return make_cast()


def sample(register: Register) -> dict[str, Any]:
    folder = dict(zip((each.code for each in registers()), APPLICATIONS, strict=True))[register.code]
    values: dict[str, Any] = import_module(f"{folder}.sample").sample()
    return values


def added(register: Register, **values: Any) -> RegisterRow:
    return register_add(register=register, values=sample(register) | values, actor=CONSOLE)


@EVERY
def test_its_form_asks_every_column_and_takes_the_sample(register: Register, cast: SimpleNamespace):
    row = added(register)
    own = {field.name for field in register.model._meta.local_fields} - {"id", "code", "until", "proposed_by"}
    assert set(register.form.base_fields) == own
    assert set(register.shown) < own
    assert all(getattr(row, name) == value for name, value in sample(register).items())


@EVERY
def test_officers_of_its_section_and_administrators_of_the_bureau_keep_it(register: Register, cast: SimpleNamespace):
    otto = member("otto", cast.county)
    RoleGrant.objects.create(member=otto, role=Role.OFFICER, unit=cast.county, sections=["no-such-section"])
    row = added(register)
    for keeper in (cast.alice, cast.eve):
        register_change(register=register, row=row, values={"name": row.name}, actor=keeper)
    before = noted()
    for other in (cast.bob, cast.charlie, cast.dora, otto):
        with pytest.raises(NotAllowed):
            register_change(register=register, row=row, values={"name": "x"}, actor=other)
        with pytest.raises(NotAllowed):
            register_retire(register=register, row=row, until=DAY, actor=other)
        with pytest.raises(NotAllowed):
            register_delete(register=register, row=row, actor=other)
    assert noted() == before


@EVERY
def test_a_unit_proposes_where_it_may_and_records_wait_for_the_keeper(register: Register, cast: SimpleNamespace):
    def propose() -> RegisterRow:
        return register_add(register=register, values=sample(register), actor=cast.bob)

    if not register.proposals:
        with pytest.raises(NotAllowed):
            propose()
        return
    row = propose()
    assert not register.model.objects.in_force(DAY).exists()
    with pytest.raises(NotAllowed):
        register_delete(register=register, row=row, actor=cast.charlie)
    register_accept(register=register, row=row, actor=cast.alice)
    assert register.model.objects.in_force(DAY).get() == row


@EVERY
def test_an_old_name_goes_on_finding_it_and_no_two_bear_one_name(register: Register, cast: SimpleNamespace):
    row = added(register)
    old = row.name
    register_change(register=register, row=row, values={"name": f"新{old}"}, actor=cast.alice)
    assert old in row.names[1:]
    with pytest.raises(RowNameTaken):
        added(register, name=f" 新{old} ")
    with pytest.raises(RowCodeTaken):
        register_add(register=register, values=sample(register) | {"name": "别的"}, code=row.code, actor=CONSOLE)
    field = RegisterField(register.model.objects.all())
    field.offer(DAY)
    assert {field.clean(text) for text in (row.name, old, row.code)} == {row}


@EVERY
def test_a_retired_one_is_offered_up_to_its_last_day_and_never_lost(register: Register, cast: SimpleNamespace):
    row = added(register)
    register_retire(register=register, row=row, until=DAY, actor=cast.alice)
    assert row in register.model.objects.in_force(DAY)
    assert row not in register.model.objects.in_force(DAY + timedelta(days=1))
    assert row.code in register_categories(register.code)
    register_retire(register=register, row=row, until=None, actor=cast.alice)
    assert row in register.model.objects.in_force(DAY + timedelta(days=1))


@EVERY
def test_a_new_year_needs_no_copy_of_it_and_what_was_retired_stays_so(register: Register, cast: SimpleNamespace):
    row = added(register)
    new_year = date(DAY.year + 1, 1, 1)
    assert list(register.model.objects.in_force(new_year)) == [row]
    register_retire(register=register, row=row, until=date(DAY.year, 12, 31), actor=cast.alice)
    assert list(register.model.objects.in_force(new_year)) == []
    assert list(register.model.objects.in_force(date(DAY.year, 12, 31))) == [row]


@EVERY
def test_what_stands_nowhere_is_deleted_and_the_log_knows_of_it(register: Register, cast: SimpleNamespace):
    row = added(register)
    digest_post(actor="console")
    assert uses_of([row]) == {}
    register_change(register=register, row=row, values={"name": "改名"}, actor=cast.alice)
    assert list(flaws()) == []
    register_delete(register=register, row=row, actor=cast.alice)
    digest_post(actor="console")
    assert list(flaws()) == []
    assert not register.model.objects.exists()


@EVERY
def test_its_workbook_comes_back_as_it_went_out(register: Register, cast: SimpleNamespace):
    row = added(register)
    content = BytesIO()
    write_register(content, register=register)
    reading = read_register(register=register, content=content)
    assert [str(problem) for problem in reading.problems] == []
    assert reading.names(RowChange.SAME) == [row.name]

    book = load_workbook(content)
    page = book.worksheets[0]
    page["A2"], page["B2"] = None, f"第二{row.name}"
    page.append([row.code, f"改{row.name}", *(cell.value for cell in page[2][2:])])
    changed = BytesIO()
    book.save(changed)
    register_import(register=register, reading=read_register(register=register, content=changed), actor=cast.alice)
    assert sorted(register.model.objects.values_list("name", flat=True)) == sorted((f"改{row.name}", f"第二{row.name}"))


@EVERY
def test_a_workbook_with_a_fault_changes_nothing(register: Register, cast: SimpleNamespace):
    row = added(register)
    content = BytesIO()
    write_register(content, register=register)
    book = load_workbook(content)
    book.worksheets[0].append([None, row.name, *(cell.value for cell in book.worksheets[0][2][2:])])
    faulty = BytesIO()
    book.save(faulty)
    reading = read_register(register=register, content=faulty)
    assert len(reading.problems) == 1
    with pytest.raises(SheetRefused):
        register_import(register=register, reading=reading, actor=cast.alice)
    with pytest.raises(NotAllowed):
        register_import(register=register, reading=reading, actor=cast.bob)
    assert register.model.objects.count() == 1
