"""A bureau moves in at the desk: the workbook is taken, handed in with faults, corrected, looked at and imported."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.axe import axe_violations

pytestmark = pytest.mark.browser


def _looked_at(page: Page, name: str) -> None:
    """No fault that a tool finds; a picture where YOUJU_PICTURES names a folder."""
    assert axe_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    if folder := os.environ.get("YOUJU_PICTURES"):
        page.screenshot(path=f"{folder}/{name}-{page.viewport_size['width']}.png", full_page=True)  # type: ignore[index]  # every page of the walk has a size


@pytest.fixture
def url(live_server: LiveServer) -> str:
    from tests.bureau.book import found_county
    from tests.records.cast import member
    from youju.orgs.members import Role
    from youju.orgs.settings import SettingRow

    SettingRow.objects.create(code="second_factor", value="nobody")
    member("eve", found_county(), Role.ADMIN)
    return live_server.url


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_it_moves_in(request: pytest.FixtureRequest, url: str, tmp_path: Path, screen: str):
    from tests.bureau.book import as_xlsx, sample

    page: Page = request.getfixturevalue(screen)
    book = sample(units=40, staff=300)
    right, wrong = tmp_path / "云溪县教育局建局工作簿.xlsx", tmp_path / "初稿.xlsx"
    right.write_bytes(as_xlsx(book))
    book["人员"][5][1], book["人员"][9][4], book["成员"][4][2] = "青山小雪", "1990-1-1", "联洛员"
    book["单位"][3][1] = ""
    wrong.write_bytes(as_xlsx(book))

    page.goto(f"{url}/login/")
    page.fill("[name=username]", "eve")
    page.fill("[name=password]", "a long pass phrase")
    page.click("main .btn-primary")
    page.goto(f"{url}/workbook/")
    _looked_at(page, "workbook")
    with page.expect_download() as download:
        page.click("text=空白，供填写")
    assert download.value.suggested_filename == "建局工作簿（空白）.xlsx"
    page.set_input_files("[name=file]", wrong)
    page.click("main form .btn-primary")
    expect(page.locator("h2#faults")).to_contain_text("处错误")
    _looked_at(page, "faults")
    page.click("text=上传改正后的文件")
    page.set_input_files("[name=file]", right)
    page.click("main form .btn-primary")
    expect(page.locator("h2#changes")).to_contain_text("项变动")
    _looked_at(page, "changes")
    page.click("text=确认导入")
    page.wait_for_url(f"{url}/units/")
    expect(page.locator("main")).to_contain_text("云岭镇")
    page.goto(f"{url}/workbook/")
    page.set_input_files("[name=file]", right)
    page.click("main form .btn-primary")
    expect(page.locator("main")).to_contain_text("没有带来变动")
    _looked_at(page, "nothing")
