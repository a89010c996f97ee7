"""Kept texts on the desk: kept when asked, listed, opened against the ledger of now, replaced, deleted."""

from types import SimpleNamespace
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import member, verified, visits
from youju.claims.kept.kept_text import KeptText
from youju.lib import clock
from youju.orgs.members import Role

LIST, KEEP = "/check/kept/", "/check/kept/keep"
FORM = {"text": "今年高考考生17人。", "period": "2025", "title": "年度总结"}


@pytest.fixture
def kept(cast: SimpleNamespace, desk: Desk) -> KeptText:
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    desk(cast.alice).post(KEEP, FORM | {"keep": "new"})
    return KeptText.objects.get()


def _address(kept: KeptText, act: str = "") -> str:
    return f"{LIST}{kept.pk}/{act}"


def _form(page: str) -> dict[str, Any]:
    """What the check page's form would send."""
    form = BeautifulSoup(page, "html.parser").select_one("#check-form")
    assert form is not None
    sent = {str(each["name"]): str(each.get("value", "")) for each in form.select("input[name]")}
    return sent | {str(each["name"]): each.text.removeprefix("\n") for each in form.select("textarea[name]")}


def test_checking_alone_keeps_nothing(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).post(reverse("check"), FORM).text
    assert "The text is kept only if you ask." in page
    assert not KeptText.objects.exists()


def test_an_empty_list_says_how_a_text_is_kept(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).get(LIST).text
    assert "No text is kept." in page
    assert reverse("check") in page


