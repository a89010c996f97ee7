"""Taking in what a survey service has counted: its Excel file, of one unit."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.desk.surveys.getting import get_survey_to_run
from youju.desk.workbooks import CarriedForm
from youju.errors import SheetRefused, problem_text
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.errors import CountsUnfit
from youju.records.reviews.survey.issuing import reached_by
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.service_list import ServiceReading, read_service
from youju.records.reviews.survey.tallies import Method

_MOST, _SHOWN = 1_000_000, 50


class ServiceForm(CarriedForm):
    """issued: how many were asked, which the service does not know."""

    unit = forms.ModelChoiceField(Unit.objects.none(), label=gettext_lazy("unit whose people answered"))
    issued = forms.IntegerField(
        label=gettext_lazy("how many were asked"), min_value=1, max_value=_MOST,
        help_text=gettext_lazy("To how many the link was sent: the rate of return is taken from it."),
        widget=forms.NumberInput({"inputmode": "numeric"}),
    )  # fmt: skip

    field_order = ("unit", "issued", "file")

    def __init__(self, survey: Survey, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = [unit.pk for unit in reached_by(survey)]
        let_choose(self, "unit", Unit.objects.filter(pk__in=units).order_by("kind", "code"))
        self.fields["unit"].initial = survey.unit_id
        self.fields["file"].label = _("file of the survey service")
        self.fields["file"].help_text = _(
            "Only columns headed by a question are read. Times and addresses in the file are not, and it is not kept."
        )


@require_http_methods(["GET", "HEAD", "POST"])
def service(request: HttpRequest, ref: str) -> HttpResponse:
    """Enter what the file says, all of it or nothing. Raises NotFound, NotAllowed, NotAnswering."""
    survey = get_survey_to_run(request, ref)
    posted = request.method == "POST"
    form = ServiceForm(survey, *((request.POST, request.FILES) if posted else ()))
    problems: list[str] = []
    if form.is_valid():
        try:
            names = [str(unit.name) for unit in reached_by(survey)]
            reading = read_service(form.cleaned_data["file"], list(survey.questions.all()), names)
            problems = [problem_text(problem) for problem in reading.problems]
            if not problems:
                return _entered(request, survey, form, reading)
        except SheetRefused as refused:
            problems = [problem_text(problem) for problem in refused.problems]
        except CountsUnfit as unfit:
            form.add_error("issued", str(unfit))
    context = {"survey": survey, "form": form, "problems": problems[:_SHOWN], "more": max(len(problems) - _SHOWN, 0)}
    return render(request, "desk/surveys/service.html", context, status=422 if problems or form.errors else 200)


def _entered(request: HttpRequest, survey: Survey, form: ServiceForm, reading: ServiceReading) -> HttpResponse:
    counted = Counted(form.cleaned_data["issued"], reading.rows, reading.counts, reading.texts)
    unit, actor = form.cleaned_data["unit"], member_of(request)
    counts_enter(survey=survey, unit=unit, method=Method.SERVICE, counted=counted, actor=actor)
    messages.success(request, _("%(count)d answers of “%(unit)s” are entered.") % {"count": reading.rows, "unit": unit})
    return redirect("case", survey.ref)
