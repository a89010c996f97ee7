"""The page 设置: an administrator reads what each setting does, changes it, and takes it back."""

from types import SimpleNamespace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member
from youju.lib.once import asked_once
from youju.orgs.members import Role
from youju.orgs.setting_table import SETTINGS
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import SettingRow, setting


def test_the_list_shows_each_with_its_help(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.eve).get(reverse("settings")).content.decode()
    for declared in SETTINGS:
        place = reverse("ready") if declared.verb else reverse("setting", args=[declared.name])
        assert f'href="{place}"' in page


@pytest.mark.parametrize("declared", SETTINGS, ids=lambda declared: declared.name)
def test_the_form_of_each_sends_back_what_it_shows(cast: SimpleNamespace, desk: Desk, declared):
    SettingRow.objects.all().delete()
    page, eve = reverse("setting", args=[declared.name]), desk(cast.eve)
    shown = eve.get(page).context["form"]["value"].value()
    assert eve.post(page, {"value": shown})["Location"] == reverse("settings")
    assert setting(declared.name) == declared.default


def test_a_change_holds_and_can_be_taken_back(cast: SimpleNamespace, desk: Desk):
    page, eve = reverse("setting", args=["late_days"]), desk(cast.eve)
    answer = eve.post(page, {"value": "45"}, follow=True)
    assert "45" in answer.content.decode() and setting("late_days") == 45
    eve.post(page, {"value": "", "default": "1"})
    assert setting("late_days") == 30


def test_what_does_not_do_is_said_beside_the_field(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.eve).post(reverse("setting", args=["late_days"]), {"value": "soon"})
    assert answer.status_code == 200
    assert "whole number from 0 to 366" in answer.content.decode()


def test_nobody_else_sees_or_changes_one(cast: SimpleNamespace, desk: Desk):
    for other in (cast.alice, cast.bob, cast.dora):
        assert desk(other).get(reverse("settings")).status_code == 403
        assert desk(other).post(reverse("setting", args=["late_days"]), {"value": "1"}).status_code == 403
    assert setting("late_days") == 30


def test_an_unknown_one_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.eve).get(reverse("setting", args=["nothing"])).status_code == 404


def test_a_decider_may_be_told_by_name_of_the_value(cast: SimpleNamespace, desk: Desk):
    setting_change(name="second_factor", text="nobody", actor=cast.eve)
    assert "nobody" in desk(cast.eve).get(reverse("settings")).content.decode()


@pytest.mark.parametrize("route", ["settings", "system", "ready"])
def test_an_administrator_of_one_unit_alone_decides_nothing_for_the_bureau(
    cast: SimpleNamespace, desk: Desk, route: str
):
    other = desk(member("enid", cast.hill, Role.ADMIN))
    assert other.get(reverse(route)).status_code == 403
    assert other.post(reverse("setting", args=["second_factor"]), {"value": "nobody"}).status_code == 403


def test_a_request_asks_for_the_settings_once_and_sees_its_own_change(cast: SimpleNamespace):
    with CaptureQueriesContext(connection) as queries, asked_once():
        assert (setting("late_days"), setting("notice_days")) == (30, 5)
    assert len(queries) == 1
    with asked_once():
        assert setting("late_days") == 30
        setting_change(name="late_days", text="31", actor=cast.eve)
        assert setting("late_days") == 31
    assert setting("late_days") == 31
