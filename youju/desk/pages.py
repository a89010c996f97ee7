"""Long lists, a page at a time."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property

ROWS = 50
# Of more rows a list that grows for years does not say how many they are: to know it takes longer than to read fifty.
MOST = 200 * ROWS


class FirstPages(Paginator):  # type: ignore[type-arg]  # generic for the checker alone, not when it runs
    """The pages of the first MOST rows of a query. more: whether there are any behind them.

    The rows are looked for once, for their number and for the page: of what is narrowed by words that is the dear part.
    load: what shows the rows of some ids, in any order.
    """

    def __init__(self, rows: "QuerySet[Any]", load: "Callable[[list[int]], QuerySet[Any]]") -> None:
        super().__init__(rows, ROWS)
        self.rows, self.load = rows, load

    @cached_property
    def count(self) -> int:
        return min(len(self._found), MOST)

    @property
    def more(self) -> bool:
        return len(self._found) > MOST

    def page(self, number: int | str) -> "Page[Any]":
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        ids = self._found[start : min(start + self.per_page, self.count)]
        rows = {row.pk: row for row in self.load(ids)}
        return Page([rows[pk] for pk in ids if pk in rows], number, self)

    def every(self) -> "QuerySet[Any]":
        """The rows of all pages."""
        return self.load(self._found[: self.count])

    @cached_property
    def _found(self) -> list[int]:
        return list(self.rows.values_list("pk", flat=True)[: MOST + 1])


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


def listed_first(request: HttpRequest, pages: FirstPages) -> dict[str, Any]:
    """The same of a query that may have very many rows: whoever wants what comes after MOST narrows it."""
    page = _page(pages, request)
    return {"page": page, "pages": page_numbers(page)}


def filtered_list(request: HttpRequest, filters: forms.Form, rows: Any) -> dict[str, Any]:
    """What parts/filters.html and parts/pagination.html need; rows: those that the filters leave."""
    filtered = any(request.GET.get(name) for name in filters.fields)
    return listed(request, rows) | {"filters": filters, "filtered": filtered}


def _page(pages: "Paginator[Any]", request: HttpRequest) -> "Page[Any]":
    return pages.get_page(request.GET.get("page"))
