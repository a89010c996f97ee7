"""The list of one section's records, with its filters."""

import re
from collections.abc import Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of, units_for
from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.access import visible_to
from youju.records.attachments import attachments_of, best_grade
from youju.records.kind import Kind
from youju.records.kinds import record_kinds
from youju.records.ledgered import Ledgered
from youju.records.rights import sections_of, units_to_record_for
from youju.records.sections import Section
from youju.records.states import State

_MONTH = re.compile(r"(\d{4})-(\d{2})")


class Row(NamedTuple):
    record: Ledgered
    sort: str
    grade: str
    grade_label: str


class FilterForm(forms.Form):
    """What a list can be narrowed by. A value that is no choice narrows to nothing and says so."""

    text = forms.CharField(label=_("words in the title"), required=False, max_length=60)
    state = forms.ChoiceField(label=_("state"), required=False)
    kind = forms.ChoiceField(label=_("kind"), required=False)
    sort = forms.ChoiceField(required=False)
    unit = forms.ChoiceField(label=_("unit"), required=False)
    month = forms.CharField(
        label=_("month"), required=False, widget=forms.TextInput({"type": "month", "placeholder": "2025-03"})
    )

    def __init__(self, data: Any, member: Member, among: Sequence[Kind]) -> None:
        super().__init__(data)
        self._offer("state", State.choices)
        self._offer("kind", [(kind.code, kind.label) for kind in among] if len(among) > 1 else [])
        self._offer("sort", [pair for kind in among for pair in kind.sorts().items()])
        self._offer("unit", [(unit.code, str(unit)) for unit in units_for(member, clock.today())])
        self.fields["sort"].label = str(among[0].sort_label if len(among) == 1 else _("sort"))

    def _offer(self, name: str, choices: list[Any]) -> None:
        """What there is to choose; a field without any is not asked."""
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        if not choices:
            del self.fields[name]

    def clean_month(self) -> str:
        month = str(self.cleaned_data["month"]).strip()
        found = _MONTH.fullmatch(month)
        if month and not (found and 1 <= int(found[2]) <= 12):
            raise forms.ValidationError(_("Write a month like 2025-03."))
        return month

    def narrow(self, rows: QuerySet[Ledgered]) -> QuerySet[Ledgered]:
        """The rows that match; none where a filter is wrong."""
        if not self.is_valid():
            return rows.none()
        wanted = {name: value for name, value in self.cleaned_data.items() if value}
        return rows.filter(*(self._condition(name, value) for name, value in wanted.items()))

    def _condition(self, name: str, value: str) -> Q:
        if name == "month":
            return Q(happened__year=int(value[:4]), happened__month=int(value[5:]))
        fields = {"text": "title__icontains", "unit": "unit__code"}
        return Q(**{fields.get(name, name): value})


@require_GET
def first_section(request: HttpRequest) -> HttpResponse:
    """The list of the member's first section: every list shows the way to the others."""
    own = sections_of(member_of(request))
    return redirect(
        "record-list", next((kind.section for kind in record_kinds() if kind.section in own), Section.STUDY)
    )


@require_GET
def record_list(request: HttpRequest, section: str) -> HttpResponse:
    """One section's records that the member may read, newest first."""
    among = _kinds_of(section)
    filters = _filters(request, section, among)
    member, own = member_of(request), sections_of(member_of(request))
    shown = listed(request, filtered_records(request, section))
    context = shown | {
        "section": Section(section),
        "sections": [each for each in own if any(kind.section == each for kind in record_kinds())],
        "kinds": among,
        "filters": filters,
        "filtered": any(request.GET.get(name) for name in filters.fields),
        "rows": _rows(list(shown["page"].object_list), among),
        "may_add": units_to_record_for(member, section).exists(),
        "asked": urlencode({name: value for name in filters.fields if (value := request.GET.get(name))}),
    }
    return render(request, "desk/records/record_list.html", context)


def filtered_records(request: HttpRequest, section: str) -> QuerySet[Ledgered]:
    """What the list shows for an address, all pages of it. Raises NotFound, NotAllowed as the list does."""
    filters = _filters(request, section, _kinds_of(section))
    return filters.narrow(visible_to(member_of(request)).filter(section=section))


def _kinds_of(section: str) -> list[Kind]:
    among: list[Kind] = [kind for kind in record_kinds() if kind.section == section]
    if not among:
        raise NotFound()
    return among


def _filters(request: HttpRequest, section: str, among: list[Kind]) -> FilterForm:
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    if section not in sections_of(member):
        raise NotFound()
    return FilterForm(request.GET, member, among)


def _rows(records: list[Ledgered], among: Sequence[Kind]) -> list[Row]:
    sorts = {kind.code: kind.sorts() for kind in among}
    attached = attachments_of(record.ref for record in records)
    return [_row(record, sorts[record.kind].get(record.sort, ""), attached) for record in records]


def _row(record: Ledgered, sort: str, attached: dict[str, Any]) -> Row:
    grade = best_grade(attached.get(record.ref, ()))
    return Row(record, sort, grade.value, str(grade.label))
