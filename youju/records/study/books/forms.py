"""The form of books handed out: to whom, and a line for each title."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.study.books.models import Books, Receivers, Title


class BooksForm(RecordForm):
    instance: Books

    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")

    sort = forms.ChoiceField(label=_("handed out to"))
    titles = RowsField(Title, label=_("titles and copies"), row=_("row of a book"), least=1)

    class Meta(RecordForm.Meta):
        model = Books
        fields = ["sort", *RecordForm.Meta.fields]
        labels = {"happened": _("handed out on")}

    field_order = ("unit", "sort", "title", "happened", "titles")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", Receivers.choices)
