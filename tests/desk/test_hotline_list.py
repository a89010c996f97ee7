"""The hotline's export at the desk: looked at first, taken in with one press; the digest is reached from the list."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.inquiries.test_hotline_list import LINES, office, workbook
from youju.records.inquiries.inquiry.models import Inquiry

__all__ = ["office"]
ADDRESS = "record-list-import"


def upload(*lines: tuple[object, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("export.xlsx", workbook(*lines).read())


def test_it_is_looked_at_first_and_then_taken_in_once(office: SimpleNamespace, desk: Desk):
    client, address = desk(office.alice), reverse(ADDRESS, args=["inquiry"])
    listing = client.get(reverse("cases-of", args=["inquiry"])).text
    assert address in listing and reverse("inquiry-topics") in listing
    shown = client.post(address, {"unit": office.county.pk, "file": upload(*LINES)})
    assert shown.status_code == 200 and "YX20250307001" in shown.text and not Inquiry.objects.exists()
    assert client.post(address, {"unit": office.county.pk, "kept": shown.context["kept"]}).status_code == 302
    assert Inquiry.objects.count() == 3
    assert "Written down before" in client.post(address, {"unit": office.county.pk, "file": upload(*LINES)}).text


def test_a_faulty_file_is_told_by_its_cells_and_not_sent_back(office: SimpleNamespace, desk: Desk):
    answer = desk(office.alice).post(
        reverse(ADDRESS, args=["inquiry"]),
        {"unit": office.county.pk, "file": upload((*LINES[0][:3], "表扬", *LINES[0][4:]))},
    )
    assert answer.status_code == 422 and "D3" in answer.text and 'name="kept"' not in answer.text


def test_its_template_is_a_workbook(office: SimpleNamespace, desk: Desk):
    assert desk(office.alice).get(reverse("record-list-template", args=["inquiry"])).status_code == 200


@pytest.mark.parametrize("who", ["bob", "dora", "eve"])
def test_whoever_opens_no_inquiry_is_refused(office: SimpleNamespace, desk: Desk, who: str):
    assert desk(getattr(office, who)).get(reverse(ADDRESS, args=["inquiry"])).status_code == 403
