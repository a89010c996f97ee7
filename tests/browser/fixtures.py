"""Debian's Chromium, headless, and a page that must not speak to any other machine."""

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect, sync_playwright

_QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
_OWN = {"127.0.0.1", "localhost", "::1", None}  # None: data:, blob: and about: name no host

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}

_PATIENCE = 180_000  # ms: no test fails because the machine is busy


@pytest.fixture(scope="session")
def presses_arrive() -> Iterator[None]:
    """A press returns once the page it leads to stands.

    Playwright's own returns when that page has begun: for a moment it has no root element, and whatever is
    counted or looked at then (count, url, axe) is counted on nothing.
    """
    with pytest.MonkeyPatch.context() as patch:
        for kind, act in ((Page, "click"), (Page, "press"), (Locator, "click"), (Locator, "press")):
            patch.setattr(kind, act, _arriving(getattr(kind, act)))
        yield


def _arriving(act: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(act)
    def press(target: Any, *args: Any, **named: Any) -> None:
        act(target, *args, **named)
        page = target if isinstance(target, Page) else target.page
        page.wait_for_load_state()

    return press


@pytest.fixture(scope="session")
def patient() -> Iterator[None]:
    """Whatever is waited for may take as long as a busy machine takes, in every window."""
    expect.set_options(timeout=_PATIENCE)
    opened = Browser.new_context

    def new_context(browser: Browser, **named: Any) -> BrowserContext:
        context = opened(browser, **named)
        context.set_default_timeout(_PATIENCE)
        return context

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Browser, "new_context", new_context)
        yield


@pytest.fixture(scope="session")
def browser(presses_arrive: None, patient: None) -> Iterator[Browser]:
    """One Chromium for the run, with a profile of its own that Playwright makes and deletes."""
    program = shutil.which("chromium")
    if program is None:
        pytest.fail("The browser tests need Debian's chromium: make browser", pytrace=False)
    sandbox = ("--no-sandbox",) if os.geteuid() == 0 else ()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=[*_QUIET, *sandbox])
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A desktop page in Chinese. At its end: nothing asked of another host, no script error, no breach of the CSP."""
    context = browser.new_context(viewport=DESKTOP, locale="zh-CN", timezone_id="Asia/Shanghai")
    yield from _watched(context)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """The same on a telephone's screen, by touch."""
    context = browser.new_context(viewport=PHONE, locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=True)
    yield from _watched(context)


def _watched(context: BrowserContext) -> Iterator[Page]:
    faults: list[str] = []
    page = context.new_page()
    context.on("request", lambda request: faults.extend(_foreign(request.url)))
    page.on("pageerror", lambda error: faults.append(f"script error: {error}"))
    page.on("console", lambda message: faults.extend([message.text] if "Content Security" in message.text else []))
    yield page
    context.close()
    assert not faults, "\n".join(faults)


def _foreign(url: str) -> list[str]:
    return [] if urlsplit(url).hostname in _OWN else [f"request to another host: {url}"]
