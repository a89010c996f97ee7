"""Registers: what there is, the rows of one with how often records name them, and one row."""

from typing import Any, NamedTuple

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import LineField
from youju.desk.pages import filtered_list
from youju.desk.records.cell_words import shown_value
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.registers.register import Register, RegisterRow, RegisterRows, uses_of
from youju.records.registers.register_rights import (
    get_register_for,
    get_row_for,
    is_keeper,
    may_propose,
    registers_for,
)


class RowFilter(forms.Form):
    text = LineField(label=_("name, other name or code"), max_length=40, required=False)
    over = forms.BooleanField(label=_("those that are retired too"), required=False)


class ShownRow(NamedTuple):
    row: RegisterRow
    cells: list[tuple[str, str]]
    uses: int
    over: bool


@require_GET
def registers_page(request: HttpRequest) -> HttpResponse:
    """The registers of the member's sections."""
    member, today = member_of(request), clock.today()
    found = registers_for(member)
    if not found:
        raise NotAllowed()
    rows = [(register, register.model.objects.in_force(today).count()) for register in found]
    return render(request, "desk/registers/registers.html", {"rows": rows})


@require_GET
def register_page(request: HttpRequest, code: str) -> HttpResponse:
    """The rows in force, by name; the retired ones too where asked. Proposals stand before them."""
    member = member_of(request)
    register, filters = get_register_for(member, code), RowFilter(request.GET)
    shown = filtered_list(request, filters, _matching(register, filters))
    rows: list[RegisterRow] = list(shown["page"].object_list)
    proposed, keeper = _proposed(register, member), is_keeper(member, register)
    context = shown | {
        "register": register,
        "columns": [_column(register, name) for name in register.shown],
        "rows": _rows(register, rows, keeper),
        "proposed": _rows(register, list(proposed), keeper),
        "keeper": keeper,
        "may_propose": may_propose(member, register),
    }
    return render(request, "desk/registers/register.html", context)


@require_GET
def row_page(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """One row: all its columns, in how many records it stands, and what may be done with it."""
    member = member_of(request)
    register = get_register_for(member, code)
    row, keeper = get_row_for(member, register, name), is_keeper(member, register)
    context = {
        "register": register,
        "shown": _rows(register, [row], keeper)[0],
        "cells": cells_of(register, row, register.form.base_fields),
        "keeper": keeper,
        "mine": row.proposed_by == member,
    }
    return render(request, "desk/registers/row.html", context)


def cells_of(register: Register, row: RegisterRow, names: Any) -> list[tuple[str, str]]:
    """Label and text of columns of a row, empty ones too."""
    form = register.form(instance=row)
    return [(str(form.fields[name].label), shown_value(form.fields[name], form.initial.get(name))) for name in names]


def _rows(register: Register, rows: list[RegisterRow], keeper: bool) -> list[ShownRow]:
    """How often a row is named is for keepers: it counts what others may not know of, as accusations."""
    uses, today = uses_of(rows) if keeper else {}, clock.today()
    return [
        ShownRow(
            row,
            cells_of(register, row, register.shown),
            uses.get(row.pk, 0),
            row.until is not None and row.until < today,
        )
        for row in rows
    ]


def _column(register: Register, name: str) -> str:
    return str(register.form.base_fields[name].label)


def _proposed(register: Register, member: Member) -> RegisterRows:
    found: RegisterRows = register.model.objects.exclude(proposed_by=None).select_related("proposed_by")
    return found if is_keeper(member, register) else found.filter(proposed_by=member)


def _matching(register: Register, filters: RowFilter) -> RegisterRows:
    values = filters.cleaned_data if filters.is_valid() else {}
    found: RegisterRows = register.model.objects.standing()
    if not values.get("over"):
        found = found.filter(Q(until=None) | Q(until__gte=clock.today()))
    if text := values.get("text"):
        found = found.holding(text)
    return found