def test_a_kept_text_is_listed_with_its_verdicts_who_and_when(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    page = desk(cast.dora).get(LIST).text
    for shown in ("年度总结", "supported", "1 entries then", "alice", str(clock.day_of(kept.at))):
        assert shown in page
    assert _address(kept) in page


def test_the_list_is_narrowed_by_words_of_the_name(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    assert "年度总结" in desk(cast.alice).get(LIST, {"text": "总结"}).text
    assert "Nothing matches these filters" in desk(cast.alice).get(LIST, {"text": "简报"}).text


def test_it_opens_with_its_settings_and_says_that_nothing_has_changed(
    cast: SimpleNamespace, desk: Desk, kept: KeptText
):
    page = desk(cast.alice).get(_address(kept)).text
    assert "The ledger has not grown since" in page
    assert _form(page) | {"csrfmiddlewaretoken": ""} == {
        "csrfmiddlewaretoken": "", "kept": f"{kept.pk}:1", "upload": "", "aliases": "", **FORM,
    }  # fmt: skip


def test_it_says_which_figure_the_ledger_has_outgrown(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    verified(visits(cast.bob, cast.hill, 4), cast.bob, cast.alice)
    page = BeautifulSoup(desk(cast.alice).get(_address(kept)).text, "html.parser")
    row = page.select_one(".held tbody tr")
    assert row is not None
    assert [" ".join(cell.text.split()) for cell in row.select("th, td")] == [
        "17人", "supported Ledger: 17", "contradicted Ledger: 21",
    ]  # fmt: skip
    assert "1 entries more since" in page.text
    assert "1 more since" in desk(cast.alice).get(LIST).text


def test_its_names_for_units_come_back(cast: SimpleNamespace, desk: Desk):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    form = FORM | {"text": "望川县高考考生17人。", "aliases": "望川县=@county\r\n青山=hill"}
    page = desk(cast.alice).post(KEEP, form, follow=True).text
    assert "mark-supported" in page
    assert _form(page)["aliases"] == "望川县=@county\n青山=hill"


def test_an_edited_text_is_known_to_be_another_until_it_is_kept(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    officer = desk(cast.alice)
    form = _form(officer.get(_address(kept)).text) | {"text": "今年高考考生19人。"}
    page = officer.post(reverse("check"), form).text
    assert "lost unless it is kept" in page
    page = officer.post(KEEP, _form(page) | {"keep": "again"}, follow=True).text
    assert "Kept: “年度总结”." in page
    kept.refresh_from_db()
    assert (kept.text, kept.version, KeptText.objects.count()) == ("今年高考考生19人。", 2, 1)


def test_an_edited_text_can_be_kept_beside_the_first(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    desk(cast.alice).post(KEEP, FORM | {"text": "走访19人。", "kept": f"{kept.pk}:1", "keep": "new"})
    kept.refresh_from_db()
    assert (kept.text, KeptText.objects.count()) == (FORM["text"], 2)


def test_what_a_colleague_kept_meanwhile_is_not_overwritten_and_nothing_typed_is_lost(
    cast: SimpleNamespace, desk: Desk, kept: KeptText
):
    officer, mark = desk(cast.alice), f"{kept.pk}:1"
    officer.post(KEEP, FORM | {"text": "走访18户。", "kept": mark, "keep": "again"})
    page = officer.post(KEEP, FORM | {"text": "走访19人。", "kept": mark, "keep": "again"}).text
    assert "Somebody has kept another version of this text" in page
    assert _form(page)["text"] == "走访19人。"
    kept.refresh_from_db()
    assert kept.text == "走访18户。"


@pytest.mark.parametrize("mark", ["", "x", "1", "1:", ":1", "9" * 30 + ":1", "77:1"])
def test_a_form_that_names_no_kept_text_takes_no_place(cast: SimpleNamespace, desk: Desk, kept: KeptText, mark: str):
    page = desk(cast.alice).post(KEEP, FORM | {"text": "走访19人。", "kept": mark, "keep": "again"}).text
    assert "Somebody has kept another version of this text" in page
    assert [one.text for one in KeptText.objects.all()] == [FORM["text"]]


@pytest.mark.parametrize("form", [FORM | {"text": ""}, FORM | {"period": "next"}, FORM | {"text": "1户" * 4000}])
def test_what_cannot_be_checked_is_not_kept_and_told_why(cast: SimpleNamespace, desk: Desk, form: dict[str, str]):
    answer = desk(cast.alice).post(KEEP, form)
    assert answer.status_code == 422
    assert "field-error" in answer.text
    assert not KeptText.objects.exists()


def test_a_kept_text_whose_unit_is_gone_opens_as_a_form_that_says_so(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    KeptText.objects.update(names="望川县=nowhere")
    answer = desk(cast.alice).get(_address(kept))
    assert answer.status_code == 422
    assert "There is no unit" in answer.text
    assert FORM["text"] in answer.text


def test_it_is_deleted_by_an_officer_who_is_warned_first(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    officer = desk(cast.alice)
    assert "It is gone for good." in officer.get(LIST).text
    assert "Deleted: “年度总结”." in officer.post(_address(kept, "delete"), follow=True).text
    assert not KeptText.objects.exists()
    assert officer.get(_address(kept)).status_code == 404


def test_an_auditor_reads_it_and_is_offered_no_button(cast: SimpleNamespace, desk: Desk, kept: KeptText):
    page = desk(cast.dora).get(_address(kept)).text
    assert "年度总结" in page
    assert 'name="keep"' not in page
    assert "Delete for good" not in desk(cast.dora).get(LIST).text


@pytest.mark.parametrize(
    ("who", "reads", "writes"),
    [("nora", 403, 403), ("eve", 403, 403), ("dora", 200, 403)],
)
def test_who_must_not_keeps_replaces_and_deletes_nothing(
    cast: SimpleNamespace, desk: Desk, kept: KeptText, who: str, reads: int, writes: int
):
    cast.nora = member("nora", cast.county)
    client, before = desk(getattr(cast, who)), list(KeptText.objects.values())
    assert {client.get(address).status_code for address in (LIST, _address(kept))} == {reads}
    mine = FORM | {"text": "走访19人。", "kept": f"{kept.pk}:1"}
    for answer in (
        client.post(KEEP, mine | {"keep": "new"}),
        client.post(KEEP, mine | {"keep": "again"}),
        client.post(_address(kept, "delete")),
    ):
        assert answer.status_code == writes
    assert list(KeptText.objects.values()) == before


def test_another_bureaus_text_is_out_of_reach_of_the_citys_officer_here(
    cast: SimpleNamespace, desk: Desk, kept: KeptText
):
    other = plant(code="mo", kind="county", name="墨山县教育局", parent=cast.city)
    KeptText.objects.update(unit=other)
    city = desk(member("cora", cast.city, Role.OFFICER))
    assert "年度总结" not in city.get(LIST).text
    assert city.get(_address(kept)).status_code == city.post(_address(kept, "delete")).status_code == 404


@pytest.mark.parametrize("pk", ["0", "9" * 18, "9" * 30])
def test_what_is_not_there_is_not_found(cast: SimpleNamespace, desk: Desk, pk: str):
    client = desk(cast.alice)
    assert client.get(f"{LIST}{pk}/").status_code == client.post(f"{LIST}{pk}/delete").status_code == 404
