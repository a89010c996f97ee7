"""What is asked for before a text is checked. The text stands in ``text``, wherever it came from."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.claims.documents.document import read_document
from youju.claims.kept.kept_text import TITLE_LENGTH, Paper
from youju.desk.check.whose import Whose
from youju.errors import YoujuError
from youju.lib.periods import Period
from youju.orgs.tree import named_unit
from youju.orgs.units import Unit


class CheckForm(forms.Form):
    text = forms.CharField(
        label=_("text of the document"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste the draft here, or choose a file below: one of the two is needed."),
    )  # fmt: skip
    upload = forms.FileField(
        label=_("or a file"),
        required=False,
        help_text=_("txt, md, html, docx, pdf, xlsx or csv. It may be dropped here."),
    )
    period = forms.CharField(
        label=_("year or period"), max_length=12, help_text=_("A year, or a month like 2025-03.")
    )  # fmt: skip
    title = forms.CharField(
        label=_("name of the document"),
        required=False,
        max_length=TITLE_LENGTH,
        help_text=_("It stands on the check sheet."),
    )
    kept = forms.CharField(required=False, max_length=40, widget=forms.HiddenInput)  # which kept text this is
    unit = forms.ChoiceField(
        label=_("unit"), required=False, help_text=_("Its text is checked against its own figures.")
    )  # fmt: skip
    aliases = forms.CharField(
        label=_("names that stand for units"), required=False, max_length=2000, widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, name=unit: 望川市=@city. A unit is a code, or @county, @city, @province."),
    )  # fmt: skip

    def __init__(self, *args: Any, whose: Whose, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.whose, self.home = whose, whose.unit
        self._offer_units()
        most = settings.CHECK_BYTES
        said = gettext("This file is larger than the %(limit)s MB that can be checked at once. Choose a smaller one.")
        self.fields["upload"].widget.attrs |= {"data-most": most, "data-refusal": said % {"limit": most // 1024**2}}

    def clean_period(self) -> Period:
        try:
            return Period.parse(self.cleaned_data["period"])
        except ValueError:
            raise forms.ValidationError(gettext("Write a year like 2025, or a month like 2025-03.")) from None

    def clean_aliases(self) -> dict[str, Unit]:
        lines = [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]
        return dict(self._alias(line) for line in lines)

    def clean(self) -> dict[str, Any]:
        """Read the file, if there is one, and see that there is something to check."""
        values = super().clean() or self.cleaned_data
        upload = values.get("upload")
        if upload is not None:
            values["text"] = self._read(upload)
            values["title"] = values.get("title") or PurePath(upload.name).stem[:TITLE_LENGTH]
        elif not (values.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", gettext("Paste a text, or choose a file."))
        elif len((values.get("text") or "").encode()) > settings.CHECK_BYTES:
            self.add_error("text", gettext("The text is too long to be checked in one go."))
        values["text"] = (values.get("text") or "").replace("\r\n", "\n")  # as browsers send every line end
        return values

    def paper(self, text: str) -> Paper:
        """What may be kept: this text with the settings it was checked by."""
        names = self.data.get("aliases", "").replace("\r\n", "\n").strip()
        return Paper(self.cleaned_data["title"], text, self.cleaned_data["period"].code, names)

    def again(self, text: str) -> "CheckForm":
        """The same settings with this text, to be looked at or sent again. The file has become text by now."""
        shown = {name: self.data.get(name, "") for name in ("period", "aliases", "kept")}
        return CheckForm(initial=shown | {"text": text, "title": self.cleaned_data["title"]}, whose=self.whose)

    def _offer_units(self) -> None:
        """Ask whose text it is where the member works in several units."""
        if len(self.whose.units) > 1:
            self.fields["unit"].choices = [(one.code, one.name) for one in self.whose.units]  # type: ignore[attr-defined]  # a ChoiceField
            self.initial["unit"] = self.home.code
        else:
            del self.fields["unit"]

    def _alias(self, line: str) -> tuple[str, Unit]:
        name, equals, target = (part.strip() for part in line.partition("="))
        if not (name and equals and target):
            raise forms.ValidationError(gettext("“%s” is not of the form name=unit.") % line.strip())
        try:
            return name, named_unit(target, self.home)
        except YoujuError as unknown:
            raise forms.ValidationError(str(unknown)) from None

    def _read(self, upload: Any) -> str:
        try:
            if upload.size > settings.CHECK_BYTES:
                raise forms.ValidationError(gettext("The text is too long to be checked in one go."))
            return read_document(upload.read(), upload.name)
        except (YoujuError, forms.ValidationError) as refusal:
            self.add_error("upload", refusal if isinstance(refusal, forms.ValidationError) else str(refusal))
            return ""
