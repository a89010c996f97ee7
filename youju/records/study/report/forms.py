"""The form of study reports: a line for each text, with its writer from the unit's roster."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.forms.person_field import PersonField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.study.report.models import Reports, ReportSort, Writing


class ReportForm(RecordForm):
    instance: Reports

    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")
    REDRAWS: ClassVar[tuple[str, ...]] = ("unit", *RecordForm.REDRAWS)

    sort = forms.ChoiceField(label=_("sort of text"))
    writings = RowsField(
        Writing,
        label=_("writers and their texts"),
        row=pgettext_lazy("study report", "text"),
        columns={"person": PersonField(label=_("writer"))},
        least=1,
        spare=3,
        spreads=False,  # one text of two writers is for the unit to say
        help_text=_("One row a text; a writer of two has two rows."),
    )

    class Meta(RecordForm.Meta):
        model = Reports
        fields = ["sort", *RecordForm.Meta.fields]
        labels = {"happened": _("handed in on")}

    field_order = ("unit", "sort", "title", "happened", "writings")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", ReportSort.choices)
