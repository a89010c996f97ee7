"""The panel of a selection: who is on it, and the link of somebody from outside."""

from types import SimpleNamespace

from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.rounds.selecting import scoring
from tests.records.honours.selection import (
    collected,
)


def test_an_officer_names_the_panel_and_takes_somebody_off(office: SimpleNamespace, desk: Desk):
    round, _nominations = collected(office)
    alice, url = desk(office.alice), reverse("round-panel", args=[round.ref])
    assert alice.post(url, {"name": "", "member": "", "unit": ""}).status_code == 422
    assert alice.post(url, {"name": "何教授", "member": "", "unit": "青山小学"}).status_code == 302
    assert alice.post(url, {"name": "何教授", "member": "", "unit": "hill"}).status_code == 422  # twice
    assert alice.post(url, {"name": "", "member": "bob", "unit": ""}).status_code == 302
    assert [(str(each), str(each.unit)) for each in round.panelists.all()] == [
        ("何教授", "青山小学"),
        ("bob", "青山小学"),
    ]
    alice.post(reverse("round-panel-remove", args=[round.ref, round.panelists.all()[0].pk]))
    assert [str(each) for each in round.panelists.all()] == ["bob"]


def test_a_link_is_shown_once_and_the_next_one_ends_it(office: SimpleNamespace, desk: Desk):
    round, _nominations, panelist, _code = scoring(office)
    alice, url = desk(office.alice), reverse("round-panel-ticket", args=[round.ref, panelist.pk])
    first, second = (_link(alice.post(url).text) for _time in range(2))
    assert first != second and "/t/" in second
    assert "/t/" not in alice.get(reverse("round-panel", args=[round.ref])).text
    stranger = Client()
    assert (stranger.get(first).status_code, stranger.get(second).status_code) == (404, 200)


def _link(page: str) -> str:
    at = page.index("http://testserver/t/")
    return page[at : page.index("<", at)].removeprefix("http://testserver").split('"')[0]
