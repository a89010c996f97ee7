"""What axe-core finds wrong with a page for people who cannot see, hear or point well."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_SCRIPT = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe_violations(page: Page) -> list[str]:
    """One line for each broken rule of WCAG 2.2 AA on the page as it stands, with the elements that break it."""
    page.evaluate(_SCRIPT)  # by the debugger, so that the page's own CSP stays as strict as it is
    found = page.evaluate("tags => axe.run(document, {runOnly: tags})", _RULES)
    return [f"{rule['id']}: {rule['help']}: {_places(rule)}" for rule in found["violations"]]


def _places(rule: dict[str, Any]) -> str:
    return ", ".join(str(node["target"][0]) for node in rule["nodes"])
