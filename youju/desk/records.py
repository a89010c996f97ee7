"""The list of one kind's records, with its filters."""

import re
from typing import Any, NamedTuple

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.details import category_field
from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of, units_for
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.access import visible_to
from youju.records.attachments import attachments_of, best_grade
from youju.records.base import Record
from youju.records.kind import Kind
from youju.records.kinds import KINDS, find_kind
from youju.records.rights import units_to_record_for
from youju.records.states import State

_MONTH = re.compile(r"(\d{4})-(\d{2})")


class Row(NamedTuple):
    record: Record
    category: str
    grade: str
    grade_label: str


class FilterForm(forms.Form):
    """What a list can be narrowed by. A value that is no choice narrows to nothing and says so."""

    text = forms.CharField(label=_("words in the title"), required=False, max_length=60)
    state = forms.ChoiceField(label=_("state"), required=False)
    category = forms.ChoiceField(required=False)
    unit = forms.ChoiceField(label=_("unit"), required=False)
    month = forms.CharField(
        label=_("month"), required=False, widget=forms.TextInput({"type": "month", "placeholder": "2025-03"})
    )

    def __init__(self, data: Any, member: Member, kind: Kind) -> None:
        super().__init__(data)
        self.column, labels, label = category_field(kind, member)
        units = [(unit.code, str(unit)) for unit in units_for(member, clock.today())]
        self._offer("state", State.choices)
        self._offer("category", list(labels.items()))
        self._offer("unit", units)
        self.fields["category"].label = label
        if not units:
            del self.fields["unit"]

    def _offer(self, name: str, choices: list[Any]) -> None:
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]  # a ChoiceField

    def clean_month(self) -> str:
        month = str(self.cleaned_data["month"]).strip()
        found = _MONTH.fullmatch(month)
        if month and not (found and 1 <= int(found[2]) <= 12):
            raise forms.ValidationError(_("Write a month like 2025-03."))
        return month

    def narrow(self, rows: QuerySet[Record]) -> QuerySet[Record]:
        """The rows that match; none where a filter is wrong."""
        if not self.is_valid():
            return rows.none()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        return rows.filter(*(self._condition(name, value) for name, value in wanted.items()))

    def _condition(self, name: str, value: str) -> Q:
        if name == "month":
            return Q(happened__year=int(value[:4]), happened__month=int(value[5:]))
        fields = {"text": "title__icontains", "unit": "unit__code", "category": self.column, "state": "state"}
        return Q(**{fields[name]: value})


@require_GET
def first_kind(request: HttpRequest) -> HttpResponse:
    """The list of the first kind: every list shows the way to the others."""
    return redirect("record-list", KINDS[0].code)


@require_GET
def record_list(request: HttpRequest, code: str) -> HttpResponse:
    """One kind's records that the member may read, newest first."""
    member, kind = member_of(request), kind_or_404(code)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    filters = FilterForm(request.GET, member, kind)
    shown = listed(request, filters.narrow(visible_to(member, kind.model)))
    context = shown | {
        "kind": kind,
        "kinds": KINDS,
        "filters": filters,
        "filtered": any(request.GET.get(name) for name in filters.fields),
        "rows": _rows(shown["page"].object_list, kind, member),
        "may_add": units_to_record_for(member).exists(),
    }
    return render(request, "desk/record_list.html", context)


def kind_or_404(code: str) -> Kind:
    """The kind of this code. Raises NotFound."""
    kind = find_kind(code)
    if kind is None:
        raise NotFound()
    return kind


def _rows(records: Any, kind: Kind, member: Member) -> list[Row]:
    column, labels, _label = category_field(kind, member)
    found = list(records)
    attached = attachments_of(record.ref for record in found)
    return [_row(record, labels.get(str(getattr(record, column, "")), ""), attached) for record in found]


def _row(record: Record, category: str, attached: dict[str, Any]) -> Row:
    grade = best_grade(attached.get(record.ref, ()))
    return Row(record, category, grade.value, str(grade.label))
