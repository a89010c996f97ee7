"""The questionnaire as a form: what a telephone is shown, and what came back of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from youju.lib.text import visible
from youju.records.reviews.survey.questions import LONGEST_TEXT, Question

# So long a text may be; the box takes no more.


class AnswerForm(forms.Form):
    """One field a question; each but free text must be answered."""

    def __init__(self, questions: Iterable[Question], data: Mapping[str, Any] | None = None) -> None:
        super().__init__(data, label_suffix="")
        self.questions = list(questions)
        for question in self.questions:
            self.fields[_name(question)] = _field(question)

    def asked(self) -> list[tuple[Question, forms.BoundField]]:
        """Each question with its field, in order."""
        return [(question, self[_name(question)]) for question in self.questions]

    def chosen(self) -> dict[int, int]:
        """The options, by the places of their questions."""
        return {q.place: int(self.cleaned_data[_name(q)]) for q in self.questions if q.choices}

    def texts(self) -> dict[int, str]:
        """What was written, by the places of the questions."""
        return {q.place: visible(self.cleaned_data[_name(q)]) for q in self.questions if not q.choices}


def _name(question: Question) -> str:
    return f"q{question.place}"


def _field(question: Question) -> forms.Field:
    if not question.choices:
        widget = forms.Textarea({"rows": 3, "class": "form-control", "autocomplete": "off"})
        return forms.CharField(label=question.text, required=False, max_length=LONGEST_TEXT, widget=widget)
    return forms.ChoiceField(
        label=question.text,
        choices=[(str(number), text) for number, text in enumerate(question.choices, 1)],
        widget=forms.RadioSelect({"autocomplete": "off"}),
        error_messages={"required": _("Choose one of the answers."), "invalid_choice": _("Choose one of the answers.")},
    )
