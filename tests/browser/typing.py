"""A form is filled in as a thumb does it: field by field, waiting where the page draws itself anew."""

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
    named = screen.locator(f"{_FORM} [name='{typed.name}']")
    if not named.count():
        rows = typed.name.split("-")[0]
        _redrawn(screen, lambda: screen.locator(f"fieldset:has([name^='{rows}-']) .line-add").click())
    if named.first.get_attribute("type") in ("radio", "checkbox"):
        return screen.locator(f"{_FORM} [name='{typed.name}'][value='{typed.value}']")
    return None if named.first.get_attribute("type") == "hidden" else named.first


def _type(screen: Page, control: Locator, value: str) -> None:
    _unfold(control)
    sort = control.get_attribute("type")
    if sort in ("radio", "checkbox"):
        if not control.is_checked():
            _redrawn_if_it_does(screen, control, control.check)
    elif control.input_value() != value:
        is_select = control.evaluate("box => box.tagName") == "SELECT"
        write = (lambda: control.select_option(value)) if is_select else (lambda: _write(control, value))
        _redrawn_if_it_does(screen, control, write)


def _write(control: Locator, value: str) -> None:
    control.fill(value)
    control.blur()


def _unfold(control: Locator) -> None:
    control.evaluate("box => { const folded = box.closest('details'); if (folded) folded.open = true; }")


def _redrawn_if_it_does(screen: Page, control: Locator, act) -> None:
    if control.get_attribute("hx-post") is None:
        act()
    else:
        _redrawn(screen, act)


def _redrawn(screen: Page, act) -> None:
    screen.evaluate("document.getElementById('fields').dataset.old = 'yes'")
    act()
    screen.wait_for_selector("#fields:not([data-old])", state="attached")
