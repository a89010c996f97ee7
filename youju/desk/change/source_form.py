"""A text that is pasted or comes as a file. It stands in ``text``, wherever it came from."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.claims.documents.source_text import source_text
from youju.errors import YoujuError


class SourceForm(forms.Form):
    text = forms.CharField(
        label=_("text of the document"), required=False, strip=False, widget=forms.Textarea({"rows": 12}),
        help_text=_("Paste the text here, or choose its file below: one of the two is needed."),
    )  # fmt: skip
    upload = forms.FileField(
        label=_("or a file"), required=False,
        help_text=_("docx, txt, md, html, or pdf with text. It may be dropped here."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        most = settings.CHECK_BYTES
        said = gettext("This file is larger than the %(limit)s MB that can be read at once. Choose a smaller one.")
        self.fields["upload"].widget.attrs |= {"data-most": most, "data-refusal": said % {"limit": most // 1024**2}}

    def clean(self) -> dict[str, Any]:
        """Read the file, if there is one, and see that there is a text that one request can bear."""
        values = super().clean() or self.cleaned_data
        if (upload := values.get("upload")) is not None:
            values["text"] = self._read(upload)
        elif not (values.get("text") or "").strip() and "text" not in self.errors:
            self.add_error("text", gettext("Paste a text, or choose a file."))
        elif len((values.get("text") or "").encode()) > settings.CHECK_BYTES:
            self.add_error("text", gettext("The text is too long to be checked in one go."))
        values["text"] = (values.get("text") or "").replace("\r\n", "\n")
        return values

    def _read(self, upload: Any) -> str:
        try:
            if upload.size > settings.CHECK_BYTES:
                raise ValidationError(gettext("This file is larger than can be read at once. Choose a smaller one."))
            return source_text(upload.read(), upload.name)
        except (ValidationError, YoujuError) as refusal:
            self.add_error("upload", refusal if isinstance(refusal, ValidationError) else str(refusal))
            return ""
