"""Partners are picked by typing: a name, its initials or its code; without JavaScript too."""

from types import SimpleNamespace

import pytest

from tests.desk.conftest import Desk
from tests.desk.paper import visits_form
from youju.records.statistics.statistic.models import Statistic

NEW = "/records/statistic/new?sort=visits.households"


@pytest.mark.parametrize("text", ["明湖", "mhx", "lake", "青山、明湖"])
def test_two_characters_propose_a_unit(cast: SimpleNamespace, desk: Desk, text: str):
    page = desk(cast.bob).get("/records/statistic/units/partners", {"partners-add": text}).text
    assert f'name="partners" value="{cast.lake.pk}"' in page
    assert "青山小学" not in page


def test_one_character_proposes_nothing(cast: SimpleNamespace, desk: Desk):
    assert "checkbox" not in desk(cast.bob).get("/records/statistic/units/partners", {"partners-add": "明"}).text


def test_who_records_nothing_is_proposed_nothing(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.dora).get("/records/statistic/units/partners", {"partners-add": "明湖"}).status_code == 403
    assert desk(cast.bob).get("/records/statistic/units/title", {"title-add": "明湖"}).status_code == 404


def test_what_was_typed_becomes_a_chip_where_the_form_is_drawn_anew(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).post(NEW, {"unit": cast.hill.pk, "partners-add": "明湖小学", "then": "redraw"}).text
    assert f'name="partners" value="{cast.lake.pk}" checked' in page
    assert 'value="明湖小学"' not in page


def test_what_was_typed_is_saved_without_any_script(cast: SimpleNamespace, desk: Desk):
    desk(cast.bob).post(NEW, visits_form(cast.hill.pk) | {"partners-add": "明湖小学", "then": "save"})
    assert [unit.code for unit in Statistic.objects.get().partners.all()] == ["lake"]


def test_a_name_that_no_unit_bears_stays_in_the_box_with_its_fault(cast: SimpleNamespace, desk: Desk):
    form = visits_form(cast.hill.pk) | {"partners": [cast.lake.pk], "partners-add": "月亮小学", "then": "save"}
    page = desk(cast.bob).post(NEW, form)
    assert page.status_code == 422
    assert 'value="月亮小学"' in page.text
    assert f'value="{cast.lake.pk}" checked' in page.text
