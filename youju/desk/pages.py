"""Long lists, a page at a time."""

from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

ROWS = 50
# Of more rows a list that grows for years does not say how many they are: counting them took longer than reading fifty.
MOST = 200 * ROWS


class FirstPages(Paginator):  # type: ignore[type-arg]  # generic for the checker alone, not when it runs
    """The pages of the first MOST rows of a query. more: whether there are any behind them."""

    @cached_property
    def count(self) -> int:
        return min(self._counted, MOST)

    @property
    def more(self) -> bool:
        return self._counted > MOST

    @cached_property
    def _counted(self) -> int:
        return self.object_list.order_by()[: MOST + 1].count()


def page_of(request: HttpRequest, rows: Any) -> "Page[Any]":
    """The page that ?page= names; the nearest one where it names none. rows: a query or a list."""
    return _page(Paginator(rows, ROWS), request)


def page_numbers(page: "Page[Any]") -> list[int | str]:
    """The numbers to offer below a list, with gaps (…) where there are many."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))


def listed(request: HttpRequest, rows: Any) -> dict[str, Any]:
    """What parts/pagination.html needs."""
    page = page_of(request, rows)
    return {"page": page, "pages": page_numbers(page)}


def listed_first(request: HttpRequest, rows: "QuerySet[Any]") -> dict[str, Any]:
    """The same for a query that may have very many rows: whoever wants what comes after MOST narrows it."""
    page = _page(FirstPages(rows, ROWS), request)
    return {"page": page, "pages": page_numbers(page)}


def filtered_list(request: HttpRequest, filters: forms.Form, rows: Any) -> dict[str, Any]:
    """What parts/filters.html and parts/pagination.html need; rows: those that the filters leave."""
    filtered = any(request.GET.get(name) for name in filters.fields)
    return listed(request, rows) | {"filters": filters, "filtered": filtered}


def _page(pages: "Paginator[Any]", request: HttpRequest) -> "Page[Any]":
    return pages.get_page(request.GET.get("page"))
