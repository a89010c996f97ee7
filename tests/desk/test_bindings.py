"""What the bureau remembers of claims: listed, searched, taken back, and by whom."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from youju.claims.memory.phrase import Phrase
from youju.claims.memory.remembered import Remembered, binding_confirm
from youju.lib import clock
from youju.orgs.audit import AuditRow

PAGE = "/check/bindings/"


@pytest.fixture
def bound(cast: SimpleNamespace) -> Remembered:
    return binding_confirm(
        bureau=cast.county,
        phrase=Phrase("入户谈心", "household", "市级"),
        target="exam.candidates",
        name="高考考生人数",
        actor=cast.alice,
    )


def test_an_empty_list_says_how_a_phrase_is_bound(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).get(PAGE).text
    assert "Nothing was bound by hand yet" in page
    assert reverse("check") in page


def test_each_binding_shows_its_figure_who_and_when(cast: SimpleNamespace, desk: Desk, bound: Remembered):
    page = desk(cast.dora).get(PAGE).text
    for shown in ("入户谈心", "户 · 市级", "高考考生人数", "alice", str(clock.day_of(bound.at))):
        assert shown in page
    assert reverse("figure", args=["exam.candidates"]) in page


def test_the_list_is_narrowed_by_words_of_either_side(cast: SimpleNamespace, desk: Desk, bound: Remembered):
    officer = desk(cast.alice)
    for text in ("谈心", "考生"):
        assert "入户谈心" in officer.get(PAGE, {"text": text}).text
    assert "Nothing matches these filters" in officer.get(PAGE, {"text": "走廊"}).text


def test_an_officer_takes_a_binding_back_and_finds_it_among_those_taken_back(
    cast: SimpleNamespace, desk: Desk, bound: Remembered
):
    officer = desk(cast.alice)
    page = officer.post(PAGE, {"forget": bound.pk}, follow=True).text
    assert "Taken back: “高考考生人数”." in page
    assert "入户谈心" not in page
    assert "taken back by alice" in officer.get(PAGE, {"state": "taken-back"}).text
    assert AuditRow.objects.filter(action="binding.forget", actor=cast.alice.token).count() == 1


def test_a_colleague_who_was_quicker_is_no_error(cast: SimpleNamespace, desk: Desk, bound: Remembered):
    officer = desk(cast.alice)
    officer.post(PAGE, {"forget": bound.pk})
    assert "had been taken back already" in officer.post(PAGE, {"forget": bound.pk}, follow=True).text
    assert AuditRow.objects.filter(action="binding.forget").count() == 1


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("eve", 403), ("dora", 403)])
def test_nobody_else_takes_it_back(cast: SimpleNamespace, desk: Desk, bound: Remembered, who: str, status: int):
    assert desk(getattr(cast, who)).post(PAGE, {"forget": bound.pk}).status_code == status
    assert Remembered.objects.standing().count() == 1


@pytest.mark.parametrize("pk", ["", "0", "-1", "x", "9" * 30])
def test_what_is_not_there_is_not_found(cast: SimpleNamespace, desk: Desk, pk: str):
    assert desk(cast.alice).post(PAGE, {"forget": pk}).status_code == 404


def test_another_bureaus_binding_is_out_of_reach(cast: SimpleNamespace, desk: Desk):
    from tests.records.cast import member
    from youju.orgs.members import Role

    other = plant(code="mo", kind="county", name="墨山县教育局", parent=cast.city)
    olga = member("olga", other, Role.OFFICER)
    theirs = binding_confirm(
        bureau=other, phrase=Phrase("家访", "household", ""), target="exam.candidates", name="高考考生人数", actor=olga
    )
    assert desk(cast.alice).post(PAGE, {"forget": theirs.pk}).status_code == 404
    assert "家访" not in desk(cast.alice).get(PAGE).text
    assert Remembered.objects.standing().count() == 1
