"""Persons proposed while somebody types a name that any roster of the bureau may hold."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.orgs.unit_search import LEAST
from youju.records.forms.person_field import PersonField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.kinds import get_record_kind
from youju.records.rights import units_to_record_for


@require_GET
def person_picks(request: HttpRequest, code: str, name: str) -> HttpResponse:
    """Names for what was typed into a box of the field ``name``, or of one of its columns (``holders.person``).

    Of rosters that the member keeps, adults alone. Raises NotAllowed.
    """
    member, kind = member_of(request), get_record_kind(code)
    if not units_to_record_for(member, kind.section).exists():
        raise NotAllowed()
    form = kind.form(initial=kind.form.typed(request.GET), actor=member)
    field = _person_field(form, name)
    front, _dot, column = name.partition(".")
    typed = [str(text) for key, text in request.GET.items() if key.startswith(front) and key.endswith(column)]
    text = typed[0][:40].replace("\0", "") if typed else ""
    found = field.like(text, member) if len(text) >= LEAST else []
    return render(request, "desk/records/person_picks.html", {"found": found})


def _person_field(form: RecordForm, name: str) -> PersonField:
    """The field of that name, or the column of a field of rows. Raises NotFound."""
    front, _dot, column = name.partition(".")
    field: forms.Field | None = form.fields.get(front)
    if isinstance(field, RowsField):
        field = field.columns.get(column)
    if not isinstance(field, PersonField):
        raise NotFound()
    return field
