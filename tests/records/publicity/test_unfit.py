"""What keeps an article back is told on its page while it is edited, not after three reviews."""

from __future__ import annotations

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.utils.translation import override
from PIL import Image

from tests.gate.samples import MOBILE
from tests.portal.site import approved, make_office, manuscript, moved
from tests.records.cast import people
from youju.evidence.store import receive
from youju.gate.errors import NotThroughGate
from youju.lib import clock
from youju.orgs.consents import Giver, Purpose, consent_give
from youju.records.heads.attachments import attachments_of
from youju.records.heads.beside import put_beside
from youju.records.heads.ledgered import Ledgered
from youju.records.publicity.article.page import beside
from youju.records.publicity.article.unfit import held_back, unseen_pictures, without_consent
from youju.records.verbs.record_begin import record_begin_after
from youju.records.verbs.released import evidence_release

pytestmark = pytest.mark.django_db


@pytest.fixture
def office() -> SimpleNamespace:
    return make_office()


def test_what_the_gate_would_find_stands_beside_the_manuscript(office: SimpleNamespace):
    case = manuscript(office, body=f"家长电话 {MOBILE}")
    found = held_back(case)
    assert len(found) == 1 and found[0].excerpt.startswith("家长电话 13*") and MOBILE not in found[0].excerpt
    assert held_back(moved(case, "edit", office.alice, body="家长电话请问学校。")) == []


def test_it_is_what_publishing_refuses(office: SimpleNamespace):
    case = approved(office, body=f"家长电话 {MOBILE}")
    assert held_back(case)
    with pytest.raises(NotThroughGate):
        moved(case, "publish", office.alice)


def test_who_did_not_agree_is_named_before_the_reviews(office: SimpleNamespace):
    (person,) = people(office.hill, "王芳")
    case = moved(manuscript(office), "show", office.bob, person=person, how="named")
    (sentence,) = without_consent(case)
    assert "王芳" in sentence
    today = clock.today()
    consent_give(
        person=person, purpose=Purpose.PUBLIC_NAME, by=Giver.SELF, on=today, actor=office.bob, reference="同意书"
    )  # fmt: skip
    assert without_consent(case) == []


def test_a_picture_that_readers_would_not_see_is_named(office: SimpleNamespace):
    case = manuscript(office, body="![花园](花园.png)\n\n![长廊](长廊.png)")
    out = BytesIO()
    Image.new("RGB", (9, 9)).save(out, "PNG")
    out.seek(0)
    file = receive(content=out, name="花园.png", received_by=office.bob.token)
    attachment = put_beside(case, actor=office.bob, file=file, name="花园.png", role="")

    def told() -> list[str]:
        return unseen_pictures(case, attachments_of([case.ref])[case.ref])

    with override("en"):
        closed, missing = told()
        assert "“花园.png” is not released" in closed and "“长廊.png”, but no attached file" in missing
        evidence_release(head=case, attachment=attachment, actor=office.alice)
        assert told() == [missing]


def test_an_officer_is_told_of_a_draft_that_only_its_author_reads(office: SimpleNamespace):
    case = moved(approved(office), "publish", office.alice)
    record_begin_after(case=case, action="publish")
    shown = beside(case, Ledgered.objects.none(), {})
    assert (shown["record"], shown["is_begun"]) == (None, True)
