"""A Word file in a real browser: downloaded from its document, changed elsewhere, read back, taken over by ticking."""

from collections.abc import Iterator
from io import BytesIO
from types import SimpleNamespace

import pytest
from docx import Document as Docx
from docx.oxml.ns import qn
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser

CHANGES = {"17人": "19人", "。人人参加。": "。多数人参加。", "稳步推进。": "稳步推进。新添的话。"}
TEXT = "# 总结\n\n开头。\n\n## 一、考试\n\n参加高考{{exam.candidates}}。人人参加。\n\n## 二、其他\n\n稳步推进。\n"


@pytest.fixture
def office(live_server: LiveServer) -> Iterator[SimpleNamespace]:
    """An officer's bureau with one verified record and a document that tells of it."""
    from tests.records.cast import make_cast
    from tests.summaries.issuing import record, written

    cast = make_cast()
    record(cast)
    yield SimpleNamespace(url=live_server.url, document=f"{live_server.url}/summaries/{written(cast, TEXT).ref}/")


def _changed(content: bytes) -> bytes:
    """With each change in the first place where its letters stand alone in a run: the text, not the list behind it."""
    file, out, left = Docx(BytesIO(content)), BytesIO(), dict(CHANGES)
    for letters in file.element.body.iter(qn("w:t")):
        letters.text = left.pop(letters.text, letters.text)
    file.save(out)
    return out.getvalue()


def test_changes_of_a_returned_file_are_ticked_and_taken_over(
    page: Page, phone: Page, office: SimpleNamespace
) -> None:  # fmt: skip
    faults = []
    for screen in (page, phone):
        log_in(screen, office.url, "alice")
        screen.goto(office.document)
        with screen.expect_download() as download:
            screen.click("a[href$='file.docx']")
        content = _changed(download.value.path().read_bytes())
        screen.click("text=查看退回稿改动")
        faults += axe_violations(screen)
        screen.set_input_files("[name=file]", {"name": "总结.docx", "mimeType": "", "buffer": content})
        screen.click("main .btn-primary")
        assert screen.locator("tbody tr").count() == 3 and screen.locator("[name=take]").count() == 3
        faults += axe_violations(screen)
        assert not screen.evaluate("document.documentElement.scrollWidth > window.innerWidth")
    phone.check("tr:has-text('19人') [name=take]")
    phone.fill("[name=reason]", "来文更正")
    phone.click("text=采纳勾选的改动")
    assert "三项都要填" in phone.inner_text("main")
    phone.fill("[name=source]", "招办来函")
    phone.fill("[name=asked_by]", "王主任")
    phone.click("text=采纳勾选的改动")
    assert "19人" in phone.inner_text(".chip-hand") and "人人参加" in phone.inner_text(".draft")
    assert faults == []
