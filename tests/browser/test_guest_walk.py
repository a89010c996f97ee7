"""A writer without an account, on a telephone: the link of an officer, text, a picture with its consent, handed in."""

import os
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations
from tests.browser.test_nouns_walk import log_in

pytestmark = pytest.mark.browser


@pytest.fixture
def office(live_server: LiveServer, tmp_path: Path) -> Iterator[SimpleNamespace]:
    from PIL import Image

    from tests.portal.site import make_office
    from tests.records.cast import DAY
    from youju.records.publicity.article.sample import sample

    cast = make_office()
    sample(cast.hill, DAY)  # writes the channel
    Image.new("RGB", (1200, 800), "teal").save(tmp_path / "球场.jpg")
    (tmp_path / "同意书.txt").write_text("家长同意公开照片。", "utf-8")
    yield SimpleNamespace(url=live_server.url, folder=tmp_path)


def _faults(screen: Page, name: str) -> list[str]:
    if folder := os.environ.get("YOUJU_PICTURES"):
        screen.screenshot(path=f"{folder}/{name}.png", full_page=True)
    found = [f"{name}: {line}" for line in axe_violations(screen)]
    if screen.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
        found.append(f"{name}: wider than the screen")
    return found


def test_from_the_link_to_the_manuscript(page: Page, phone: Page, office: SimpleNamespace) -> None:
    log_in(page, office.url, "alice")
    page.goto(f"{office.url}/site-board/commissions/")
    found = _faults(page, "commissions")
    page.fill("[name=writer]", "于先生")
    page.select_option("[name=channel]", label="教育新闻")
    page.click("main .btn-primary")
    found += _faults(page, "commission-made")
    link = page.inner_text("main p.ref a")

    phone.goto(link)
    found += _faults(phone, "guest")
    phone.fill("[name=title]", "看校园足球的一天")
    phone.fill("[name=body]", "清晨六点，操场上已经有人。")
    phone.click("button[name=language][value=en]")
    assert phone.input_value("[name=body]") == "清晨六点，操场上已经有人。"
    phone.click("button[name=language][value=zh-hans]")
    assert phone.input_value("[name=title]") == "看校园足球的一天"
    phone.click("main details summary")
    phone.set_input_files("[name=picture]", office.folder / "球场.jpg")
    phone.fill("[name=caption]", "清晨的球场")
    phone.check("[name=shown][value=agreed]")
    phone.click("[name=add]")
    assert "书面同意" in phone.inner_text(".error-note, .errors, [role=alert]")
    found += _faults(phone, "guest-refused")
    phone.set_input_files("[name=picture]", office.folder / "球场.jpg")
    phone.set_input_files("[name=paper]", office.folder / "同意书.txt")
    phone.click("[name=add]")
    assert phone.input_value("[name=body]") == "清晨六点，操场上已经有人。"
    found += _faults(phone, "guest-picture")
    phone.click("[name=look]")
    found += _faults(phone, "guest-look")
    phone.click("[name=hand-in]")
    found += _faults(phone, "guest-done")
    phone.goto(link)
    assert "看校园足球" not in phone.inner_text("body")

    page.goto(f"{office.url}/site-board/commissions/")
    page.click("main .tasks a")
    assert page.inner_text("h1") == "看校园足球的一天"
    assert found == []
