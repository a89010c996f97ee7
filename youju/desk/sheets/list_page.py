"""Records or cases from a list from outside: its template, what would come of it, and writing that down."""

import base64
import binascii
from io import BytesIO
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.registers.register_workbook import FileForm
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound, SheetRefused, problem_text
from youju.lib.sheets import Problem, Said, write_rows
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.declared.record_lists import RecordList
from youju.records.kind import CaseKind, SheetKind
from youju.records.kinds import get_sheet_kind
from youju.records.sheets.outside_lists import list_of, read_list_of, units_of_list, write_listed
from youju.records.sheets.record_list_reading import RecordsListed

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ListForm(FileForm):
    """The file, and whose records its lines become. kept: the file as the page that told of it sends it back."""

    unit = forms.ModelChoiceField(label=_("unit"), queryset=Unit.objects.none())
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ("unit", "file")

    def __init__(self, *args: Any, actor: Member, kind: SheetKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = units_of_list(kind, actor)  # type: ignore[attr-defined]  # a ModelChoiceField
        self.initial.setdefault("unit", actor.unit_id)
        self.fields["file"].required = not self.data.get("kept")

    def clean_file(self) -> Any:
        return super().clean_file() if self.cleaned_data.get("file") else None

    def clean_kept(self) -> bytes:
        try:
            return base64.b64decode(self.cleaned_data["kept"], validate=True)
        except binascii.Error:
            raise forms.ValidationError(_("Hand the file in again.")) from None

    def content(self) -> bytes:
        kept: bytes = self.cleaned_data["kept"]
        return kept or bytes(self.cleaned_data["file"].read())


@require_GET
def list_template(request: HttpRequest, code: str) -> HttpResponseBase:
    """The empty workbook of a kind's list."""
    _member, _kind, record_list = _asked(request, code)
    content = BytesIO()
    write_rows(content, [(str(record_list.label), record_list.columns(), [])])
    content.seek(0)
    return FileResponse(content, as_attachment=True, filename=f"{record_list.label}.xlsx", content_type=_XLSX)


@require_http_methods(["GET", "HEAD", "POST"])
def list_page(request: HttpRequest, code: str) -> HttpResponse:
    """Hand a list in, see what would come of it, do it. Raises NotAllowed for who writes nothing of this kind."""
    member, kind, record_list = _asked(request, code)
    form = ListForm(request.POST if request.method == "POST" else None, request.FILES or None, actor=member, kind=kind)
    context: dict[str, Any] = {"form": form, "kind": kind, "list": record_list, "back_url": _list_url(kind)}
    if not form.is_valid():
        return render(request, "desk/sheets/list_page.html", context, status=422 if form.errors else 200)
    unit, content = form.cleaned_data["unit"], form.content()
    listed, refused = _read(kind, content, unit)
    problems = [problem_text(problem) for problem in (*refused, *listed.problems)]
    if form.cleaned_data["kept"] and not problems:
        count = write_listed(kind=kind, listed=listed, unit=unit, actor=member)
        messages.success(request, _written(kind, count))
        return redirect(_list_url(kind))
    # A file that was refused is not sent back: it may hold what nobody should keep.
    kept = "" if problems else base64.b64encode(content).decode()
    context |= {"problems": problems, "listed": listed, "unit": unit, "kept": kept, "told": True}
    return render(request, "desk/sheets/list_page.html", context, status=422 if problems else 200)


def _written(kind: SheetKind, count: int) -> str:
    if isinstance(kind, CaseKind):
        return ngettext("%(count)d case was opened.", "%(count)d cases were opened.", count) % {"count": count}
    return ngettext("%(count)d draft was written.", "%(count)d drafts were written.", count) % {"count": count}


def _list_url(kind: SheetKind) -> str:
    if isinstance(kind, CaseKind):
        return reverse("cases-of", args=[kind.code])
    return reverse("record-list", args=[kind.section])


def _read(kind: SheetKind, content: bytes, unit: Unit) -> tuple[RecordsListed, list[Problem | Said]]:
    try:
        return read_list_of(kind=kind, content=BytesIO(content), unit=unit), []
    except SheetRefused as refused:
        return RecordsListed(), list(refused.problems)


def _asked(request: HttpRequest, code: str) -> tuple[Member, SheetKind, RecordList]:
    member, kind = member_of(request), get_sheet_kind(code)
    record_list = list_of(kind)
    if record_list is None:
        raise NotFound()
    if not units_of_list(kind, member).exists():
        raise NotAllowed()
    return member, kind, record_list
