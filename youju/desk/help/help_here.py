"""Which page of the manual is about the page one is on."""

from django.urls import reverse

from youju.desk.help.manual import KINDS, has_manual_page
from youju.records.heads.refs import kind_code

# The first part of an address, and the page that tells of it; what is not here leads to the contents.
_ABOUT = {
    "": "daily",
    "records": "daily",
    "record": "daily",
    "review": "daily",
    "search": "daily",
    "alerts": "daily",
    "check": "daily",
    "summary": "summary",
    "summaries": "summary",
    "dues": "plan",
    "due": "plan",
    "plan": "plan",
    "units": "first-day",
    "people": "first-day",
    "groups": "first-day",
    "calendar": "first-day",
    "occasions": "first-day",
    "workbook": "first-day",
    "members": "first-day",
    "settings": "first-day",
    "ready": "first-day",
    "practice": "first-day",
    "system": "backup",
    "gate": "publishing",
    **dict.fromkeys(("mechanisms", "duty", "shift", "contacts", "assessment"), "mechanisms"),
    "orders": "publishing",
}


def help_address(path: str) -> str:
    """The address of the manual's page on a page of the desk; of its contents where it has none."""
    for name in (_kind_page(path), _ABOUT.get(path.strip("/").partition("/")[0], "")):
        if name and has_manual_page(name):
            return reverse("help-page", args=[name])
    return reverse("help")


def _kind_page(path: str) -> str:
    """The page of the kind an address speaks of: /record/session-…/, /case/followup-…/, /records/session/new."""
    parts = path.strip("/").split("/")
    return KINDS + kind_code(parts[1]) if len(parts) > 1 else ""
