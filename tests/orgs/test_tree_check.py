"""Whatever is changed in the units' tables outside the verbs is found and named."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from youju.ledger import triggers
from youju.orgs import tree_check
from youju.orgs.actors import CONSOLE
from youju.orgs.tree_verbs import NewUnit, unit_move, unit_rename, units_add_many
from youju.orgs.units import Unit

EDITS = {
    "another parent": "UPDATE orgs_placement SET parent_id = (SELECT id FROM orgs_unit WHERE code = '999901.west') "
    "WHERE unit_id = (SELECT id FROM orgs_unit WHERE code = '999901.east.lane')",
    "another month": "UPDATE orgs_placement SET since = '2025-10-01' WHERE since IS NOT NULL",
    "an end": "UPDATE orgs_placement SET until = '2025-12-01' WHERE since IS NOT NULL",
    "closed": "UPDATE orgs_placement SET stands = (1 = 0) WHERE since IS NOT NULL",
    "an heir": "UPDATE orgs_placement SET heir_id = (SELECT MIN(id) FROM orgs_unit) WHERE since IS NOT NULL",
    "another entry": "UPDATE orgs_placement SET seq = 0 WHERE since IS NOT NULL",
    "a placement gone": "DELETE FROM orgs_placement WHERE since IS NOT NULL",
    "a placement twice": "INSERT INTO orgs_placement (unit_id, parent_id, stands, since, until, heir_id, seq) "
    "SELECT unit_id, parent_id, stands, since, until, heir_id, seq FROM orgs_placement WHERE since IS NOT NULL",
    "another kind": "UPDATE orgs_unit SET kind = 'office' WHERE code = '999901.west'",
    "another name": "UPDATE orgs_unit SET name = '别的' WHERE code = '999901.west'",
    "another short name": "UPDATE orgs_unit SET short_name = '别的' WHERE code = '999901.west'",
    "another code": "UPDATE orgs_unit SET code = '999901.wast' WHERE code = '999901.west'",
    "another alias": "UPDATE orgs_unitalias SET name = '别的'",
    "an alias' end": "UPDATE orgs_unitalias SET until = NULL",
    "an alias gone": "DELETE FROM orgs_unitalias",
}
# What only SQLite would keep.
LOOSE = {
    "a boolean of 4": "UPDATE orgs_placement SET stands = 4 WHERE since IS NOT NULL",
    "a text as bytes": "UPDATE orgs_unit SET name = CAST(name AS BLOB) WHERE code = '999901.west'",
    "no text at all": "UPDATE orgs_unit SET name = CAST(x'ff80' AS TEXT) WHERE code = '999901.west'",
    "a real number": "UPDATE orgs_placement SET seq = 1.5 WHERE since IS NOT NULL",
}


@pytest.fixture
def bureau(db: None):
    units_add_many(
        units=[
            NewUnit("999901", "county", "某县教育局", None),
            NewUnit("999901.east", "town", "东镇", "999901"),
            NewUnit("999901.west", "town", "西镇", "999901"),
            NewUnit("999901.east.lane", "school", "巷小学", "999901.east"),
        ],
        actor=CONSOLE,
    )
    units = {unit.code: unit for unit in Unit.objects.all()}
    told: dict[str, Any] = {"month": date(2025, 9, 1), "actor": CONSOLE, "reason": "told late"}
    unit_move(unit=units["999901.east.lane"], parent=units["999901.west"], **told)
    unit_rename(unit=units["999901.east.lane"], name="新巷小学", **told)


def edit(sql: str) -> None:
    triggers.remove()
    with connection.cursor() as cursor:
        cursor.execute(sql)
    triggers.install()


def test_a_sound_tree_is_sound(bureau: None):
    assert list(tree_check.findings()) == []


@pytest.mark.parametrize("sql", EDITS.values(), ids=EDITS)
def test_each_edit_is_found_with_its_table(bureau: None, sql: str):
    edit(sql)
    found = list(tree_check.findings())
    assert found
    assert all(finding.place.startswith("orgs_") and finding.place in finding.sentence for finding in found)


def test_a_unit_that_no_verb_opened_is_found(bureau: None):
    Unit.objects.create(code="999901.new", kind="school", name="新校")
    assert [finding.place for finding in tree_check.findings()] == ["orgs_unit 999901.new"]


@pytest.mark.parametrize("sql", LOOSE.values(), ids=LOOSE)
def test_what_no_column_should_hold_is_found(bureau: None, sql: str):
    if connection.vendor != "sqlite":
        pytest.skip("types are strict here")
    edit(sql)
    assert list(tree_check.findings())


def test_where_the_audit_row_was_altered_too_the_entry_still_tells(bureau: None):
    edit("UPDATE orgs_unit SET name = '别的' WHERE code = '999901.west'")
    edit("UPDATE orgs_auditrow SET detail = REPLACE(CAST(detail AS TEXT), '西镇', '别的')" + as_json())
    assert [finding.place[:5] for finding in tree_check.findings()]


def as_json() -> str:
    return "::jsonb" if connection.vendor == "postgresql" else ""


def test_placements_take_no_update_and_no_delete(bureau: None):
    from django.db import DatabaseError, transaction

    for sql in (EDITS["another month"], EDITS["a placement gone"]):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
