"""What supports the answers: files and records, each kept once and cited by many."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.urls import reverse

from tests.desk.accreditation.addresses import criterion
from tests.desk.paper import paper
from tests.records.accreditation.applying import (
    a_campaign,
    applied,
)
from tests.records.cast import verified, visits
from youju.records.accreditation.application.answers import Material

if TYPE_CHECKING:
    from tests.desk.conftest import Desk


def test_a_photo_is_sent_once_and_cited_again(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    material = Material.objects.get()
    bob.post(criterion(case, 2), {"grade": "A", "cites": [material.pk], "uploads": paper("文化墙.txt")})
    assert Material.objects.get().citations.count() == 2
    page = bob.get(reverse("materials", args=[case.ref])).text
    assert "文化墙.txt" in page and "1.1, 1.2" in page


def test_a_record_of_the_unit_is_cited_and_a_foreign_one_is_not_offered(office: SimpleNamespace, desk: Desk):
    ours = verified(visits(office.bob, office.hill), office.bob, office.alice)
    theirs = verified(visits(office.charlie, office.lake, title="他校走访"), office.charlie, office.alice)
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    assert "他校走访" not in bob.get(criterion(case, 1)).text
    assert bob.post(criterion(case, 1), {"grade": "A", "record": theirs.pk}).status_code == 422
    assert bob.post(criterion(case, 1), {"grade": "A", "record": ours.pk}).status_code == 302
    assert Material.objects.get().record_id == ours.pk
    page = bob.get(criterion(case, 2)).text  # from now on it is ticked, and chosen no second time
    assert page.count(ours.title) == 1 and 'name="cites"' in page


def test_a_material_declared_void_shows_in_every_criterion(office: SimpleNamespace, desk: Desk):
    case = applied(office.hill, office.bob, a_campaign())
    bob = desk(office.bob)
    bob.post(criterion(case, 1), {"grade": "A", "uploads": paper("文化墙.txt")})
    material = Material.objects.get()
    address = reverse("material-void", args=[case.ref, material.pk])
    assert bob.post(address, {"reason": ""}).status_code == 422
    assert bob.post(address, {"reason": "不是本校"}).status_code == 302
    assert "不是本校" in bob.get(criterion(case, 1)).text
    assert "counts nothing" in bob.get(reverse("criteria", args=[case.ref])).text
    assert "1.1" in bob.get(reverse("case", args=[case.ref])).text
