"""Changes of the tree of units, and what they are refused for."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.utils import translation

from tests.orgs.plant import plant
from tests.records.cast import make_cast, member
from youju.errors import NotAllowed, YoujuError
from youju.ledger import log
from youju.ledger.reading import newest_of
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs import tree
from youju.orgs.actors import CONSOLE, SYSTEM
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.placements import Placement
from youju.orgs.tree_errors import (
    Circle,
    CodeTaken,
    NotAMonth,
    NothingChanged,
    NotStanding,
    NotYet,
    ParentNotStanding,
    ReasonNeeded,
    StillStanding,
    TreeDrifted,
    UnfitParent,
)
from youju.orgs.tree_verbs import (
    NewUnit,
    unit_alias_add,
    unit_close,
    unit_merge,
    unit_move,
    unit_open,
    unit_rename,
    unit_reopen,
    units_add_many,
)
from youju.orgs.units import Unit, UnitAlias

SEPTEMBER = date(2025, 9, 1)
NOW = datetime(2025, 9, 10, 4, tzinfo=UTC)


@pytest.fixture
def cast(db: None):
    """The usual cast, with two towns; eve administers, and it is September."""
    made = make_cast()
    made.east = plant("yun.east", "town", parent=made.county)
    made.west = plant("yun.west", "town", parent=made.county)
    made.lane = plant("yun.east.lane", "school", parent=made.east)
    with clock.at(NOW), translation.override("en"):
        yield made


def above(unit: Unit, month: int) -> str | None:
    return tree.timeline().parent(unit.code, month)


def test_a_move_takes_effect_in_its_month_and_not_before(cast: SimpleNamespace):
    unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    assert (above(cast.lane, 202508), above(cast.lane, 202509)) == ("yun.east", "yun.west")


def test_each_change_posts_one_entry_with_no_facts_and_one_audit_row(cast: SimpleNamespace):
    entry = unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    assert (log.size(), entry.milestone, entry.unit, entry.actor) == (1, "changed", "yun", cast.eve.token)
    assert not entry.facts.exists()
    assert AuditRow.objects.get(target=entry.record_ref).action == "unit.move"


def test_as_of_an_earlier_size_the_tree_is_the_earlier_one(cast: SimpleNamespace):
    unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    unit_close(unit=cast.lane, month=date(2026, 1, 1), actor=cast.eve)
    parents = [tree.timeline(size).parent("yun.east.lane", 202512) for size in range(3)]
    standing = [tree.timeline(size).stands("yun.east.lane", 202601) for size in range(3)]
    assert (parents, standing) == (["yun.east", "yun.west", "yun.west"], [True, True, False])


def test_a_change_reaches_until_the_next_one_on_record(cast: SimpleNamespace):
    unit_move(unit=cast.lane, parent=cast.west, month=date(2025, 11, 1), actor=cast.eve)
    unit_move(unit=cast.lane, parent=cast.county, month=SEPTEMBER, actor=cast.eve)
    assert [above(cast.lane, month) for month in (202508, 202509, 202510, 202511)] == [
        "yun.east", "yun", "yun", "yun.west",
    ]  # fmt: skip


def test_a_closed_unit_keeps_its_last_place_and_stands_no_more(cast: SimpleNamespace):
    unit_close(unit=cast.lane, month=SEPTEMBER, actor=cast.eve)
    assert above(cast.lane, 202512) == "yun.east"
    assert "yun.east.lane" not in tree.standing(202509)
    assert "yun.east.lane" in tree.standing(202508)


def test_the_bureau_goes_on_reaching_a_closed_school(cast: SimpleNamespace):
    unit_close(unit=cast.lane, month=SEPTEMBER, actor=cast.eve)
    assert cast.lane.pk in tree.reach({cast.county.pk}, 202512)


def test_a_merged_unit_has_an_heir_from_its_month_on(cast: SimpleNamespace):
    unit_merge(unit=cast.lane, into=cast.hill, month=SEPTEMBER, actor=cast.eve)
    known = tree.timeline()
    assert (known.heir("yun.east.lane", 202508), known.heir("yun.east.lane", 202509)) == ("yun.east.lane", "hill")


def test_a_closed_unit_opens_again_elsewhere(cast: SimpleNamespace):
    unit_close(unit=cast.lane, month=SEPTEMBER, actor=cast.eve)
    unit_reopen(unit=cast.lane, parent=cast.west, month=date(2026, 2, 1), actor=cast.eve)
    assert [above(cast.lane, month) for month in (202601, 202602)] == ["yun.east", "yun.west"]


def test_a_new_unit_is_there_from_its_month_on(cast: SimpleNamespace):
    unit_open(new=NewUnit("yun.new", "school", "新校", "yun", since=SEPTEMBER), actor=cast.eve)
    assert tree.timeline().stands("yun.new", 202509) and not tree.timeline().stands("yun.new", 202508)


def test_a_renamed_unit_is_found_by_its_old_name(cast: SimpleNamespace):
    unit_rename(unit=cast.lane, name="新巷小学", month=SEPTEMBER, actor=cast.eve)
    assert str(Unit.objects.get(pk=cast.lane.pk)) == "新巷小学"
    alias = UnitAlias.objects.get(unit=cast.lane)
    assert (alias.name, alias.until) == ("yun.east.lane", SEPTEMBER)


def test_a_subtree_says_in_which_months_each_unit_was_below(cast: SimpleNamespace):
    unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    east, west = (tree.subtree(unit, Period.year(2025)) for unit in (cast.east, cast.west))
    assert [tuple(span) for span in east.spans] == [("yun.east", 202501, 202512), ("yun.east.lane", 202501, 202508)]
    assert [tuple(span) for span in west.spans] == [("yun.east.lane", 202509, 202512), ("yun.west", 202501, 202512)]
    assert (east.last, west.last) == (("yun.east",), ("yun.east.lane", "yun.west"))


REFUSED = [
    (NotAMonth, lambda c: unit_close(unit=c.lane, month=date(2025, 9, 2), actor=c.eve)),
    (ReasonNeeded, lambda c: unit_close(unit=c.lane, month=date(2025, 8, 1), actor=c.eve)),
    (ParentNotStanding, lambda c: unit_close(unit=c.east, month=SEPTEMBER, actor=c.eve)),
    (UnfitParent, lambda c: unit_move(unit=c.east, parent=c.lane, month=SEPTEMBER, actor=c.eve)),
    (NothingChanged, lambda c: unit_move(unit=c.lane, parent=c.east, month=SEPTEMBER, actor=c.eve)),
    (NothingChanged, lambda c: unit_merge(unit=c.lane, into=c.lane, month=SEPTEMBER, actor=c.eve)),
    (StillStanding, lambda c: unit_reopen(unit=c.lane, parent=c.east, month=SEPTEMBER, actor=c.eve)),
    (NotYet, lambda c: unit_rename(unit=c.lane, name="新", month=date(2026, 1, 1), actor=c.eve)),
    (NothingChanged, lambda c: unit_rename(unit=c.lane, name=c.lane.name, month=SEPTEMBER, actor=c.eve)),
    (CodeTaken, lambda c: unit_open(new=NewUnit("yun.east", "town", "东", "yun"), actor=c.eve)),
    (NotAllowed, lambda c: unit_close(unit=c.lane, month=SEPTEMBER, actor=c.alice)),
    (NotAllowed, lambda c: unit_rename(unit=c.lane, name="新", month=SEPTEMBER, actor=c.charlie)),
    (NotAllowed, lambda c: unit_move(unit=c.lane, parent=c.west, month=SEPTEMBER, actor=SYSTEM)),
]


@pytest.mark.parametrize(("error", "act"), REFUSED)
def test_it_is_refused_and_nothing_is_written(cast: SimpleNamespace, error: type[YoujuError], act):
    rows = Placement.objects.count()
    with pytest.raises(error) as raised:
        act(cast)
    assert str(raised.value) and "%(" not in str(raised.value)
    assert (log.size(), Placement.objects.count(), AuditRow.objects.count()) == (0, rows, 0)


def test_a_unit_cannot_come_below_itself(cast: SimpleNamespace):
    point = plant("yun.east.lane.point", "school", parent=cast.lane)
    with pytest.raises(Circle, match="below itself"):
        unit_move(unit=cast.lane, parent=point, month=SEPTEMBER, actor=cast.eve)


def test_nothing_can_be_placed_below_a_closed_town(cast: SimpleNamespace):
    unit_close(unit=cast.west, month=date(2025, 11, 1), actor=cast.eve)
    with pytest.raises(ParentNotStanding, match="2025-11"):
        unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    with pytest.raises(NotStanding, match="2025-12"):
        unit_move(unit=cast.west, parent=cast.county, month=date(2025, 12, 1), actor=cast.eve)


def test_an_administrator_of_another_county_changes_nothing_here(cast: SimpleNamespace):
    other = plant("mo", "county", parent=cast.city)
    frank = member("frank", other, Role.ADMIN)
    with pytest.raises(NotAllowed):
        unit_close(unit=cast.lane, month=SEPTEMBER, actor=frank)
    with pytest.raises(NotAllowed):
        unit_move(unit=cast.lane, parent=other, month=SEPTEMBER, actor=cast.eve)


def test_what_was_changed_by_hand_is_not_covered_by_a_new_entry(cast: SimpleNamespace):
    unit_move(unit=cast.lane, parent=cast.west, month=SEPTEMBER, actor=cast.eve)
    Unit.objects.filter(pk=cast.hill.pk).update(name="别的学校")
    with pytest.raises(TreeDrifted):
        unit_close(unit=cast.lane, month=date(2025, 10, 1), actor=cast.eve)


def test_a_whole_bureau_is_founded_by_one_entry(db: None):
    made = units_add_many(
        units=[
            NewUnit("999900", "city", "某市", None),
            NewUnit("999901", "county", "某县教育局", "999900", aliases=("县局",)),
            NewUnit("999901.hill", "school", "青山小学", "999901", since=date(2020, 9, 1)),
        ],
        actor=CONSOLE,
    )
    assert [unit.code for unit in made] == ["999900", "999901", "999901.hill"]
    newest = newest_of("tree")
    assert newest is not None and (newest.seq, newest.unit) == (0, "999901")
    assert tree.timeline().stands("999901.hill", 202009) and not tree.timeline(0).stays


def test_more_names_find_a_unit_and_the_ledger_says_so(cast: SimpleNamespace):
    size = log.size()
    unit_alias_add(unit=cast.hill, names=[" 青小 ", "青山小学", ""], actor=cast.eve)
    assert list(UnitAlias.objects.values_list("unit__code", "name")) == [("hill", "青小")]
    assert log.size() == size + 1
    with pytest.raises(NothingChanged):
        unit_alias_add(unit=cast.hill, names=["青小"], actor=cast.eve)
    with pytest.raises(NotAllowed):
        unit_alias_add(unit=cast.hill, names=["小青山"], actor=cast.bob)
