"""The form that reads a Word document that comes back, and what a changed figure is called."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.claims.candidates.cells import find_cell
from youju.errors import YoujuError
from youju.indicators.catalogue import indicators
from youju.summaries.paper.returned import Edit, Returned, read_returned


class ReturnedForm(forms.Form):
    """The file; once it was read, what came of it stands in ``found``, and what it is called in ``name``."""

    file = forms.FileField(
        label=_("returned Word document"),
        help_text=_("The .docx that was downloaded here, as others have changed it: saved by Word, WPS, LibreOffice."),
        widget=forms.ClearableFileInput({"accept": ".docx"}),
    )
    found: Returned | None = None
    name = ""

    def clean_file(self) -> None:
        file = self.cleaned_data["file"]
        if file.size > settings.CHECK_BYTES:
            limit = settings.CHECK_BYTES // 1024**2
            raise forms.ValidationError(gettext("The file is larger than %(limit)s MB.") % {"limit": limit})
        try:
            self.name = str(file.name)
            self.found = read_returned(file.read(), self.name)
        except YoujuError as error:
            raise forms.ValidationError(str(error)) from error


def figure_name(edit: Edit) -> str:
    """What the figure is called now; empty for one that was typed by hand, or is of no indicator any more."""
    code = edit.figure.code if edit.figure else ""
    known = indicators().get(code) or find_cell(code)
    return str(known.name) if known else ""
