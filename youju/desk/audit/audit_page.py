"""The audit log for auditors: who did what, searched by person, action, thing and days."""

import json
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from youju.desk.audit.action_words import ACTIONS, AREAS, DETAILS
from youju.desk.pages import filtered_list
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.lib.batches import batches
from youju.orgs.actors import names_of
from youju.orgs.audit import AuditRow
from youju.orgs.audit_search import AuditQuery, find_audit_rows
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.phrases import enumerated
from youju.records.heads.changes import names_in
from youju.records.reading.access import withheld_refs
from youju.records.rights import reached_units

# So many references one condition names: SQLite takes no expression that is a thousand deep.
_SHOWN, _AT_A_TIME = 160, 100


class Row(NamedTuple):
    """who, what, target: in words where there are any; detail: the first of it, all: as it was written."""

    row: AuditRow
    who: str
    what: str
    target: str
    detail: str
    all: str


class AuditFilterForm(forms.Form):
    actor = forms.CharField(label=_("who"), required=False, max_length=40)
    action = forms.ChoiceField(label=_("what"), required=False)
    target = forms.CharField(label=_("reference, code or member"), required=False, max_length=80)
    first = forms.DateField(label=_("from"), required=False, widget=forms.DateInput({"type": "date"}))
    last = forms.DateField(label=_("to"), required=False, widget=forms.DateInput({"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known = sorted(AuditRow.objects.order_by().values_list("action", flat=True).distinct())
        areas = [(code, label) for code, label in AREAS.items() if any(_is_of(action, code) for action in known)]
        exact = [(code, f"{_area(code)}: {ACTIONS.get(code, code)}") for code in known if code not in dict(areas)]
        self.fields["action"].choices = [("", _("all")), *areas, *exact]  # type: ignore[attr-defined]  # a ChoiceField

    def query(self) -> AuditQuery | None:
        """What is asked for; None where a filter is wrong."""
        if not self.is_valid():
            return None
        given: dict[str, Any] = {
            name: value.strip() if isinstance(value, str) else value for name, value in self.cleaned_data.items()
        }
        return AuditQuery(**given)


@require_GET
@never_cache
def audit_page(request: HttpRequest) -> HttpResponse:
    """The newest rows first. Raises NotAllowed for whoever does not audit the bureau."""
    member = member_of(request)
    if home_unit().pk not in reached_units(member, Role.AUDITOR):
        raise NotAllowed()
    filters = AuditFilterForm(request.GET)
    query = filters.query()
    rows = AuditRow.objects.none() if query is None else find_audit_rows(query)
    shown = filtered_list(request, filters, _without_withheld(rows, member))
    context: dict[str, Any] = shown | {
        "name": _("Audit log"),
        "rows": _rows(list(shown["page"].object_list)),
    }
    return render(request, "desk/audit/audit.html", context)


def _without_withheld(rows: QuerySet[AuditRow], reader: Member) -> QuerySet[AuditRow]:
    """Without those that tell of what is withheld from the reader: by their target, or in their detail."""
    for batch in batches(withheld_refs(reader), _AT_A_TIME):
        told = [Q(target__contains=ref) | Q(detail__icontains=ref) for ref in batch]
        rows = rows.exclude(reduce(or_, told))
    return rows


def _rows(rows: list[AuditRow]) -> list[Row]:
    names = names_of({row.actor for row in rows} | {row.target for row in rows})
    units = dict(Member.objects.filter(token__in={row.target for row in rows}).values_list("token", "unit__name"))
    said = names_in(value for row in rows for value in row.detail.values() if isinstance(value, str))
    return [_row(row, names, units, said) for row in rows]


def _row(row: AuditRow, names: dict[str, str], units: dict[str, str], said: dict[str, str]) -> Row:
    target = names.get(row.target, row.target)
    if units.get(row.target):
        target = f"{target} · {units[row.target]}"
    detail = " · ".join(
        f"{DETAILS.get(key, key)} {_said(said.get(value, value) if isinstance(value, str) else value)}"
        for key, value in row.detail.items()
        if value not in ("", None, [])
    )
    return Row(
        row=row,
        who=names.get(row.actor, row.actor),
        what=str(ACTIONS.get(row.action, row.action)),
        target=target,
        detail=detail[:_SHOWN],
        all=detail if len(detail) > _SHOWN else "",
    )


def _said(value: Any) -> str:
    if isinstance(value, list):
        return enumerated(map(_said, value))
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _area(action: str) -> str:
    return str(AREAS.get(action.partition(".")[0], action.partition(".")[0]))


def _is_of(action: str, area: str) -> bool:
    return action == area or action.startswith(f"{area}.")
