"""Surveys as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import CaseKind
from youju.records.reviews.survey.asked import questions_behind
from youju.records.reviews.survey.forms import SurveyForm, SurveyMoveForm
from youju.records.reviews.survey.listing import COLUMNS
from youju.records.reviews.survey.models import MEASURES, Survey
from youju.records.reviews.survey.page import beside
from youju.records.rights import units_to_record_for

KIND = CaseKind(
    code="survey",
    section=Section.REVIEWS,
    label=_("Surveys"),
    help=_("A short questionnaire, answered without a name by code or on paper, counted when it is closed."),
    model=Survey,
    opens=SurveyForm,
    move_form=SurveyMoveForm,
    open_label=_("Write it down"),
    opens_for=units_to_record_for,
    columns=COLUMNS,
    beside=beside,
    asked=questions_behind,
    measures=MEASURES,
)
