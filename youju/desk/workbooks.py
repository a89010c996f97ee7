"""Workbooks at the desk: how one is taken along, and how a filled one is handed in."""

import base64
import binascii
from typing import IO, Any, ClassVar

from django import forms
from django.conf import settings
from django.http import FileResponse, HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook_file(content: IO[bytes], name: str) -> FileResponse:
    """What was written into ``content``, as a download. name: the file's, without its ending."""
    content.seek(0)
    return FileResponse(content, as_attachment=True, filename=f"{name}.xlsx", content_type=_XLSX)


class WorkbookForm(forms.Form):
    """A filled workbook, no larger than what is read at once may be."""

    MOST_BYTES: ClassVar[int] = settings.CHECK_BYTES

    file = forms.FileField(
        label=_("filled workbook"),
        help_text=_("An .xlsx file, saved by Excel or WPS. Nothing changes yet: next you see what would change."),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.xls"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > self.MOST_BYTES:
            limit = self.MOST_BYTES // 1024**2
            raise forms.ValidationError(gettext("The file is larger than %(limit)s MB.") % {"limit": limit})
        return file


class CarriedForm(WorkbookForm):
    """A workbook that travels with the page from the look at it to the press that takes it in."""

    MOST_BYTES = 2 * 1024**2


def carried(content: bytes) -> str:
    """A workbook as the page carries it, in its field ``kept``."""
    return base64.b64encode(content).decode()


def carried_file(request: HttpRequest) -> bytes:
    """The workbook as the page that told of it sends it back; empty where it carried none."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except binascii.Error:
        return b""
