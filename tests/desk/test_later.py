"""Noting what became of a verified record: by the bureau alone, after a look at what it does."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, noted, verified
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.records.accreditation.holding.kind import KIND
from youju.records.accreditation.holding.models import Holding
from youju.records.verbs.record_verbs import record_add, record_verify

FORM = {"ended_how": "revoked", "ended_on": "2025-06-01", "ended_reason": "市文明委〔2025〕9号"}


@pytest.fixture
def holding(cast: SimpleNamespace) -> Holding:
    values = {"unit": cast.hill, "title": "市文明校园", "happened": DAY, "sort": "civilised_campus", "level": "city"}
    record = record_add(kind=KIND, values=values | {"late_reason": "补录", "name": ""}, actor=cast.bob)
    verified(record, cast.bob, cast.alice)
    holding: Holding = Holding.objects.get()
    return holding


def _page(holding: Holding, what: str = "record-later") -> str:
    return reverse(what, args=[holding.ref, "ended"])


def test_an_officer_looks_first_and_then_notes_the_end(cast: SimpleNamespace, desk: Desk, holding: Holding):
    alice = desk(cast.alice)
    assert _page(holding) in alice.get(reverse("record", args=[holding.ref])).text
    assert alice.post(_page(holding), FORM).status_code == 200
    assert Holding.objects.get().ended_on is None
    shown = alice.post(_page(holding), FORM | {"then": "act"}, follow=True).text
    assert Holding.objects.get().ended_how == "revoked"
    assert "市文明委〔2025〕9号" in shown
    alice.post(_page(holding, "record-later-undo"), {"reason": "登记错学校"})
    assert Holding.objects.get().ended_on is None


@pytest.mark.parametrize("wrong", [{"ended_on": "2025-03-14"}, {"ended_on": "2999-01-01"}, {"ended_reason": ""}])
def test_what_has_to_be_mended_is_said(cast: SimpleNamespace, desk: Desk, holding: Holding, wrong: dict[str, str]):
    assert desk(cast.alice).post(_page(holding), FORM | wrong | {"then": "act"}).status_code == 422
    assert Holding.objects.get().ended_on is None


@pytest.mark.parametrize(
    ("name", "status"), [("bob", 403), ("charlie", 404), ("dora", 403), ("eve", 404)]
)  # fmt: skip
def test_nobody_else_may(cast: SimpleNamespace, desk: Desk, holding: Holding, name: str, status: int):
    client, before = desk(getattr(cast, name)), noted()
    for page in (_page(holding), _page(holding, "record-later-undo")):
        assert client.post(page, FORM | {"then": "act", "reason": "x"}).status_code == status
    assert client.get(_page(holding)).status_code == status
    assert (Holding.objects.get().ended_on, noted()) == (None, before)


def test_a_list_is_narrowed_to_what_runs_out(cast: SimpleNamespace, desk: Desk, holding: Holding):
    client, url = desk(cast.bob), reverse("record-list", args=["accreditation"])
    shown = {force: "市文明校园</a>" in client.get(url, {"force": force}).text for force in ("now", "365", "over")}
    assert shown == {"now": True, "365": False, "over": False}


def test_a_title_is_renewed_to_its_end(cast: SimpleNamespace, desk: Desk, holding: Holding):
    """The school is told who notes the end; then its new title goes in, is verified, and one is held as before."""
    bob, alice = desk(cast.bob), desk(cast.alice)
    form = {
        "ref": "holding-7k3m9qx2ab", "unit": cast.hill.pk, "sort": "civilised_campus", "level": "city",
        "happened": "2025-06-01", "due_on": "2028-12-31", "title": "重新认定市文明校园", "late_reason": "补录",
        "then": "submit",
    }  # fmt: skip
    refused = bob.post(reverse("record-new", args=["holding"]), form, follow=True)
    assert "An officer notes there first" in refused.text
    new = Holding.objects.get(ref=form["ref"])
    assert new.state == "draft"
    alice.post(_page(holding), FORM | {"ended_how": "renewed", "then": "act"})
    for _press in range(2):  # the first says what looks alike
        there = Holding.objects.get(pk=new.pk)
        bob.post(reverse("record-edit", args=[new.ref]), form | {"version": there.version})
    record = Holding.objects.get(pk=new.pk)
    assert record.state == "submitted"
    record_verify(record=record, actor=cast.alice)
    assert figure(cast.county, Period.parse("2025"), "accreditation.civilised_campus.city").value == 1
    assert [(each.state, each.ended_how) for each in Holding.objects.order_by("happened")] == [
        ("verified", "renewed"), ("verified", ""),
    ]  # fmt: skip
