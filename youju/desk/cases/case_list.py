"""The list of what runs: mine, overdue, all that is open, what has ended."""

from datetime import date
from typing import Any, NamedTuple

from django import forms
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.pages import listed
from youju.desk.scope import BUREAU, LOCAL, member_of, units_for
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.access import visible_to
from youju.records.case import Case
from youju.records.kinds import case_kinds, specific
from youju.records.ledgered import Ledgered
from youju.records.rights import units_to_decide_for

WHICH = (
    ("open", _("all that is open")),
    ("mine", _("in my charge")),
    ("overdue", _("overdue")),
    ("waiting", _("done, to confirm")),
    ("ended", _("ended")),
)


class Row(NamedTuple):
    case: Case
    overdue: bool


class CaseFilter(forms.Form):
    """What the list can be narrowed by. A value that is no choice narrows to nothing and says so."""

    which = forms.ChoiceField(label=_("which"), required=False, choices=WHICH)
    kind = forms.ChoiceField(label=_("kind"), required=False)
    text = forms.CharField(label=_("words in the title"), required=False, max_length=60)
    unit = forms.ChoiceField(label=_("unit"), required=False)

    def __init__(self, data: Any, member: Member) -> None:
        super().__init__(data)
        self.member = member
        self.fields["kind"].choices = [("", _("all")), *((kind.code, kind.label) for kind in case_kinds())]  # type: ignore[attr-defined]
        units = [(unit.code, str(unit)) for unit in units_for(member, clock.today())]
        self.fields["unit"].choices = [("", _("all")), *units]  # type: ignore[attr-defined]  # a ChoiceField

    def narrow(self, rows: "QuerySet[Ledgered]") -> "QuerySet[Ledgered]":
        """The rows that match; none where a filter is wrong."""
        if not self.is_valid():
            return rows.none()
        given = self.cleaned_data
        rows = rows.filter(which_cases(given["which"] or "open", self.member, clock.today()))
        if given["kind"]:
            rows = rows.filter(kind=given["kind"])
        if given["text"]:
            rows = rows.filter(title__icontains=given["text"])
        return rows.filter(unit__code=given["unit"]) if given["unit"] else rows


@require_GET
def case_list(request: HttpRequest) -> HttpResponse:
    """What the member may read of what runs, the first due first."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    filters = CaseFilter(request.GET, member)
    shown = listed(request, filters.narrow(visible_cases(member)))
    today = clock.today()
    rows = [row_of(case, today) for case in specific(list(shown["page"].object_list)) if isinstance(case, Case)]
    context = shown | {
        "filters": filters,
        "filtered": any(request.GET.get(name) for name in filters.fields),
        "rows": rows,
        "kinds": [kind for kind in case_kinds() if units_to_decide_for(member, kind.section).exists()],
    }
    return render(request, "desk/cases/case_list.html", context)


def visible_cases(member: Member) -> "QuerySet[Ledgered]":
    """The heads of the cases a member may read, the first due first."""
    codes = [kind.code for kind in case_kinds()]
    return visible_to(member).filter(kind__in=codes).order_by(F("due_on").asc(nulls_last=True), "pk")


def which_cases(which: str, member: Member, today: date) -> Q:
    """One of WHICH as a condition on heads."""
    running, owed = Q(pk__in=[]), Q(pk__in=[])
    for kind in case_kinds():
        running |= Q(kind=kind.code, state__in=kind.model.running())
        owed |= Q(kind=kind.code, state__in=kind.model.owed())
    return {
        "mine": owed & Q(owner=member),
        "overdue": owed & Q(due_on__lt=today),
        "waiting": running & ~owed,
        "ended": ~running,
    }.get(which, running)


def cases_in_charge(member: Member, most: int) -> list[Row]:
    """What a member has to do, the first due first; at most so many."""
    today = clock.today()
    heads = list(visible_cases(member).filter(which_cases("mine", member, today))[:most])
    return [row_of(case, today) for case in specific(heads) if isinstance(case, Case)]


def row_of(case: Case, today: date) -> Row:
    return Row(case, case.is_overdue(today))
