"""Take the manual's pictures anew from a demo bureau built for it: ``make pictures``.

``docs/pictures.py HOME`` takes them from a bureau that is built already. A page that has changed shows in the change as
a picture; none is made or mended by hand.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

FOLDER = Path(__file__).parent / "manual" / "pictures"
_DESK, _PHONE = (1280, 800), (390, 780)
# Screens have few colours: a palette of so many keeps a picture below a hundred kilobytes.
_COLOURS = 64
_SECONDS_TO_BUILD = 900
# A green, a red and a grey figure.
_DRAFT = "全年组织中心组集中学习12次，参学率100%。走访慰问农户180户。接送学生1500人次。"


class Picture(NamedTuple):
    """name: the file's. account: who looks. path: the page. typed: what is written into which of its fields.
    click: what is pressed after that, one after the other.
    """

    name: str
    account: str
    path: str
    size: tuple[int, int] = _DESK
    typed: tuple[tuple[str, str], ...] = ()
    click: tuple[str, ...] = ()


PICTURES = (
    Picture("workbench-liaison", "liaison", "/", _PHONE),
    Picture("queue", "officer", "/review/"),
    Picture("figure", "officer", "/figure/study.center_group.attendance/"),
    Picture("summary", "officer", "/summary/"),
    Picture("check", "officer", "/check/", typed=(("[name=text]", _DRAFT),), click=("#check-form .btn-primary",)),
    Picture("units", "admin", "/units/"),
    Picture("members", "admin", "/members/"),
    Picture("system", "admin", "/system/"),
)


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    with _home() as home, _site(home) as url:
        password = (home / "demo-password.txt").read_text("utf-8").strip()
        with sync_playwright() as playwright:
            sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=sandbox)
            for picture in PICTURES:
                file = FOLDER / f"{picture.name}.png"
                file.write_bytes(_small(_taken(browser, url, picture, password)))
            browser.close()


@contextmanager
def _home() -> Iterator[Path]:
    """The folder that was named, else one of its own, deleted at the end."""
    if len(sys.argv) > 1:
        yield Path(sys.argv[1])
        return
    with tempfile.TemporaryDirectory(prefix="youju-pictures-") as home:
        yield Path(home)


@contextmanager
def _site(home: Path) -> Iterator[str]:
    """The address of a demo site in this folder; ended by its process at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("youju")), "demo", "--port", str(port)]
    server = subprocess.Popen(command, env=os.environ | {"YOUJU_HOME": str(home)}, stdout=subprocess.DEVNULL)
    try:
        _wait_for(f"http://127.0.0.1:{port}/login/", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(url: str, server: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + _SECONDS_TO_BUILD
    while server.poll() is None and time.monotonic() < until:
        try:
            with urlopen(url):
                return
        except URLError:
            time.sleep(0.5)
    raise RuntimeError("The demo site did not start.")


def _taken(browser: Browser, url: str, picture: Picture, password: str) -> bytes:
    width, height = picture.size
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="zh-CN", timezone_id="Asia/Shanghai"
    )
    page = context.new_page()
    _log_in(page, url, picture.account, password)
    page.goto(url + picture.path)
    for selector, text in picture.typed:
        page.fill(selector, text)
    for selector in picture.click:
        page.locator(selector).first.click()
    page.wait_for_load_state("networkidle")
    taken = page.screenshot()
    context.close()
    return taken


def _log_in(page: Page, url: str, account: str, password: str) -> None:
    page.goto(f"{url}/login/")
    page.fill("[name=username]", account)
    page.fill("[name=password]", password)
    page.click("main .btn-primary")
    page.wait_for_url(f"{url}/")


def _small(png: bytes) -> bytes:
    out = BytesIO()
    Image.open(BytesIO(png)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


if __name__ == "__main__":
    main()
