"""The way back to a list as it was left, filters and page with it: kept for a section until one logs out."""

from django.http import HttpRequest
from django.urls import reverse

_LISTS = "lists"  # of the session: the query of each section's list
_LONGEST = 600


def keep_list(request: HttpRequest, section: str) -> None:
    """Remember how this list is narrowed now."""
    query = request.META.get("QUERY_STRING", "")[:_LONGEST]
    kept = request.session.get(_LISTS, {})
    if kept.get(section, "") != query:
        request.session[_LISTS] = kept | {section: query}


def list_address(request: HttpRequest, section: str) -> str:
    """The address of a section's list, narrowed as it was last."""
    query = request.session.get(_LISTS, {}).get(section, "")
    return reverse("record-list", args=[section]) + (f"?{query}" if query else "")
