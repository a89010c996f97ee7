"""The form of a publication."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.records.forms.record_form import RecordForm
from youju.records.publicity.publication.models import Publication, PublicationSort


class PublicationForm(RecordForm):
    NEVER: ClassVar[tuple[str, ...]] = ("happened_until",)
    MORE: ClassVar[tuple[str, ...]] = ("publisher", "number", *RecordForm.MORE)

    sort = forms.ChoiceField(label=_("sort of publication"))

    class Meta(RecordForm.Meta):
        model = Publication
        fields = ["sort", *RecordForm.Meta.fields[:3], "publisher", "number", *RecordForm.Meta.fields[3:]]
        labels = {"title": _("title of the publication"), "happened": _("brought out on")}
        help_texts = {"number": _("As it stands on the page of imprint; of a book ISBN, of a print its permit.")}

    field_order: tuple[str, ...] = ("sort", "unit", "title", "happened")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", PublicationSort.choices)
