"""A form is filled in as a thumb does it: field by field, waiting where the page draws itself anew."""

import re
from collections.abc import Callable
from typing import NamedTuple

from playwright.sync_api import Locator, Page

_FORM = "main form[data-keeps]"
_NEVER_TYPED = {"csrfmiddlewaretoken", "version", "ref", "then", "role", "grade"}


class Typed(NamedTuple):
    """One value as a form sends it."""

    name: str
    value: str


def typed_in(screen: Page) -> list[Typed]:
    """What the form of the page would send as it stands, files apart, in the order of its fields."""
    pairs = screen.evaluate(
        "form => [...new FormData(document.querySelector(form))].filter(([, value]) => typeof value === 'string')",
        _FORM,
    )
    return [Typed(name, value) for name, value in pairs if name not in _NEVER_TYPED and value]


def type_all(screen: Page, values: list[Typed]) -> None:
    """Fill an empty form in with these values. A row that is not there yet is asked for."""
    for typed in values:
        control = _control(screen, typed)
        if control is not None:
            _type(screen, control, typed.value)


def hand_in(screen: Page) -> None:
    """Press 保存并上报; where the page then asks whether that is right, press once more."""
    press(screen, "main [data-hands-in]")
    if screen.locator("main form[action$='/submit'] button").count():
        press(screen, "main form[action$='/submit'] button")


def press(screen: Page, selector: str) -> None:
    """Press what leads to another page, and wait until it is there."""
    with screen.expect_navigation():
        screen.click(selector)


def _control(screen: Page, typed: Typed) -> Locator | None:
    """Where a value is typed: the box of this value where there are several; None where nobody types it."""
    _ask_for_row(screen, typed.name)
    named = screen.locator(f"{_FORM} [name='{typed.name}']")
    if not named.count() or named.first.get_attribute("type") == "hidden":
        return None
    if named.first.get_attribute("type") in ("radio", "checkbox"):
        return screen.locator(f"{_FORM} [name='{typed.name}'][value='{typed.value}']")
    return named.first


def _ask_for_row(screen: Page, name: str) -> None:
    """Press 添加 where a value is one of a row that is not there yet, or not shown yet."""
    row = re.match(r"(\w+)-\d+-", name)
    if row and not screen.locator(f"{_FORM} li:not(.line-spare) [name^='{row[0]}']").count():
        _redrawn(screen, lambda: screen.locator(f"fieldset:has([name^='{row[1]}-']) .line-add").click())


def _type(screen: Page, control: Locator, value: str) -> None:
    _unfold(control)
    sort = control.get_attribute("type")
    if sort in ("radio", "checkbox"):
        if not control.is_checked():
            _redrawn_if_it_does(screen, control, control.check)
    elif control.input_value() != value:
        is_select = control.evaluate("box => box.tagName") == "SELECT"
        write = _choose if is_select else _write
        _redrawn_if_it_does(screen, control, lambda: write(control, value))


def _choose(control: Locator, value: str) -> None:
    control.select_option(value)


def _write(control: Locator, value: str) -> None:
    control.fill(value)
    control.blur()


def _unfold(control: Locator) -> None:
    control.evaluate("box => { const folded = box.closest('details'); if (folded) folded.open = true; }")


def _redrawn_if_it_does(screen: Page, control: Locator, act: Callable[[], object]) -> None:
    if control.get_attribute("hx-post") is None:
        act()
    else:
        _redrawn(screen, act)


def _redrawn(screen: Page, act: Callable[[], object]) -> None:
    screen.evaluate("document.getElementById('fields').dataset.old = 'yes'")
    act()
    screen.wait_for_selector("#fields:not([data-old])", state="attached")
