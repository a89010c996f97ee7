"""Evidence looked at in place; what may not be read is not found, what cannot be shown is offered as a download."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import blank_pdf, paper
from tests.evidence.test_likeness import packed, scene
from tests.records.cast import visits
from youju.records.heads.attachments import Attachment


@pytest.fixture
def beside(cast: SimpleNamespace, desk: Desk) -> list[Attachment]:
    """A picture, a PDF and a text, in this order."""
    record = visits(cast.bob, cast.hill)
    for file in (
        SimpleUploadedFile("合影.jpg", packed(scene(1), quality=90)),
        SimpleUploadedFile("通知.pdf", blank_pdf()),
        paper(),
    ):
        desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": file, "grade": "file"})
    return list(Attachment.objects.order_by("pk"))


def test_a_picture_is_turned_and_enlarged_by_its_address(cast: SimpleNamespace, desk: Desk, beside: list[Attachment]):
    page = desk(cast.bob).get(reverse("evidence-view", args=[beside[0].pk]), {"turn": "90", "zoom": "2"}).text
    assert 'class="turn-90 zoom-2"' in page
    assert reverse("evidence-view", args=[beside[1].pk]) in page  # the next


@pytest.mark.parametrize(
    "asked", [{"turn": "x", "zoom": "9"}, {"turn": "9" * 50}, {"turn": "0" * 5000}, {"turn": "91"}]
)
def test_what_is_no_turn_and_no_zoom_is_the_whole_picture(
    cast: SimpleNamespace, desk: Desk, beside: list[Attachment], asked: dict[str, str]
):
    page = desk(cast.bob).get(reverse("evidence-view", args=[beside[0].pk]), asked)
    assert 'class="turn-0 zoom-fit"' in page.text


def test_a_pdf_comes_for_its_frame_alone(cast: SimpleNamespace, desk: Desk, beside: list[Attachment]):
    bob, address = desk(cast.bob), reverse("evidence-pdf", args=[beside[1].pk])
    assert address in bob.get(reverse("evidence-view", args=[beside[1].pk])).text
    answer = bob.get(address)
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert bob.get(reverse("evidence-pdf", args=[beside[0].pk])).status_code == 404


def test_another_sort_of_file_is_offered_as_a_download(cast: SimpleNamespace, desk: Desk, beside: list[Attachment]):
    page = desk(cast.bob).get(reverse("evidence-view", args=[beside[2].pk])).text
    assert "cannot be shown here" in page


def test_whoever_may_not_read_the_record_finds_no_evidence(cast: SimpleNamespace, desk: Desk, beside: list[Attachment]):
    for who in (cast.charlie, cast.alice, cast.eve):  # a draft is its own unit's business
        for route, one in (("evidence-view", beside[0]), ("evidence-pdf", beside[1])):
            assert desk(who).get(reverse(route, args=[one.pk])).status_code == 404
