"""The annual summary taken along as a file."""

from types import SimpleNamespace

import pytest
from django.http import FileResponse
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import verified, visits


@pytest.fixture(autouse=True)
def record(cast: SimpleNamespace) -> None:
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)


@pytest.mark.parametrize(
    ("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("md", b"# ")]
)
def test_each_format_is_a_download_that_is_not_kept(cast: SimpleNamespace, desk: Desk, ending: str, begins: bytes):
    answer = desk(cast.alice).get(reverse("summary-file", args=[2025, ending]))
    assert isinstance(answer, FileResponse)
    assert b"".join(answer).startswith(begins)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Cache-Control"] == "private, no-store"


def test_the_page_offers_them(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).get(reverse("summary", args=[2025])).text
    for ending in ("pdf", "docx", "html", "md"):
        assert reverse("summary-file", args=[2025, ending]) in page


def test_another_format_is_not_found(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.alice).get(reverse("summary-file", args=[2025, "odt"])).status_code == 404


@pytest.mark.parametrize("name", ["bob", "charlie"])
def test_a_school_takes_none(cast: SimpleNamespace, desk: Desk, name: str):
    answer = desk(getattr(cast, name)).get(reverse("summary-file", args=[2025, "pdf"]))
    assert answer.status_code in (403, 404)
