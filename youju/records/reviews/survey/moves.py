"""What may be done with a survey, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

COUNTED = "counted"
# What is asked when it is written, and may be changed until it is opened.
WRITTEN = ("title", "happened", "due_on", "audience", "review", "note", "questions")


class SurveyState(models.TextChoices):
    PREPARING = "preparing", _("being prepared")
    OPEN = "open", _("taking answers")
    CLOSED = "closed", _("closed and counted")
    CANCELLED = "cancelled", _("survey cancelled")


MOVES: Moves = {
    SurveyState.PREPARING: {
        "start": Move(_("Open for answers"), SurveyState.OPEN, "recorder", tells=False),
        "correct": Move(
            _("Change the questionnaire"), SurveyState.PREPARING, "recorder", asks=WRITTEN, tells=False,
            page="survey-edit",
        ),
        "cancel": Move(_("Cancel the survey"), SurveyState.CANCELLED, "recorder", reason=True),
    },
    SurveyState.OPEN: {
        "close": Move(
            _("Close and count"), SurveyState.CLOSED, "other recorder", posts=(COUNTED,), files=True, tells=False
        ),
        "put-off": Move(_("Change the last day"), SurveyState.OPEN, "recorder", asks=("due_on",), tells=False),
        "take-back": Move(_("Back to the questionnaire"), SurveyState.PREPARING, "recorder", tells=False),
        "cancel": Move(_("Cancel the survey"), SurveyState.CANCELLED, "recorder", reason=True),
    },
    SurveyState.CLOSED: {
        "annul": Move(
            _("Withdraw the result"), SurveyState.CANCELLED, "officer", takes_back=(COUNTED,), reason=True
        ),
    },
    SurveyState.CANCELLED: {},
}  # fmt: skip
