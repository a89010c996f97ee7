"""Typing in what was counted on paper: one unit at a time, as a table of questions and answers."""

from collections.abc import Mapping, Sequence
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
from youju.lib.text import visible
from youju.orgs.units import Unit
from youju.records.reviews.survey.counting import Counted, counts_enter
from youju.records.reviews.survey.errors import CountsUnfit
from youju.records.reviews.survey.issuing import reached_by
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.questions import LONGEST_TEXT, Question
from youju.records.reviews.survey.tallies import Method

_MOST = 100_000


def _box(label: Any, **options: Any) -> forms.IntegerField:
    widget = forms.NumberInput({"class": "form-control", "inputmode": "numeric"})
    return forms.IntegerField(label=label, min_value=0, max_value=_MOST, widget=widget, **options)


class CountsForm(forms.Form):
    """What is counted on a unit's sheets; an empty box of an answer is 0."""

    issued = _box(gettext_lazy("sheets handed out"))
    returned = _box(gettext_lazy("sheets that came back"))

    def __init__(self, questions: Sequence[Question], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            for option, text in enumerate(question.choices, 1):
                self.fields[f"n-{question.place}-{option}"] = _box(text, required=False)
            if not question.choices:
                widget = forms.Textarea({"rows": 4, "class": "form-control"})
                self.fields[f"t-{question.place}"] = forms.CharField(
                    label=question.text, required=False, max_length=20_000, widget=widget,
                    help_text=_("One text a line. What stands in the survey already is not added again."),
                )  # fmt: skip

    def asked(self) -> list[tuple[Question, list[forms.BoundField]]]:
        """Each question with its boxes."""
        return [(question, [self[name] for name in self._names(question)]) for question in self.questions]

    def _names(self, question: Question) -> list[str]:
        numbers = range(1, len(question.choices) + 1)
        return [f"n-{question.place}-{number}" for number in numbers] or [f"t-{question.place}"]

    def counted(self) -> Counted:
        values = self.cleaned_data
        counts = {
            (question.place, option): values[f"n-{question.place}-{option}"] or 0
            for question in self.questions
            for option in range(1, len(question.choices) + 1)
        }
        texts = {
            question.place: [visible(line)[:LONGEST_TEXT] for line in values[f"t-{question.place}"].splitlines()]
            for question in self.questions
            if not question.choices
        }
        return Counted(values["issued"], values["returned"], counts, texts)


@require_http_methods(["GET", "HEAD", "POST"])
def paper(request: HttpRequest, ref: str) -> HttpResponse:
    """The table of one unit, filled with what was entered before. Raises NotFound, NotAllowed, NotAnswering."""
    survey, asked = get_survey_to_run(request, ref), request.POST.get("unit") or request.GET.get("unit", "")
    units = reached_by(survey)
    unit = next((unit for unit in units if unit.code == asked), survey.unit)
    questions = list(survey.questions.all())
    form = CountsForm(questions, request.POST if request.method == "POST" else None, initial=_entered(survey, unit))
    if form.is_valid():
        try:
            counts_enter(
                survey=survey, unit=unit, method=Method.PAPER, counted=form.counted(), actor=member_of(request)
            )
            messages.success(request, _("The numbers of “%(unit)s” are entered.") % {"unit": unit})
            return redirect("case", ref)
        except CountsUnfit as unfit:
            form.add_error(None, str(unfit))
    context = {"survey": survey, "form": form, "unit": unit, "units": units}
    return render(request, "desk/surveys/paper.html", context, status=422 if form.errors else 200)


def _entered(survey: Survey, unit: Unit) -> Mapping[str, int]:
    """What was typed for the unit before, by the names of the boxes."""
    row = survey.sheets.filter(unit=unit.code, method=Method.PAPER).first()
    if row is None:
        return {}
    tallies = survey.tallies.filter(unit=unit.code, method=Method.PAPER)
    counts = {f"n-{tally.question}-{tally.option}": tally.n for tally in tallies}
    return counts | {"issued": row.issued, "returned": row.returned}
