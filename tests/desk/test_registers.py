"""Registers on the desk: read by the section, kept by its officers, proposed to by its units."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.orgs.actors import CONSOLE
from youju.records.publicity.outlet.models import Outlet
from youju.records.publicity.outlet.sample import sample
from youju.records.registers.all_registers import get_register
from youju.records.registers.register_verbs import register_add
from youju.records.sheets.register_sheet import write_register

NEW = {"name": "澜江晚报", "sort": "press", "level": "city", "other_names": "晚报\n市晚报"}
ACT = {"then": "act"}
LIST = "/register/outlet/"


def row_url(action: str = "") -> str:
    return f"{LIST}row/yunxiribao/{action}"


@pytest.fixture
def outlet(db: None) -> Outlet:
    row = register_add(register=get_register("outlet"), values=sample(), actor=CONSOLE)
    assert isinstance(row, Outlet)
    return row


def test_an_officer_adds_a_row_after_a_look(cast: SimpleNamespace, desk: Desk):
    alice = desk(cast.alice)
    assert "Records can choose it" in alice.post(f"{LIST}new", NEW).text
    assert not Outlet.objects.exists()
    assert alice.post(f"{LIST}new", NEW | ACT).status_code == 302
    made = Outlet.objects.get()
    assert (made.code, made.names, made.proposed_by) == ("lanjiangwanbao", ("澜江晚报", "晚报", "市晚报"), None)
    assert alice.post(f"{LIST}new", NEW | ACT).status_code == 409


def test_a_liaison_proposes_and_an_officer_accepts(cast: SimpleNamespace, desk: Desk):
    bob, alice = desk(cast.bob), desk(cast.alice)
    assert bob.post(f"{LIST}new", NEW | ACT).status_code == 302
    row = f"{LIST}row/lanjiangwanbao/"
    assert "not accepted yet" in bob.get(LIST).text
    assert "澜江晚报" not in desk(cast.charlie).get(LIST).text
    assert desk(cast.charlie).get(row).status_code == 404
    assert bob.post(f"{row}accept", ACT).status_code == 403
    assert alice.post(f"{row}accept", ACT).status_code == 302
    assert "澜江晚报" in desk(cast.charlie).get(LIST).text


def test_it_is_found_by_another_name(cast: SimpleNamespace, desk: Desk, outlet: Outlet):
    assert "云溪日报" in desk(cast.bob).get(LIST, {"text": "县报"}).text
    assert "Nothing matches these filters" in desk(cast.bob).get(LIST, {"text": "没有"}).text


def test_one_that_is_retired_is_left_out_until_asked_for(cast: SimpleNamespace, desk: Desk, outlet: Outlet):
    alice = desk(cast.alice)
    alice.post(row_url("retire"), {"until": "2025-03-01", **ACT})
    assert "is retired" in alice.get(LIST).text
    assert "云溪日报" not in alice.get(LIST).text
    assert "云溪日报" in alice.get(LIST, {"over": "on"}).text
    alice.post(row_url("restore"), ACT)
    assert "云溪日报" in alice.get(LIST).text


def test_others_read_and_change_nothing(cast: SimpleNamespace, desk: Desk, outlet: Outlet):
    for who in (cast.bob, cast.charlie, cast.dora):
        assert desk(who).get(row_url()).status_code == 200
        for action in ("edit", "retire", "delete"):
            assert desk(who).post(row_url(action), NEW | {"until": "2025-03-01"} | ACT).status_code == 403
        assert desk(who).post(f"{LIST}import", {"kept": "eA=="}).status_code == 403
    assert desk(cast.dora).post(f"{LIST}new", NEW | ACT).status_code == 403
    assert Outlet.objects.get().name == "云溪日报"


def test_a_workbook_is_told_of_and_then_taken_in(cast: SimpleNamespace, desk: Desk, outlet: Outlet):
    content, eve = BytesIO(), desk(cast.eve)
    write_register(content, register=get_register("outlet"))
    outlet.delete()
    told = eve.post(f"{LIST}import", {"file": SimpleUploadedFile("a.xlsx", content.getvalue())})
    assert "云溪日报" in told.text
    assert not Outlet.objects.exists()
    eve.post(f"{LIST}import", {"kept": told.context["kept"]})
    assert Outlet.objects.get().code == "yunxiribao"
    assert eve.get(f"{LIST}file").status_code == 200


def test_what_is_no_workbook_is_refused_in_words(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.eve).post(f"{LIST}import", {"file": SimpleUploadedFile("a.xlsx", b"x")})
    assert answer.status_code == 422
    assert "The file has faults" in answer.text


def test_no_register_of_that_name_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get("/register/no-such/").status_code == 404
    assert "Outlets" in desk(cast.bob).get(reverse("registers")).text
