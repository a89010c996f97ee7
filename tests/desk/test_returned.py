"""What was changed by hand in a Word document that comes back, told at the desk."""

from io import BytesIO
from types import SimpleNamespace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from tests.desk.conftest import Desk
from tests.summaries.paper.made_paper import bound, summary_of
from youju.summaries.paper.docx import to_docx
from youju.summaries.paper.heads import Heads


def _returned(figure: str, words: str) -> bytes:
    """A summary in which a figure and a sentence were changed."""
    document = Document(
        BytesIO(to_docx(summary_of("# 总结\n\n## 一、学习\n\n学习{0}。人人参加。", *bound(1)), Heads()))
    )
    for letters in document.element.body.iter(qn("w:t")):
        letters.text = {"12次": figure, "。人人参加。": words}.get(letters.text, letters.text)
        if letters.text == "本文数字出处":
            break
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_figures_and_sentences_that_were_changed_are_listed(cast: SimpleNamespace, desk: Desk):
    file = SimpleUploadedFile("总结.docx", _returned("15次", "。多数人参加。"))
    page = desk(cast.alice).post(reverse("returned"), {"file": file})
    assert page.status_code == 200
    for said in ("12次", "15次", "人人参加。", "多数人参加。", "一、学习", "4711"):
        assert said in page.text


def test_an_unchanged_one_says_so(cast: SimpleNamespace, desk: Desk):
    file = SimpleUploadedFile("总结.docx", _returned("12次", "。人人参加。"))
    assert "Nothing was changed by hand." in desk(cast.alice).post(reverse("returned"), {"file": file}).text


def test_another_file_is_refused_with_a_sentence(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.alice).post(reverse("returned"), {"file": SimpleUploadedFile("总结.docx", b"PK\x03\x04 broken")})
    assert page.status_code == 422
    assert "总结.docx" in page.text


@pytest.mark.parametrize("name", ["bob", "charlie"])
def test_a_school_reads_none(cast: SimpleNamespace, desk: Desk, name: str):
    assert desk(getattr(cast, name)).get(reverse("returned")).status_code in (403, 404)
