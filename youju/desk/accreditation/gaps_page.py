"""What is missing for the next level, unit by unit; and all of it as a workbook."""

from io import BytesIO
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from youju.desk.accreditation.application_of import reader_of
from youju.desk.scope import units_for
from youju.desk.workbooks import workbook_file
from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.units import UnitKind
from youju.records.accreditation.application.gap_sheet import graded_by, write_gaps
from youju.records.accreditation.application.gaps import Gap, gap_lists
from youju.records.accreditation.application.gaps import gaps as gaps_of
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.words import level_names


class GapFilter(forms.Form):
    checklist = forms.ChoiceField(label=gettext_lazy("checklist"), required=False)
    unit = forms.ChoiceField(label=gettext_lazy("unit"), required=False)

    def __init__(self, data: Any, member: Member) -> None:
        self.lists = {checklist.code: checklist for checklist in gap_lists()}
        super().__init__({"checklist": self._usual(), **data.dict()})
        self.units = {unit.code: unit for unit in units_for(member, clock.today()) if unit.kind == UnitKind.SCHOOL}
        self.fields["checklist"].choices = [(code, str(each)) for code, each in self.lists.items()]  # type: ignore[attr-defined]  # a ChoiceField
        units = [(code, str(each)) for code, each in self.units.items()]
        self.fields["unit"].choices = [("", _("all")), *units]  # type: ignore[attr-defined]  # a ChoiceField

    def chosen(self) -> Checklist | None:
        """The list asked for, else the usual one; None where there is none."""
        asked = self.cleaned_data.get("checklist", "") if self.is_valid() else ""
        return self.lists.get(asked) or self.lists.get(self._usual())

    def _usual(self) -> str:
        """The code of the list by which was applied last, in its newest version, else of the first."""
        last = Application.objects.select_related("checklist").order_by("-created_at", "-pk").first()
        alike = (code for code, each in self.lists.items() if last and each.name == last.checklist.name)
        return next(alike, next(iter(self.lists), ""))

    def gaps(self) -> list[Gap]:
        checklist = self.chosen()
        asked = self.cleaned_data.get("unit", "") if self.is_valid() else ""
        units = [self.units[asked]] if asked in self.units else list(self.units.values())
        return gaps_of(units, checklist, clock.today()) if checklist else []


@require_GET
def gaps(request: HttpRequest) -> HttpResponse:
    """One list at a time: each school with the level before it, what it scores, and what is missing."""
    filters = GapFilter(request.GET, reader_of(request))
    found, names = filters.gaps(), level_names()
    rows = [(gap, names.get(gap.held, ""), names.get(gap.wanted, ""), graded_by(gap)) for gap in found]
    context = {
        "filters": filters, "checklist": filters.chosen(), "query": request.GET.urlencode(),
        "rows": [row for row in rows if row[0].application], "unknown": [row for row in rows if not row[0].application],
    }  # fmt: skip
    return render(request, "desk/accreditation/gaps.html", context)


@require_GET
def gaps_file(request: HttpRequest) -> HttpResponseBase:
    """The same as a workbook."""
    content = BytesIO()
    write_gaps(content, GapFilter(request.GET, reader_of(request)).gaps())
    return workbook_file(content, f"{_('Gaps to the next level')}-{clock.today():%Y%m%d}")
