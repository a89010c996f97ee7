"""A register as a workbook: taken out, and read in again, first told and then done."""

import base64
import binascii
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.scope import member_of
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.registers.register import Register
from youju.records.registers.register_rights import get_register_for, is_keeper
from youju.records.sheets.register_sheet import (
    RegisterReading,
    RowChange,
    read_register,
    register_import,
    write_register,
)

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# It travels with the page from the look at it to the press that takes it in.
_MOST_BYTES = 2 * 1024 * 1024


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("filled workbook"),
        help_text=gettext_lazy(
            "An .xlsx file, saved by Excel or WPS. Nothing changes yet: next you see what would change."
        ),
        widget=forms.ClearableFileInput({"accept": ".xlsx,.xls"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > _MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than %(limit)s MB.") % {"limit": _MOST_BYTES // 1024**2})
        return file


@require_GET
def register_file(request: HttpRequest, code: str) -> HttpResponseBase:
    """All rows of a register; the file is what is read in again, changed."""
    register, content = get_register_for(member_of(request), code), BytesIO()
    write_register(content, register=register)
    content.seek(0)
    name = f"{register.label}-{clock.today():%Y%m%d}.xlsx"
    return FileResponse(content, as_attachment=True, filename=name, content_type=_XLSX)


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, code: str) -> HttpResponse:
    """Hand a workbook in, see what it would change, take it in."""
    member = member_of(request)
    register = get_register_for(member, code)
    if not is_keeper(member, register):
        raise NotAllowed()
    if content := _kept(request):
        return _taken_in(request, register, content, member)
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if not form.is_valid():
        context = {"form": form, "register": register}
        return render(request, "desk/registers/import.html", context, status=422 if form.errors else 200)
    return _told(request, register, form.cleaned_data["file"].read())


def _kept(request: HttpRequest) -> bytes:
    """The file as the page that told of it sends it back."""
    try:
        return base64.b64decode(request.POST.get("kept", ""), validate=True)
    except binascii.Error:
        return b""


def _told(request: HttpRequest, register: Register, content: bytes) -> HttpResponse:
    try:
        reading = read_register(register=register, content=BytesIO(content))
        problems = [problem_text(problem) for problem in reading.problems]
    except SheetRefused as refused:
        reading, problems = RegisterReading(), [problem_text(problem) for problem in refused.problems]
    context = {
        "register": register,
        "problems": problems,
        "new": reading.names(RowChange.NEW),
        "changed": reading.names(RowChange.CHANGED),
        "same": reading.names(RowChange.SAME),
        "kept": base64.b64encode(content).decode(),
    }
    return render(request, "desk/registers/import_told.html", context, status=422 if problems else 200)


def _taken_in(request: HttpRequest, register: Register, content: bytes, member: Member) -> HttpResponse:
    reading = read_register(register=register, content=BytesIO(content))
    register_import(register=register, reading=reading, actor=member)
    count = len(reading.names(RowChange.NEW)) + len(reading.names(RowChange.CHANGED))
    said = ngettext("%(count)d row is added or changed.", "%(count)d rows are added or changed.", count)
    messages.success(request, said % {"count": count})
    return redirect("register", register.code)
