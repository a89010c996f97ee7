"""What is asked for before a text is adopted. The text stands in ``text``, wherever it came from."""

import re
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import LineField
from youju.desk.change.source_form import SourceForm
from youju.lib.periods import YEARS, Period

# choice-3 is chosen from a list, other-3 was typed and comes before it.
_CHOICE = re.compile(r"(?:choice|other)-([0-9]{1,5})")


class AdoptForm(SourceForm):
    """of: the year that the text is about; year: that of the new document."""

    text = forms.CharField(
        label=_("text of last year"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste last year's summary here, or choose its file below: one of the two is needed."),
    )  # fmt: skip
    of = forms.IntegerField(label=_("year of the text"), min_value=YEARS.start, max_value=YEARS.stop - 2)
    year = forms.IntegerField(label=_("year of the new document"), min_value=YEARS.start + 1, max_value=YEARS.stop - 1)
    title = LineField(label=_("title"), required=False, max_length=120, help_text=_("Empty: the text's own title."))

    def clean(self) -> dict[str, Any]:
        """See that the text is of an earlier year, too."""
        values = super().clean()
        if values.get("of") and values.get("year") and values["of"] >= values["year"]:
            self.add_error("year", gettext("The new document is about a later year than the text."))
        return values

    @property
    def of_period(self) -> Period:
        return Period.year(self.cleaned_data["of"])

    @property
    def new_period(self) -> Period:
        return Period.year(self.cleaned_data["year"])

    @property
    def choices(self) -> dict[int, str]:
        """What was chosen for a figure so far, by its number: the code of an indicator, or words to look for."""
        found = ((_CHOICE.fullmatch(name), str(value).strip()) for name, value in sorted(self.data.items()))
        return {int(name[1]): value for name, value in found if name and value}

    def again(self, text: str, title: str) -> "AdoptForm":
        """The same settings with this text; the file has become text by now."""
        return AdoptForm(
            initial={"text": text, "title": title, "of": self.cleaned_data["of"], "year": self.cleaned_data["year"]}
        )
