"""Changing the questionnaire, with its rows of questions, while nobody can answer yet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.records.kind_form import is_redraw, sent
from youju.desk.records.seen_versions import version_of
from youju.desk.scope import member_of
from youju.desk.surveys.getting import get_survey
from youju.errors import NotAllowed
from youju.records.case_rights import may_move
from youju.records.errors import NoSuchMove
from youju.records.reviews.survey.forms import SurveyMoveForm
from youju.records.verbs.case_verbs import case_move

_ACTION = "correct"


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, ref: str) -> HttpResponse:
    """Raises NoSuchMove once it takes answers, NotAllowed, NewerVersion."""
    member, survey = member_of(request), get_survey(request, ref)
    move = survey.moves.get(_ACTION)
    if move is None:
        raise NoSuchMove(title=survey.title, state=survey.state_label)
    if not may_move(member, survey, move):
        raise NotAllowed()
    typed = SurveyMoveForm.typed(request.POST) if is_redraw(request) else {}
    form = SurveyMoveForm(
        request.POST if sent(request) else None, initial=typed, instance=survey, move=move, actor=member
    )
    if form.is_bound and form.is_valid():
        case_move(
            case=get_survey(request, ref), action=_ACTION, actor=member, values=form.cleaned_data,
            version=version_of(request),
        )  # fmt: skip
        messages.success(request, _("The questionnaire is changed."))
        return redirect("case", ref)
    context = {"survey": survey, "form": form, "version": request.POST.get("version") or survey.version}
    return render(request, "desk/surveys/edit.html", context, status=422 if form.errors else 200)
