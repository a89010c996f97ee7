"""What keeps a survey from being changed, answered or closed, each with its sentence."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NotAnswering(Conflict):
    code = "not-answering"
    sentence = _("“%(title)s” takes no answers now: it stands at “%(state)s”. Open it first.")


class SurveyOver(Conflict):
    code = "survey-over"
    sentence = _(
        "“%(title)s” took answers by code to the end of %(day)s, so a sheet would open nothing. Change the last day "
        "first."
    )


class QuestionsLocked(Conflict):
    code = "questions-locked"
    sentence = _(
        "“%(title)s” has been answered, so its questions stay as they are. Let it run to its end, or cancel it with a "
        "reason and begin another."
    )


class TooFewAnswers(YoujuError):
    code, status = "too-few-answers", 422
    sentence = _(
        "“%(title)s” has fewer than %(least)s answers: who gave them could be guessed. Wait for more, or cancel it."
    )


class AnswersUnfit(YoujuError):
    code, status = "answers-unfit", 422
    sentence = _("These answers do not fit the questions of the survey. Open the page anew and answer again.")


class CountsUnfit(YoujuError):
    code, status = "counts-unfit", 422
    sentence = _("%(what)s Nothing was entered: mend it and send it again.")


class TooManySheets(YoujuError):
    code, status = "too-many-sheets", 422
    sentence = _("%(count)s sheets are more than the %(most)s that are printed at once. Print them in several parts.")


class SheetsMadeMeanwhile(Conflict):
    code = "sheets-made-meanwhile"
    sentence = _(
        "%(count)s sheets were made since this page was opened: their file should be among your downloads. Nothing "
        "more was made; if more are needed, press once again."
    )


class SheetsWithdrawnMeanwhile(Conflict):
    code = "sheets-withdrawn-meanwhile"
    sentence = _(
        "Sheets were withdrawn since this page was opened. Nothing was made: look at the numbers, press again."
    )
