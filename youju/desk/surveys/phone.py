"""答卷: the questionnaire behind a ticket. No log-in, no cookie, no script; sent once, then the ticket is gone."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from youju.desk.surveys.answer_form import AnswerForm
from youju.orgs.tickets import Ticket
from youju.records.reviews.survey.answering import asked_survey, survey_answer


def survey(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponse:
    """The questions; a POST counts the answers. Raises TicketInvalid where the survey takes none."""
    found = asked_survey(ticket)
    form = AnswerForm(found.questions.all(), request.POST if request.method == "POST" else None)
    if form.is_valid():
        survey_answer(code=code, chosen=form.chosen(), texts=form.texts())
        return redirect("survey-thanks")
    context = {"survey": found, "form": form}
    return render(request, "desk/surveys/phone.html", context, status=422 if form.errors else 200)


@login_not_required
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What is said when an answer is counted; it is the same page for everybody."""
    return render(request, "desk/surveys/thanks.html")
