"""Small forms of the desk itself; what a record holds is asked by its kind's form."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.desk.uploads import ManyFilesField
from youju.records.attachments import Grade


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("reason"), max_length=400, help_text=_("One sentence that others understand later.")
    )


class FilesForm(forms.Form):
    uploads = ManyFilesField(
        label=_("evidence"),
        required=False,
        help_text=_("Photos, scans, documents. Several at once are possible."),
    )


class EvidenceForm(forms.Form):
    """Files, or a link where the evidence lies with somebody else; and how strong it is."""

    uploads = ManyFilesField(label=_("files"), required=False)
    link = forms.URLField(
        label=_("or a link"), required=False, max_length=500, assume_scheme="https",
        help_text=_("To a page of others that shows it."),
    )  # fmt: skip
    grade = forms.ChoiceField(label=_("grade"), choices=Grade.choices[1:], initial=Grade.FILE)
    note = forms.CharField(label=_("what it shows"), required=False, max_length=200)

    def clean(self) -> dict[str, object]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not values.get("uploads") and not values.get("link"):
            raise forms.ValidationError(gettext("Choose a file, or give a link."))
        return values
