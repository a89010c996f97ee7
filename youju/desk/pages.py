"""Long lists, a page at a time."""

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.http import HttpRequest

ROWS = 50


def page_of(request: HttpRequest, rows: Any) -> "Page[Any]":
    """The page that ?page= names; the nearest one where it names none. rows: a query or a list."""
    return Paginator(rows, ROWS).get_page(request.GET.get("page"))


def page_numbers(page: "Page[Any]") -> list[int | str]:
    """The numbers to offer below a list, with gaps (…) where there are many."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


def listed(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What parts/pagination.html needs."""
    page = page_of(request, rows)
    return {"page": page, "pages": page_numbers(page)}


def filtered_list(request: HttpRequest, filters: forms.Form, rows: Any) -> dict[str, Any]:
    """What parts/filters.html and parts/pagination.html need; rows: those that the filters leave."""
    filtered = any(request.GET.get(name) for name in filters.fields)
    return listed(request, rows) | {"filters": filters, "filtered": filtered}
