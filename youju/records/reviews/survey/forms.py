"""The forms of a survey: writing it, and what its moves ask."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.records.forms.case_forms import CaseForm, MoveForm, OpenForm
from youju.records.forms.choosing import let_choose
from youju.records.forms.record_form import DateInput
from youju.records.forms.rows.field import RowsField
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import ENDED
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.questions import Question, QuestionForm
from youju.records.rights import readable, units_to_record_for

_MEETING = "meeting"
# Meetings that a survey may belong to are offered for so long after their day.
_OFFERED = timedelta(days=400)
_LABELS = {
    "unit": _("unit that asks"),
    "title": _("name of the survey"),
    "happened": _("first day of the survey"),
    "due_on": _("last day to answer"),
    "note": _("words to those who are asked"),
}
_HELPS = {
    "happened": _("The day on which all answers count, as that of the review meeting."),
    "review": _("If its guests are asked. It must have been written down before."),
    "note": _("Stands above the questions. Never ask for a name, a telephone number or a child's class."),
}
_WIDGETS = {"happened": DateInput(), "due_on": DateInput(), "note": forms.Textarea(attrs={"rows": 2})}
_FIELDS = ["title", "happened", "due_on", "audience", "review", "note"]


def _questions() -> RowsField:
    return RowsField(
        Question,
        label=_("questions"),
        row=_("question"),
        least=1,
        help_text=_(
            "One row a question. Answers are divided by “、”; a scale is written as 1-10. The first question that says "
            "which answers mean satisfied is the one that the figure is taken from."
        ),
    )


def _usual_questions() -> list[dict[str, str]]:
    """What most surveys ask, to begin with."""
    return [
        {
            "text": _text("Are you satisfied with our work on the whole"),
            "form": QuestionForm.CHOICE.value,
            "options": _text("satisfied、rather satisfied、not satisfied、cannot tell"),
            "satisfied": _text("satisfied、rather satisfied"),
        },
        {
            "text": _text("Your opinions and suggestions"),
            "form": QuestionForm.TEXT.value,
            "options": "",
            "satisfied": "",
        },
    ]


class SurveyForm(OpenForm):
    instance: Survey

    MORE: ClassVar[tuple[str, ...]] = ("review", "note")

    owner = None  # type: ignore[assignment]  # whoever records for the unit goes on with it
    questions = _questions()

    class Meta(OpenForm.Meta):
        model = Survey
        fields = ["unit", *_FIELDS]
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_to_record_for(self.actor, self.section or "reviews")
        self.offer_units(units)
        self.initial.setdefault("unit", self.actor.unit_id)
        self.initial.setdefault("questions", _usual_questions())
        if self.source is None and not self.initial.get("happened"):
            self.initial["happened"] = clock.today()
        if self.source is not None and self.source.kind == _MEETING:
            self._begin_from(self.source)
        _prepare(self, self.actor)
        self.prepare_lookups()

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values, values.get("unit"))
        return values

    def _begin_from(self, meeting: Ledgered) -> None:
        title = _("%(meeting)s: survey of satisfaction") % {"meeting": meeting.title}
        begun = {"unit": meeting.unit_id, "title": title, "happened": meeting.happened, "due_on": meeting.happened}
        for name, value in (begun | {"review": meeting.pk, "audience": "guests"}).items():
            self.initial[name] = self.initial.get(name) or value  # what was typed stands


class SurveyMoveForm(MoveForm):
    instance: Survey

    owner = None  # type: ignore[assignment]  # as in the form above
    questions = _questions()

    field_order = (*_FIELDS, "questions")

    class Meta(MoveForm.Meta):
        model = Survey
        fields = _FIELDS
        labels, help_texts, widgets = _LABELS, _HELPS, _WIDGETS

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _prepare(self, self.actor)
        if "questions" in self.fields and self.instance.pk is not None:
            self.initial.setdefault("questions", [row.values() for row in self.instance.questions.all()])

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        _check(self, values, self.instance.unit)
        return values


def _prepare(form: CaseForm, actor: Member) -> None:
    if "questions" in form.fields:
        form.fields["questions"].most = setting("survey_most_questions")  # type: ignore[attr-defined]  # a RowsField
    if "due_on" in form.fields:
        form.fields["due_on"].required = True
    if "review" in form.fields:
        let_choose(form, "review", meetings_offered(actor, form.instance))


def meetings_offered(actor: Member, survey: Survey) -> "QuerySet[Ledgered]":
    """The meetings that a member may read, of the last year and some, and the one that the survey has."""
    recent = Ledgered.objects.filter(readable(actor), kind=_MEETING, happened__gte=clock.today() - _OFFERED)
    there = Ledgered.objects.filter(pk=survey.review_id or 0)
    return (recent.exclude(state__in=ENDED) | there).order_by("-happened", "pk")


def _check(form: CaseForm, values: dict[str, Any], unit: Any) -> None:
    first = values.get("happened") or form.instance.happened
    last, meeting = values.get("due_on"), values.get("review")
    if first and last and last < first:
        form.add_error("due_on", _("Before its first day nobody can have answered."))
    if last and last < clock.today() and form.instance.answering and "due_on" in form.changed_data:
        form.add_error("due_on", _("This day is over: nobody could answer any more."))
    if meeting and unit and meeting.unit_id != unit.pk:
        form.add_error("review", _("This meeting was held by another unit."))
