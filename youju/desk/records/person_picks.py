"""Persons proposed while somebody types a name that any roster of the bureau may hold."""

from collections.abc import Mapping
from copy import deepcopy

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.unit_search import LEAST
from youju.records.forms.person_field import PersonField
from youju.records.forms.rows.field import RowsField
from youju.records.kind import CaseKind
from youju.records.kinds import get_kind, get_record_kind
from youju.records.rights import units_to_record_for


@require_GET
def person_picks(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Names for what was typed into a box of the field ``name``, or of one of its columns (``holders.person``).

    Of rosters that the member keeps, adults alone. Raises NotAllowed.
    """
    member, kind = member_of(request), get_kind(code)
    if not units_to_record_for(member, kind.section).exists():
        raise NotAllowed()
    field = _of_case(kind, name) if isinstance(kind, CaseKind) else _of_record(request, code, name, member)
    front, _dot, column = name.partition(".")
    typed = [str(text) for key, text in request.GET.items() if key.startswith(front) and key.endswith(column)]
    text = typed[0][:40].replace("\0", "") if typed else ""
    found = field.like(text, member) if len(text) >= LEAST else []
    return render(request, "desk/records/person_picks.html", {"found": found})


def _of_record(request: HttpRequest, code: str, name: str, member: Member) -> PersonField:
    kind = get_record_kind(code)
    return _person_field(kind.form(initial=kind.form.typed(request.GET), actor=member).fields, name)


def _of_case(kind: CaseKind, name: str) -> PersonField:
    """Of the form that opens the case, else of those of its moves; by the rosters of today."""
    fields = kind.move_form.base_fields | kind.opens.base_fields
    field = deepcopy(_person_field(fields, name))
    field.day = clock.today()
    return field


def _person_field(fields: Mapping[str, forms.Field], name: str) -> PersonField:
    """The field of that name, or the column of a field of rows. Raises NotFound."""
    front, _dot, column = name.partition(".")
    field = fields.get(front)
    if isinstance(field, RowsField):
        field = field.columns.get(column)
    if not isinstance(field, PersonField):
        raise NotFound()
    return field
