"""The form of one criterion: a grade or a reason, how it is met, and what supports it."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.phrases import bracketed
from youju.records.accreditation.application.answers import Material
from youju.records.accreditation.application.marks import Line
from youju.records.accreditation.checklist.criteria import GRADES, Sort, grade_word
from youju.records.accreditation.checklist.models import Criterion
from youju.records.forms.choosing import let_choose
from youju.records.heads.ledgered import Ledgered

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _RecordChoice = forms.ModelChoiceField[Ledgered]
else:
    _RecordChoice = forms.ModelChoiceField


class RecordField(_RecordChoice):
    """Records with their day: the same title comes back every month."""

    def label_from_instance(self, record: Ledgered) -> str:
        return f"{record.happened:%Y-%m-%d} {record.title}"


class AnswerForm(forms.Form):
    ASKED_SOMETIMES: ClassVar[tuple[str, ...]] = ("grade", "why")

    grade = forms.ChoiceField(
        label=_("own grade"), required=False, widget=forms.RadioSelect,
        help_text=_("Not needed where it does not apply."),
    )  # fmt: skip
    not_applicable = forms.BooleanField(label=_("does not apply to us"), required=False)
    why = forms.CharField(
        label=_("why not"), required=False, max_length=200, help_text=_("Needed where it does not apply.")
    )
    note = forms.CharField(
        label=_("how it is met"), required=False, max_length=600, widget=forms.Textarea({"rows": 3})
    )  # fmt: skip
    cites = forms.ModelMultipleChoiceField(
        label=_("what supports it"), required=False, queryset=Material.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    record = RecordField(
        label=_("cite a record of ours"), required=False, queryset=Ledgered.objects.none(), empty_label="—",
        help_text=_("Chosen once, it is offered to every other criterion above."),
    )  # fmt: skip

    def __init__(self, *args: Any, line: Line, materials: Any, records: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade"].choices = grade_choices(line.criterion)  # type: ignore[attr-defined]  # a ChoiceField
        let_choose(self, "cites", materials)
        let_choose(self, "record", records)
        if not materials:
            del self.fields["cites"]
        if not records:
            del self.fields["record"]
        self.initial = {**_said(line), **self.initial}


def grade_choices(criterion: Criterion) -> list[tuple[str, str]]:
    """What can be chosen: grades with what each gives; of what bars, whether it occurred."""
    if criterion.sort == Sort.VETO:
        return [(grade, grade_word(criterion.sort, grade)) for grade in (GRADES[0], GRADES[-1])]
    shares = zip(GRADES, criterion.shares, strict=True)
    return [(grade, bracketed(grade, _points(criterion, share))) for grade, share in shares]


def _points(criterion: Criterion, share: int) -> str:
    return str(_("gives %s") % f"{criterion.points * share / 100:.2f}".rstrip("0").rstrip("."))


def _said(line: Line) -> dict[str, Any]:
    if line.answer is None:
        return {}
    names = ("grade", "not_applicable", "why", "note")
    return {name: getattr(line.answer, name) for name in names} | {"cites": [each.pk for each in line.standing]}
