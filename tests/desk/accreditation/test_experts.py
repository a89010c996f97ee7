"""Experts grade by a ticket or at the desk, on a sheet that opens for nobody else."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.accreditation.addresses import criterion
from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    a_sheet,
    again,
    answered,
    applied,
    in_state,
    moved,
)
from tests.weights import PUBLIC_BYTES, weight
from youju.records.accreditation.application.answers import ExpertSheet, Material

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


def sheet_link(page: str) -> str:
    """The address in the words for the expert."""
    found = re.search(r"/t/[\w-]+", page)
    assert found is not None
    return found.group()


def test_an_expert_opens_his_sheet_alone_grades_it_and_hands_it_in(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    desk(office.bob).post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    desk(office.bob).post(criterion(case, 3), {"grade": "A", "uploads": paper("绿化.txt", b"other")})
    answered(moved(case, "admit", office.alice), office.bob)
    for place, material in ((1, Material.objects.get(attachment__name="文化墙.txt")), (3, Material.objects.last())):
        desk(office.bob).post(criterion(case, place), {"grade": "A", "cites": [material.pk]})  # type: ignore[union-attr]  # there are two
    moved(case, "assess", office.bob)
    form = {"expert": "郑专家", "chapters": ["1", "3"], "days": "14"}
    link = sheet_link(desk(office.alice).post(reverse("experts", args=[case.ref]), form).text)
    expert = Client(headers={"accept-language": "en"})
    page = expert.get(link).text
    assert "1.1" in page and "3.1" in page and "2.1" not in page
    assert max(weight(page), weight(expert.get(f"{link}?no=1").text)) < PUBLIC_BYTES
    own, other = Material.objects.order_by("pk")
    assert expert.get(f"{link}?file={own.attachment_id}").status_code == 200
    assert expert.get(f"{link}?file={other.attachment_id}").status_code == 404
    assert expert.get(reverse("criteria", args=[case.ref])).status_code in (302, 403, 404)
    assert "no grade yet" in expert.post(link, {"hand-in": "1"}).text
    for place in (1, 2, 3):
        assert expert.post(f"{link}?no={place}", {"grade": "A", "note": "属实"}).status_code == 302
    assert "handed in" in expert.post(link, {"hand-in": "1"}).text
    assert [again(case).answers.get(criterion__no=no).expert_grade for no in ("1.1", "2.1")] == ["A", ""]
    assert expert.get(link).status_code == expert.get("/t/abcd2345abcd2345abcd/").status_code
    assert expert.get(link).status_code in (404, 410)


@pytest.mark.parametrize("how", ["taken back", "review over"])
def test_a_sheet_that_is_over_is_refused_like_one_that_never_was(office: SimpleNamespace, desk: Desk, how: str):
    case = in_state(office, "assessed", a_campaign())
    sheet, code = a_sheet(case, office.alice)
    link = reverse("ticket", args=[code])
    expert = Client(headers={"accept-language": "en"})
    assert expert.get(link).status_code == 200
    if how == "taken back":
        desk(office.alice).post(reverse("expert-back", args=[case.ref, sheet.pk]))
    else:
        moved(case, "return", office.alice)
    never = expert.get(reverse("ticket", args=["zzzz" + code[4:]]))
    over = expert.get(link)
    assert (over.status_code, over.text.count("郑专家")) == (never.status_code, 0)
    assert expert.post(f"{link}?no=1", {"grade": "A"}).status_code == never.status_code
    assert not ExpertSheet.objects.filter(handed_in__isnull=False).exists()


def test_a_member_grades_on_a_page_of_the_desk_that_opens_for_nobody_else(office: SimpleNamespace, desk: Desk):
    case = in_state(office, "assessed", a_campaign())
    experts, alice = reverse("experts", args=[case.ref]), desk(office.alice)
    asked = {"member": "charlie", "expert": "", "days": 14}
    assert alice.post(experts, asked | {"expert": "郑专家"}).status_code == 422  # one or the other
    assert alice.post(experts, asked | {"member": ""}).status_code == 422
    assert alice.post(experts, asked | {"member": "bob"}).status_code == 422  # of the school itself
    made = alice.post(experts, asked)
    assert made.status_code == 200 and "/t/" not in made.text
    sheet = ExpertSheet.objects.get()
    own, charlie = reverse("grading", args=[sheet.pk]), desk(office.charlie)
    assert own in charlie.get(reverse("workbench")).text
    for stranger in (office.alice, office.bob, office.eve):
        assert desk(stranger).get(own).status_code == 404
        assert desk(stranger).post(f"{own}?no=1", {"grade": "A"}).status_code == 404
    early = charlie.post(own, {"hand-in": "1"})
    assert early.status_code == 422 and "4 criteria have no grade yet" in early.text
    for place in range(1, 5):
        assert charlie.post(f"{own}?no={place}", {"grade": "A", "note": ""}).status_code == 302
    assert charlie.post(own, {"hand-in": "1"}).status_code == 302
    assert charlie.get(own).status_code == 404
    assert case.answers.filter(expert_grade="A", sheet=sheet).count() == 4
