"""Completeness: units by items, each cell with the dues behind it; as a file too."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from youju.desk.plans.completeness_sheet import cell_text, columns_of, completeness_note, rows_of
from youju.desk.plans.due_filter import places_of
from youju.desk.plans.missing_plan import missing_plan
from youju.desk.scope import BUREAU, LOCAL, member_of, named_year, units_for
from youju.desk.workbooks import workbook_file
from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.sheets.export import write_rows
from youju.orgs.members import Member
from youju.plans.access import dues_for, items_for
from youju.plans.completeness import Cell, Table, table_of
from youju.plans.items import ItemState
from youju.records.rights import sections_of


class TableFilter(forms.Form):
    section = forms.ChoiceField(label=gettext_lazy("section"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("unit or town"), required=False)
    year = forms.IntegerField(label=gettext_lazy("year"), required=False, min_value=1900, max_value=2199)

    def __init__(self, data: Any, member: Member) -> None:
        super().__init__(data)
        sections = [(section.value, section.label) for section in sections_of(member)]
        units = [(unit.code, str(unit)) for unit in units_for(member, clock.today())]
        self.fields["year"].widget.attrs["placeholder"] = str(clock.today().year)
        self.fields["section"].choices = [("", _("all")), *sections]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["unit"].choices = [("", _("all")), *units]  # type: ignore[attr-defined]  # a ChoiceField


@require_GET
def completeness(request: HttpRequest) -> HttpResponse:
    """The table of a year, narrowed by section and by unit or town."""
    member = _reader(request)
    filters = TableFilter(request.GET, member)
    table, year = _table(request, member, filters), named_year(request)
    context = {
        "filters": filters,
        "filtered": any(request.GET.get(name) for name in filters.fields),
        "table": table,
        "body": _body(table),
        "year": year,
        "missing": None if table.lines else missing_plan(member, year),
    }
    return render(request, "desk/plans/completeness.html", context)


@require_GET
def completeness_file(request: HttpRequest) -> HttpResponseBase:
    """The same as a workbook; who took it is noted."""
    member = _reader(request)
    table, year = _table(request, member, TableFilter(request.GET, member)), named_year(request)
    out = BytesIO()
    write_rows(out, [(_("Completeness"), columns_of(table), rows_of(table))])
    completeness_note(table=table, year=year, form="xlsx", actor=member)
    name = _("Completeness of the plan %d") % year
    return workbook_file(out, name)


def _body(table: Table) -> SafeString:
    """The rows of the table. Written here: a template takes half a second for the cells of 100 units by 40 items."""
    lines = [
        (
            str(line.unit),
            _cells(line.cells, [_url(unit=line.unit.code, item=item.ref) for item in table.items]),
            _cells([line.total], [_url(unit=line.unit.code)]),
        )
        for line in table.lines
    ]
    foot = _cells([*table.totals, table.total], [*(_url(item=item.ref) for item in table.items), ""])
    rows = format_html_join("", '<tr><th scope="row" class="nowrap">{}</th>{}{}</tr>', lines)
    return rows + format_html('<tr><th scope="row" class="nowrap">{}</th>{}</tr>', _("together"), foot)


def _url(**query: str) -> str:
    return f"{reverse('dues')}?{urlencode({'which': 'all', **query})}"


def _cells(cells: Sequence[Cell], urls: Sequence[str]) -> SafeString:
    """What is open stands in bold: by weight and number, not by colour."""
    drawn = [(_drawn(cell, url),) for cell, url in zip(cells, urls, strict=True)]
    return format_html_join("", '<td class="nowrap">{}</td>', drawn)


def _drawn(cell: Cell, url: str) -> str:
    if not cell.asked:
        return ""
    text = cell_text(cell) or "—"
    if cell.open:
        text = format_html("<strong>{}</strong>", text)
    return format_html('<a href="{}">{}</a>', url, text) if url else text


def _reader(request: HttpRequest) -> Member:
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    return member


def _table(request: HttpRequest, member: Member, filters: TableFilter) -> Table:
    items = items_for(member).filter(year=named_year(request), state=ItemState.APPROVED)
    dues = dues_for(member)
    if not filters.is_valid():
        return table_of(dues.none(), [])
    if section := filters.cleaned_data["section"]:
        items = items.filter(section=section)
    if unit := filters.cleaned_data["unit"]:
        dues = dues.filter(unit__in=places_of(unit))
    return table_of(dues.filter(item__in=items), items)
