"""Opening figures on the desk: from a grey figure of a checked text to a mark wherever they are shown."""

import re
from datetime import timedelta
from html import unescape
from types import SimpleNamespace

import pytest
from django.test import Client

from tests.records.cast import member, verified
from tests.records.test_opening import opening
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.setting_verbs import setting_change

TEXT = "2024年，全县共高考考生170人。"


@pytest.fixture
def desk(cast: SimpleNamespace) -> Client:
    client = Client()
    client.force_login(cast.alice)
    return client


def checked(desk: Client) -> str:
    sent = {"text": TEXT, "period": "2024", "title": "2024年工作总结"}
    return desk.post("/check/", sent).content.decode()


def offered(page: str) -> str:
    found = re.search(r'href="(/records/opening/new\?[^"]*)"', page)
    assert found, page
    return unescape(found[1])


def test_a_grey_figure_opens_the_form_with_value_words_and_document(desk: Client) -> None:
    page = desk.get(offered(checked(desk))).content.decode()
    for value in ("170", "2024-12-31", "2024-01-01", "2024年工作总结", "全县共高考考生170人"):
        assert value in page, value
    assert 'name="counted_from"' in page


def test_a_figure_of_no_known_measure_is_asked_what_it_counts_and_keeps_the_rest(desk: Client) -> None:
    page = desk.get("/records/opening/new?value=12&document=总结").content.decode()
    link = re.search(r'href="(\?[^"]*sort=exam.candidates[^"]*)"', page)
    assert link
    form = desk.get("/records/opening/new" + unescape(link[1])).content.decode()
    assert 'value="12"' in form
    assert 'value="总结"' in form


def test_it_is_marked_where_it_is_last_years_value(cast: SimpleNamespace, desk: Client) -> None:
    adam = member("adam", cast.county, Role.OFFICER)
    verified(opening(cast.alice, cast.county), cast.alice, adam)
    for address in ("/figures/?period=2025", f"/figure/exam.candidates/?unit={cast.county.code}&period=2025"):
        page = re.sub(r"<(nav|header)\b.*?</\1>", "", desk.get(address).content.decode(), flags=re.S)
        assert '<span class="tag">期初</span>' in page


def test_no_day_to_come_is_proposed_before_the_bureau_begins(cast: SimpleNamespace, desk: Client) -> None:
    began = clock.today() + timedelta(days=40)
    setting_change(name="live_since", text=began.isoformat(), actor=cast.eve, verb="bureau_go_live")
    page = desk.get("/records/opening/new?sort=exam.candidates").text
    assert f'value="{clock.today().isoformat()}"' in page
    assert (began - timedelta(days=1)).isoformat() not in page


def test_it_is_marked_in_lists_entries_figures_and_at_the_claim(cast: SimpleNamespace, desk: Client) -> None:
    adam = member("adam", cast.county, Role.OFFICER)
    verified(opening(cast.alice, cast.county), cast.alice, adam)
    figure = f"/figure/exam.candidates/?unit={cast.county.code}&period=2024"
    dora = Client()
    dora.force_login(cast.dora)
    for page in (
        desk.get("/records/statistics/"), desk.get("/figures/?period=2024"), desk.get(figure), dora.get("/ledger/"),
    ):  # fmt: skip
        assert "期初" in re.sub(r"<(nav|header)\b.*?</\1>", "", page.content.decode(), flags=re.S)
    assert "期初1条" in checked(desk)


def test_a_liaison_of_a_school_writes_none_for_the_county(cast: SimpleNamespace) -> None:
    client = Client()
    client.force_login(cast.bob)
    sent = {
        "unit": cast.county.pk, "title": "走访农户", "sort": "exam.candidates", "value": "170",
        "happened": "2024-12-31", "counted_from": "2024-01-01", "document": "总结", "then": "save",
    }  # fmt: skip
    assert client.post("/records/opening/new", sent).status_code == 422
