"""Printing sheets with codes, so many for each unit, and taking back those that were lost."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from youju.desk.addresses import desk_origin
from youju.desk.scope import member_of
from youju.desk.surveys.getting import get_survey_to_run
from youju.errors import NotFound
from youju.lib.naturals import natural
from youju.orgs.settings import setting
from youju.orgs.units import Unit
from youju.records.reviews.survey.errors import SheetsMadeMeanwhile, SheetsWithdrawnMeanwhile
from youju.records.reviews.survey.issuing import reached_by, sheets_issue, sheets_issued, sheets_withdraw
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.sheets_paper import refuse_without_fonts, sheets_pdf
from youju.records.reviews.survey.tallies import Method

_EVERY = "every"
_DIGITS = 7


class SheetsForm(forms.Form):
    """One box a unit; ``every`` fills those of all units that were left empty."""

    def __init__(self, units: Iterable[Unit], data: Mapping[str, str] | None = None) -> None:
        super().__init__(data)
        self.units, self.most = list(units), setting("survey_most_sheets")
        if len(self.units) > 1:
            self.fields[_EVERY] = self._box(
                gettext_lazy("for each unit"), gettext_lazy("For every unit whose own box is empty.")
            )
        for unit in self.units:
            self.fields[f"unit-{unit.code}"] = self._box(str(unit))

    def _box(self, label: Any, help_text: Any = "") -> forms.IntegerField:
        return forms.IntegerField(
            label=label, help_text=help_text, required=False, min_value=0, max_value=self.most,
            widget=forms.NumberInput({"class": "form-control", "inputmode": "numeric"}),
        )  # fmt: skip

    def boxes(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name != _EVERY]

    def counts(self) -> dict[Unit, int]:
        every = self.cleaned_data.get(_EVERY) or 0
        typed = {unit: self.cleaned_data[f"unit-{unit.code}"] for unit in self.units}
        return {unit: every if count is None else count for unit, count in typed.items()}

    def clean(self) -> dict[str, object]:
        values = super().clean() or {}
        if not self.errors and not any(self.counts().values()):
            raise forms.ValidationError(_("Write for one unit at least how many sheets it is given."))
        return values


@require_http_methods(["GET", "HEAD", "POST"])
def sheets(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The boxes; a POST gives the sheets as a PDF. Their codes are on it and nowhere else, so it cannot be had again.

    Raises NotFound, NotAllowed, NotAnswering, TooManySheets, NoChineseFont.
    """
    survey = get_survey_to_run(request, ref)
    form = SheetsForm(reached_by(survey), request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return _page(request, survey, form, status=422 if form.errors else 200)
    refuse_without_fonts()  # before the codes are made: what cannot be printed is not handed out
    shown = natural(request.POST.get("shown", ""), _DIGITS)
    try:
        issued = sheets_issue(survey=survey, counts=form.counts(), actor=member_of(request), shown=shown)
    except (SheetsMadeMeanwhile, SheetsWithdrawnMeanwhile) as meanwhile:
        form.add_error(None, str(meanwhile))
        return _page(request, survey, form, status=meanwhile.status)
    pdf = sheets_pdf(survey, issued, site=desk_origin(request))
    name = _("%(title)s, sheets.pdf") % {"title": survey.title}
    answer = FileResponse(BytesIO(pdf), as_attachment=True, filename=name, content_type="application/pdf")
    answer["Cache-Control"] = "private, no-store"
    return answer


@require_POST
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Let the unused sheets of a unit hold no longer. Raises NotFound, NotAllowed, NotAnswering."""
    survey = get_survey_to_run(request, ref)
    unit = next((unit for unit in reached_by(survey) if unit.code == request.POST.get("unit")), None)
    if unit is None:
        raise NotFound()
    count = sheets_withdraw(survey=survey, unit=unit, actor=member_of(request))
    said = ngettext("%(count)d unused sheet holds no longer.", "%(count)d unused sheets hold no longer.", count)
    messages.success(request, said % {"count": count})
    return redirect("survey-sheets", ref)


def _page(request: HttpRequest, survey: Survey, form: SheetsForm, status: int) -> HttpResponse:
    context = {"survey": survey, "form": form, "given": _given(survey), "shown": sheets_issued(survey)}
    return render(request, "desk/surveys/sheets.html", context, status=status)


def _given(survey: Survey) -> list[tuple[Unit, int]]:
    """The units that were given sheets by code, with how many; whether any came back is not told here."""
    issued = dict(survey.sheets.filter(method=Method.TICKETS).values_list("unit", "issued"))
    return [(unit, issued[unit.code]) for unit in reached_by(survey) if issued.get(unit.code)]
