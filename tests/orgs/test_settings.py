"""What a bureau decides at its desk: typed, checked, audited, with a default that needs no row."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.records.cast import member as account
from youju.errors import NotAllowed
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.orgs.setting_table import SETTINGS
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import (
    SetElsewhere,
    SettingRow,
    SettingUnfit,
    UnknownSetting,
    UploadTooLarge,
    find_setting,
    setting,
)
from youju.orgs.tree_verbs import NewUnit, units_add_many

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast(cast: SimpleNamespace) -> SimpleNamespace:
    """The cast in a bureau that has changed nothing."""
    SettingRow.objects.all().delete()
    return cast


@pytest.mark.parametrize("declared", SETTINGS, ids=lambda declared: declared.name)
def test_each_has_a_default_that_its_kind_reads_back(declared):
    assert declared.kind.read(declared.kind.write(declared.default)) == declared.default == setting(declared.name)
    assert declared.label and declared.help and declared.kind.wanted


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("late_days", " ６０ ", 60),
        ("school_review", "是", True),
        ("live_since", "2026-09-01", date(2026, 9, 1)),
        ("second_factor", "all", "all"),
        ("home_unit", "hill", "hill"),
        ("backup_place", "/", Path("/")),
    ],
)
def test_what_is_set_is_read_with_its_type(cast: SimpleNamespace, name: str, text: str, value: object):
    verb = find_setting(name).verb
    assert setting_change(name=name, text=text, actor=cast.eve, verb=verb) == setting(name) == value


def test_what_has_a_verb_of_its_own_is_set_by_that_alone(cast: SimpleNamespace):
    with pytest.raises(SetElsewhere):
        setting_change(name="live_since", text="2026-09-01", actor=cast.eve)
    assert setting("live_since") is None


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("late_days", "many"), ("late_days", "-1"), ("late_days", ""), ("late_days", "9" * 5000),
        ("live_since", "31.2.2026"), ("second_factor", "some"), ("home_unit", "nowhere"), ("school_review", "maybe"),
        ("backup_place", "relative"), ("checkpoint_place", "/is/not/there"),
    ],
)  # fmt: skip
def test_what_does_not_do_is_refused_with_what_to_write(cast: SimpleNamespace, name: str, text: str):
    with pytest.raises(SettingUnfit) as refusal:
        setting_change(name=name, text=text, actor=cast.eve)
    assert len(str(refusal.value)) < 400
    assert not SettingRow.objects.exists()


def test_each_change_is_noted_once_with_both_values(cast: SimpleNamespace):
    for text in ("60", "60", "30"):
        setting_change(name="late_days", text=text, actor=cast.eve)
    noted = AuditRow.objects.filter(target="setting-late_days").order_by("id")
    assert [(row.actor, row.detail["before"], row.detail["after"]) for row in noted] == [
        (cast.eve.token, "30", "60"),
        (cast.eve.token, "60", "30"),
    ]
    assert not SettingRow.objects.exists()


def test_only_an_administrator_or_the_server_changes_one(cast: SimpleNamespace):
    for member in (cast.alice, cast.bob, cast.dora):
        with pytest.raises(NotAllowed):
            setting_change(name="late_days", text="60", actor=member)
    setting_change(name="late_days", text="60", actor=CONSOLE)
    with pytest.raises(UnknownSetting):
        setting_change(name="late", text="60", actor=CONSOLE)


def test_no_file_may_be_larger_than_the_server_takes(cast: SimpleNamespace, settings):
    settings.REQUEST_BYTES = 50 * 1024**2
    with pytest.raises(UploadTooLarge):
        setting_change(name="upload_megabytes", text="51", actor=cast.eve)
    assert setting_change(name="upload_megabytes", text="50", actor=cast.eve) == 50


def test_a_value_that_no_longer_holds_gives_the_default(cast: SimpleNamespace):
    SettingRow.objects.create(code="backup_place", value="/was/there/once")
    assert setting("backup_place") is None


def test_new_schools_check_first_where_the_bureau_wants_it(cast: SimpleNamespace):
    setting_change(name="school_review", text="yes", actor=CONSOLE)
    new = [
        NewUnit("990000", "province", "某省", None),
        NewUnit("990100", "city", "某市", "990000"),
        NewUnit("990101", "county", "某县", "990100"),
        NewUnit("990101.a", "school", "甲小学", "990101"),
    ]
    assert [unit.checks for unit in units_add_many(units=new, actor=CONSOLE)] == [False, False, False, True]


def test_an_administrator_of_a_part_changes_nothing_for_the_whole(cast: SimpleNamespace):
    dave = account("dave", cast.hill, Role.ADMIN)
    with pytest.raises(NotAllowed):
        setting_change(name="late_days", text="5", actor=dave)
    assert setting("late_days") == 30


@pytest.mark.parametrize(
    "text",
    ["https://edu.example.org/path", "https://edu.example.org?x=1", "https://edu.example.org#top", "edu.example.org",
     "https://name:word@edu.example.org", "ftp://edu.example.org"],
)  # fmt: skip
def test_the_address_of_the_site_is_a_scheme_and_a_host_and_no_more(cast: SimpleNamespace, text: str):
    with pytest.raises(SettingUnfit):
        setting_change(name="site_address", text=text, actor=CONSOLE)
    assert (
        setting_change(name="site_address", text="https://edu.example.org/", actor=CONSOLE) == "https://edu.example.org"
    )
