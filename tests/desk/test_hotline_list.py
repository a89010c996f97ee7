"""The hotline's export at the desk: looked at first, taken in with one press; the digest is reached from the list."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.inquiries.desk_of_inquiries import NOON
from tests.records.inquiries.test_hotline_list import LINES, office, workbook
from youju.lib import clock
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.sheets import running
from youju.records.sheets.job import SheetJob, Stage, jobs_prune

__all__ = ["office"]
ADDRESS = "record-list-import"


def upload(*lines: tuple[object, ...]) -> SimpleUploadedFile:
    return SimpleUploadedFile("export.xlsx", workbook(*lines).read())


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs beside the requests runs before they end."""
    monkeypatch.setattr(running, "run_beside", lambda work, *arguments: work(*arguments))


def test_it_is_looked_at_first_and_then_taken_in_once(office: SimpleNamespace, desk: Desk):
    client, address = desk(office.alice), reverse(ADDRESS, args=["inquiry"])
    listing = client.get(reverse("cases-of", args=["inquiry"])).text
    assert address in listing and reverse("inquiry-topics") in listing
    shown = client.post(address, {"unit": office.county.pk, "file": upload(*LINES)}, follow=True)
    assert "YX20250307001" in shown.text and "周女士" not in shown.text and not Inquiry.objects.exists()
    job = SheetJob.objects.get()
    act = reverse("sheet-job-act", args=[job.token])
    assert "The file is imported." in client.post(act, follow=True).text
    assert Inquiry.objects.count() == 3 and bytes(SheetJob.objects.get().content) == b""
    client.post(act)
    assert Inquiry.objects.count() == 3
    again = client.post(address, {"unit": office.county.pk, "file": upload(*LINES)}, follow=True).text
    assert "Nothing in it is new." in again and act not in again


def test_a_faulty_file_is_told_by_its_cells_and_not_kept(office: SimpleNamespace, desk: Desk):
    answer = desk(office.alice).post(
        reverse(ADDRESS, args=["inquiry"]),
        {"unit": office.county.pk, "file": upload((*LINES[0][:3], "表扬", *LINES[0][4:]))},
        follow=True,
    )
    assert "D3" in answer.text and reverse(ADDRESS, args=["inquiry"]) in answer.text
    assert bytes(SheetJob.objects.get().content) == b"" and not Inquiry.objects.exists()


def test_what_was_only_looked_at_is_deleted_after_a_day(office: SimpleNamespace, desk: Desk):
    desk(office.alice).post(reverse(ADDRESS, args=["inquiry"]), {"unit": office.county.pk, "file": upload(*LINES)})
    assert jobs_prune() == 0 and SheetJob.objects.exists()
    with clock.at(NOON + timedelta(days=1, minutes=1)):
        assert jobs_prune() == 1
    assert not SheetJob.objects.exists()


def test_what_was_interrupted_is_deleted_too(office: SimpleNamespace, desk: Desk):
    desk(office.alice).post(reverse(ADDRESS, args=["inquiry"]), {"unit": office.county.pk, "file": upload(*LINES)})
    SheetJob.objects.update(stage=Stage.CHECKING)
    with clock.at(NOON + timedelta(days=1, minutes=1)):
        assert jobs_prune() == 0
    with clock.at(NOON + timedelta(days=2, minutes=1)):
        assert jobs_prune() == 1
    assert not SheetJob.objects.exists()


def test_the_job_is_its_members_own(office: SimpleNamespace, desk: Desk):
    desk(office.alice).post(reverse(ADDRESS, args=["inquiry"]), {"unit": office.county.pk, "file": upload(*LINES)})
    token = SheetJob.objects.get().token
    for other in (office.olga, office.bob):
        assert desk(other).get(reverse("sheet-job", args=[token])).status_code == 404
        assert desk(other).post(reverse("sheet-job-act", args=[token])).status_code == 404
    assert not Inquiry.objects.exists()


def test_its_template_is_a_workbook(office: SimpleNamespace, desk: Desk):
    assert desk(office.alice).get(reverse("record-list-template", args=["inquiry"])).status_code == 200


@pytest.mark.parametrize("who", ["bob", "dora", "eve"])
def test_whoever_opens_no_inquiry_is_refused(office: SimpleNamespace, desk: Desk, who: str):
    assert desk(getattr(office, who)).get(reverse(ADDRESS, args=["inquiry"])).status_code == 403
