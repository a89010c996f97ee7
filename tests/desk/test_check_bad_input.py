"""What cannot be checked gets one sentence beside its field, and the rest of the form stays filled."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from pytest_django import Settings

from tests.desk.conftest import Desk
from tests.desk.paper import blank_pdf, paper


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("photo.txt", bytes(range(256)) * 8, "is not a text file"),
        ("scan.pdf", blank_pdf(), "it was scanned"),
        ("locked.pdf", blank_pdf("secret"), "protected by a password"),
        ("picture.png", b"\x89PNG\r\n\x1a\n", "of a type that cannot be checked"),
        ("many.txt", "高考考生19人。".encode() * 3001, "can be checked in one go"),
    ],
)
def test_a_file_gets_one_sentence(cast: SimpleNamespace, desk: Desk, name: str, content: bytes, sentence: str):
    form = {"upload": paper(name, content), "period": "2025", "title": "年度总结"}
    answer = desk(cast.alice).post(reverse("check"), form)
    assert answer.status_code == 422
    assert sentence in answer.text
    assert 'value="年度总结"' in answer.text


def test_a_large_file_is_refused_unread(cast: SimpleNamespace, desk: Desk, settings: Settings):
    settings.CHECK_BYTES = 100
    answer = desk(cast.alice).post(reverse("check"), {"upload": paper("a.txt", b"x" * 101), "period": "2025"})
    assert answer.status_code == 422
    assert "too long to be checked" in answer.text


def test_a_pasted_text_that_is_too_long_is_refused(cast: SimpleNamespace, desk: Desk, settings: Settings):
    settings.CHECK_BYTES = 100
    answer = desk(cast.alice).post(reverse("check"), {"text": "x" * 101, "period": "2025"})
    assert answer.status_code == 422
    assert "too long to be checked" in answer.text


def test_a_paste_beyond_what_a_form_takes_is_told_so(cast: SimpleNamespace, desk: Desk, settings: Settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    browser = desk(cast.alice)
    answer = browser.post(reverse("check"), {"text": "学" * 100, "period": "2025"}, HTTP_ACCEPT_LANGUAGE="en")
    assert answer.status_code == 413
    assert "too long for a form" in answer.text


def test_a_pasted_text_of_too_many_characters_is_told_so(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).post(reverse("check"), {"text": "学" * 400_001, "period": "2025"})
    assert answer.status_code == 422
    assert "400001 characters, more than" in answer.text
