"""A platform's export at the desk: looked at first, written down with one press, refused files never sent back."""

from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.volunteering.test_platform_list import HEADS, LINES, office, workbook
from youju.records.sheets import running
from youju.records.sheets.job import SheetJob
from youju.records.volunteering.service.models import Service

__all__ = ["office"]
ADDRESS = "record-list-import"


def upload(*lines: tuple[object, ...], heads: tuple[str, ...] = HEADS) -> SimpleUploadedFile:
    return SimpleUploadedFile("export.xlsx", workbook(*lines, heads=heads).read())


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What runs beside the requests runs before they end."""
    monkeypatch.setattr(running, "run_beside", lambda work, *arguments: work(*arguments))


def test_it_is_looked_at_first_and_then_written_down(office: SimpleNamespace, desk: Desk):
    client, address = desk(office.bob), reverse(ADDRESS, args=["service"])
    assert address in client.get(reverse("record-list", args=["volunteering"]), {"kind": "service"}).text
    shown = client.post(address, {"unit": office.hill.pk, "file": upload(*LINES)}, follow=True)
    assert shown.status_code == 200 and "护学岗志愿服务: 2 persons, 180 minutes" in shown.text
    assert not Service.objects.exists()
    client.post(reverse("sheet-job-act", args=[SheetJob.objects.get().token]))
    assert Service.objects.count() == 2
    again = client.post(address, {"unit": office.hill.pk, "file": upload(*LINES)}, follow=True)
    assert "Nothing in it is new." in again.text


def test_a_refused_file_is_not_kept(office: SimpleNamespace, desk: Desk):
    answer = desk(office.bob).post(
        reverse(ADDRESS, args=["service"]),
        {"unit": office.hill.pk, "file": upload((*LINES[0], "11010119900307123X"), heads=(*HEADS, "身份证号"))},
        follow=True,
    )
    assert "G1" in answer.text and "11010119900307123X" not in answer.text
    assert bytes(SheetJob.objects.get().content) == b""


def test_its_template_is_read_again(office: SimpleNamespace, desk: Desk):
    answer = desk(office.bob).get(reverse("record-list-template", args=["service"]))
    assert answer.status_code == 200


@pytest.mark.parametrize("who", ["charlie", "dora", "eve"])
def test_whoever_records_nothing_for_the_unit_is_refused(office: SimpleNamespace, desk: Desk, who: str):
    address = reverse(ADDRESS, args=["service"])
    answer = desk(getattr(office, who)).post(address, {"unit": office.hill.pk, "file": upload(*LINES)})
    assert answer.status_code in (403, 422)
    assert not Service.objects.exists()
