"""Which day is so many working days, or days, after another: the answer day by day."""

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from youju.desk.change.fields import DayField
from youju.desk.units.unit_list import reader_of
from youju.lib import clock
from youju.lib.deadlines import DayType, Rule
from youju.orgs.deadlines import conclusion, deadline_of, explanation


class DueForm(forms.Form):
    day = DayField(label=_("received on"))
    days = forms.IntegerField(label=_("how many days"), min_value=1, max_value=250)
    sort = forms.ChoiceField(
        label=_("which days count"),
        choices=((DayType.WORKING.value, _("working days")), (DayType.CALENDAR.value, _("calendar days"))),
    )


@require_GET
def due_page(request: HttpRequest) -> HttpResponse:
    """The form, and below it the answer for what was asked."""
    reader_of(request)
    first = {"day": clock.today(), "days": 15, "sort": DayType.WORKING.value}
    form = DueForm(request.GET if "days" in request.GET else None, initial=first)
    answer: dict[str, Any] = {}
    if form.is_bound and form.is_valid():
        answer = _answer(form.cleaned_data["day"], form.cleaned_data["days"], DayType(form.cleaned_data["sort"]))
    return render(request, "desk/calendar/due.html", {"form": form, **answer})


def _answer(day: date, days: int, day_type: DayType) -> dict[str, Any]:
    found = deadline_of(day, Rule(days, day_type))
    return {"conclusion": conclusion(found), "lines": explanation(found)}
