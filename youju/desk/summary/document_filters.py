"""What the list of documents is narrowed by."""

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib.periods import YEARS
from youju.summaries.drafts.documents import Document, DocumentState

_ALL = ("", _("all"))


class DocumentFilters(forms.Form):
    """text: in the title, or of the unit's name."""

    text = forms.CharField(label=_("Title or unit"), max_length=60, required=False)
    state = forms.ChoiceField(label=_("State"), required=False, choices=[_ALL, *DocumentState.choices])
    year = forms.IntegerField(label=_("year"), required=False, min_value=YEARS.start, max_value=YEARS.stop - 1)

    @property
    def is_set(self) -> bool:
        return self.is_bound and any(self[name].value() for name in self.fields)

    def narrowed(self, documents: QuerySet[Document]) -> QuerySet[Document]:
        """All of them, where what was asked for cannot be read; the form says why."""
        if not self.is_bound or not self.is_valid():
            return documents
        said = self.cleaned_data
        if said["text"]:
            documents = documents.filter(Q(title__icontains=said["text"]) | Q(unit__name__icontains=said["text"]))
        if said["state"]:
            documents = documents.filter(state=said["state"])
        return documents.filter(period__startswith=said["year"]) if said["year"] else documents
