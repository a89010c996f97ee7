"""What is asked for before a text is adopted. The text stands in ``text``, wherever it came from."""

import re
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.claims.documents.source_text import source_text
from youju.desk.change.fields import LineField
from youju.errors import YoujuError
from youju.lib.periods import YEARS, Period

# choice-3 is chosen from a list, other-3 was typed and comes before it.
_CHOICE = re.compile(r"(?:choice|other)-([0-9]{1,5})")


class AdoptForm(forms.Form):
    """of: the year that the text is about; year: that of the new document."""

    text = forms.CharField(
        label=_("text of last year"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste last year's summary here, or choose its file below: one of the two is needed."),
    )  # fmt: skip
    upload = forms.FileField(
        label=_("or a file"), required=False,
        help_text=_("docx, txt, md, html, or pdf with text. It may be dropped here."),
    )  # fmt: skip
    of = forms.IntegerField(label=_("year of the text"), min_value=YEARS.start, max_value=YEARS.stop - 2)
    year = forms.IntegerField(label=_("year of the new document"), min_value=YEARS.start + 1, max_value=YEARS.stop - 1)
    title = LineField(label=_("title"), required=False, max_length=120, help_text=_("Empty: the text's own title."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = settings.CHECK_BYTES
        said = gettext("This file is larger than the %(limit)s MB that can be read at once. Choose a smaller one.")
        self.fields["upload"].widget.attrs |= {"data-most": most, "data-refusal": said % {"limit": most // 1024**2}}

    def clean(self) -> dict[str, Any]:
        """Read the file, if there is one, and see that there is a text, and of an earlier year."""
        values = super().clean() or self.cleaned_data
        if (upload := values.get("upload")) is not None:
            values["text"] = self._read(upload)
        elif not (values.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", gettext("Paste a text, or choose a file."))
        elif len((values.get("text") or "").encode()) > settings.CHECK_BYTES:
            self.add_error("text", gettext("The text is too long to be checked in one go."))
        if values.get("of") and values.get("year") and values["of"] >= values["year"]:
            self.add_error("year", gettext("The new document is about a later year than the text."))
        values["text"] = (values.get("text") or "").replace("\r\n", "\n")
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

    def _read(self, upload: Any) -> str:
        try:
            if upload.size > settings.CHECK_BYTES:
                raise ValidationError(gettext("This file is larger than can be read at once. Choose a smaller one."))
            return source_text(upload.read(), upload.name)
        except ValidationError as refusal:
            self.add_error("upload", refusal)
        except YoujuError as refusal:
            self.add_error("upload", str(refusal))
        return ""
