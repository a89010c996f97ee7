"""Self-assessment at the desk: one criterion at a time, what is missing, who goes on with it."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.urls import reverse

from tests.desk.accreditation.addresses import criterion
from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    answered,
    applied,
    moved,
)
from youju.records.accreditation.checklist.models import Criterion

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


def test_a_criterion_is_saved_at_once_and_leads_to_the_next_open_one(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    answer = bob.post(criterion(case, 1), {"grade": "B", "note": "每月更换", "next": ""})
    assert answer["Location"] == criterion(case, 2)
    page = bob.get(criterion(case, 2)).text
    assert "1 of 4" in page and "19.80" in page
    stays = bob.post(criterion(case, 1), {"grade": "A", "stay": ""})
    assert stays["Location"] == criterion(case, 1)
    assert case.answers.get().grade == "A"


def test_after_the_last_one_the_list_says_that_it_can_be_handed_in(office: SimpleNamespace, desk: Desk):
    case = answered(applied(office.hill, office.bob, a_campaign()), office.bob)
    assert desk(office.bob).post(criterion(case, 4), {"grade": "A"})["Location"] == reverse("criteria", args=[case.ref])
    page = desk(office.bob).get(reverse("criteria", args=[case.ref])).text
    assert "once the bureau has admitted the application" in page and "Hand it in" not in page
    admitted = moved(case, "admit", office.olga)
    assert "Everything is assessed. Hand it in" in desk(office.bob).get(reverse("criteria", args=[admitted.ref])).text


def test_what_came_over_from_the_last_cycle_says_so_where_it_is_answered(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    desk(office.bob).post(criterion(case, 1), {"grade": "B"})
    said = "Filled in from the last cycle."
    assert said not in desk(office.bob).get(criterion(case, 1)).text
    case.answers.update(copied=True)
    assert said in desk(office.bob).get(criterion(case, 1)).text


def test_a_criterion_that_asks_for_evidence_and_cites_none_is_marked(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    Criterion.objects.filter(checklist=case.checklist).update(wants="")
    Criterion.objects.filter(checklist=case.checklist, no="1.1").update(wants="照片5张")
    bob = desk(office.bob)
    for number in (1, 2):
        bob.post(criterion(case, number), {"grade": "A"})
    assert bob.get(reverse("criteria", args=[case.ref])).text.count("nothing supports it yet") == 1
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    assert "nothing supports it yet" not in bob.get(reverse("criteria", args=[case.ref])).text


def test_an_admitted_application_is_on_the_first_screen_of_whoever_assesses(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    address = reverse("case", args=[case.ref])
    assert address not in desk(office.bob).get(reverse("workbench")).text  # the bureau has to admit it first
    case = moved(case, "admit", office.olga)
    assert address in desk(office.bob).get(reverse("workbench")).text
    assert address not in desk(office.charlie).get(reverse("workbench")).text
    moved(answered(case, office.bob), "assess", office.bob)
    assert address not in desk(office.bob).get(reverse("workbench")).text


def test_a_school_chooses_who_assesses_among_those_who_work_for_it(office: SimpleNamespace, desk: Desk):
    a_campaign()
    page = desk(office.bob).get(reverse("case-new", args=["application"])).text
    owners = page.partition('name="owner"')[2].partition("</select>")[0]
    assert "bob" in owners and "charlie" not in owners


@pytest.mark.parametrize(
    ("form", "said"),
    [({}, "Choose a grade"), ({"not_applicable": "on"}, "Say why"), ({"grade": "E"}, "Select a valid choice")],
)
def test_what_is_missing_is_said_at_the_field_and_nothing_is_lost(
    office: SimpleNamespace, desk: Desk, form: dict[str, str], said: str
):
    case = applied(office.hill, office.bob, a_campaign())
    answer = desk(office.bob).post(criterion(case, 1), form | {"note": "走廊有画"})
    assert answer.status_code == 422
    assert said in answer.text and "走廊有画" in answer.text
    assert not case.answers.exists()


def test_the_grade_and_the_reason_are_not_said_to_be_optional(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    page = desk(office.bob).get(criterion(case, 1)).text
    fields = {name: re.search(rf'<div class="field field-{name}">.*?</div>', page, re.S) for name in ("grade", "note")}
    assert fields["grade"] is not None and "(optional)" not in fields["grade"].group()
    assert "Not needed where it does not apply." in fields["grade"].group()
    assert fields["note"] is not None and "(optional)" in fields["note"].group()


def test_beyond_the_last_criterion_there_is_nothing(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    assert desk(office.bob).get(criterion(case, 5)).status_code == 404
    assert desk(office.bob).get(criterion(case, 0)).status_code == 404
