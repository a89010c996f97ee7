"""The questionnaire as a telephone will show it; nothing can be sent."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from youju.desk.surveys.answer_form import AnswerForm
from youju.desk.surveys.getting import get_survey


@require_safe
def preview(request: HttpRequest, ref: str) -> HttpResponse:
    survey = get_survey(request, ref)
    context = {"survey": survey, "form": AnswerForm(survey.questions.all()), "preview": True}
    return render(request, "desk/surveys/phone.html", context)
