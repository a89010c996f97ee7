"""Households and enterprises that were visited: likely doubles first, and any two chosen to become one."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import LineField
from youju.desk.pages import filtered_list
from youju.desk.scope import member_of
from youju.errors import NotFound
from youju.orgs.members import Member
from youju.records.reading.access import get_record_for
from youju.records.volunteering.visit.alike import Known, likely_doubles, plain
from youju.records.volunteering.visit.keeping import Paid, get_visited_for, paid_to, survivors, visited_for
from youju.records.volunteering.visit.models import Visit
from youju.records.volunteering.visit.visited import Visited, VisitSort


class Shown(NamedTuple):
    """One of them with its name as the reader may read it."""

    row: Visited
    name: str


class Row(NamedTuple):
    """likely: those that it may be. also: how those that were merged into it are written."""

    shown: Shown
    paid: Paid
    likely: list[Shown]
    also: list[Shown]


class VisitedFilter(forms.Form):
    text = LineField(label=_("village or name"), max_length=60, required=False)
    sort = forms.ChoiceField(
        label=_("household or enterprise"), choices=(("", _("all")), *VisitSort.choices), required=False
    )
    likely = forms.BooleanField(label=_("likely doubles alone"), required=False)
    one = forms.CharField(widget=forms.HiddenInput(), required=False)

    def narrowed(self, known: list[Known], said: dict[int, str], likely: dict[int, list[int]]) -> list[int]:
        """The numbers of those that match, those with a likely double first. said: what a text is sought in."""
        if not self.is_valid():
            return []
        values = self.cleaned_data
        words = [plain(word) for word in values["text"].split()]
        found = [
            row.pk
            for row in known
            if (not values["sort"] or row.sort == values["sort"])
            and (not values["likely"] or row.pk in likely)
            and all(word in said[row.pk] for word in words)
        ]
        return sorted(found, key=lambda pk: pk not in likely)


@require_GET
def visited_list(request: HttpRequest) -> HttpResponse:
    """Those within the officer's reach.

    one: the token of the one that another is looked for; record: the reference of the visit that was paid to it.
    """
    member = member_of(request)
    reached = visited_for(member)
    if record := request.GET.get("record"):
        there = reached.filter(pk=_visited_of(member, record).pk).first()
        return redirect(list_address(one=there.token) if there else list_address())
    one = get_visited_for(member, request.GET["one"]) if request.GET.get("one") else None
    filters = VisitedFilter(request.GET)
    fields = ("pk", "sort", "place", "name", "merged_into")
    known = [(Known(*row), into) for *row, into in reached.values_list(*fields)]
    into = survivors((row.pk, kept) for row, kept in known if kept)
    living = [row for row, kept in known if not kept]
    likely = likely_doubles(living)
    if one is not None:
        living = [row for row in living if row.sort == one.sort and row.pk != one.pk]
        likely = {row.pk: [one.pk] for row in living if row.pk in likely.get(one.pk, ())}
    shown = filtered_list(request, filters, filters.narrowed(living, _said(known, into), likely))
    context = shown | {
        "name": _("Households and enterprises"),
        "filtered": any(request.GET.get(name) for name in filters.fields if name != "one"),
        "one": one and Shown(one, one.name_for(member, one.unit_id)),
        "rows": _rows(member, list(shown["page"].object_list), likely, into),
    }
    return render(request, "desk/visited/visited_list.html", context)


def _visited_of(member: Member, ref: str) -> Visited:
    """Whom a visit was paid to, or the one that this counts as now. Raises NotFound for records of other kinds."""
    record = get_record_for(member, ref)
    if not isinstance(record, Visit):
        raise NotFound()
    return record.visited.survivor


def _said(known: Iterable[tuple[Known, int | None]], into: dict[int, int]) -> dict[int, str]:
    """Village and name of each, and as they were written before a merger."""
    said: dict[int, str] = {}
    for row, _kept in known:
        pk = into.get(row.pk, row.pk)
        said[pk] = f"{said.get(pk, '')} {plain(row.place)} {plain(row.name)}"
    return said


def _rows(member: Member, page: list[int], likely: dict[int, list[int]], into: dict[int, int]) -> list[Row]:
    also: dict[int, list[int]] = {pk: [] for pk in page}
    for gone, kept in into.items():
        if kept in also:
            also[kept].append(gone)
    wanted = {*page, *(pk for row in page for pk in (*likely.get(row, ()), *also[row]))}
    rows = Visited.objects.select_related("unit").in_bulk(wanted)
    shown = {pk: Shown(row, row.name_for(member, row.unit_id)) for pk, row in rows.items()}
    paid = paid_to(page)
    return [
        Row(shown[pk], paid[pk], [shown[each] for each in likely.get(pk, ())], [shown[each] for each in also[pk]])
        for pk in page
    ]


def list_address(**given: Any) -> str:
    """The list, as asked."""
    return f"{reverse('visited')}?{urlencode(given)}" if given else reverse("visited")
