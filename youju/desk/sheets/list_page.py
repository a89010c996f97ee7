"""Records or cases from a list from outside: its template, and where it is handed in."""

from io import BytesIO
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.scope import member_of
from youju.desk.workbooks import CarriedForm, workbook_file
from youju.errors import NotAllowed, NotFound
from youju.lib.sheets import write_rows
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.declared.record_lists import RecordList
from youju.records.forms.choosing import let_choose
from youju.records.kind import CaseKind, SheetKind
from youju.records.kinds import get_sheet_kind
from youju.records.sheets.outside_lists import list_of, units_of_list
from youju.records.sheets.running import job_start


class ListForm(CarriedForm):
    """The file, and whose records its lines become."""

    unit = forms.ModelChoiceField(label=_("unit"), queryset=Unit.objects.none())

    field_order = ("unit", "file")

    def __init__(self, *args: Any, actor: Member, kind: SheetKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_of_list(kind, actor))
        self.initial.setdefault("unit", actor.unit_id)


@require_GET
def list_template(request: HttpRequest, code: str) -> HttpResponseBase:
    """The empty workbook of a kind's list."""
    _member, _kind, record_list = _asked(request, code)
    content = BytesIO()
    write_rows(content, [(str(record_list.label), record_list.columns(), [])])
    return workbook_file(content, str(record_list.label))


@require_http_methods(["GET", "HEAD", "POST"])
def list_page(request: HttpRequest, code: str) -> HttpResponse:
    """Hand a list in; it is looked at beside the request. Raises NotAllowed for who writes nothing of this kind."""
    member, kind, record_list = _asked(request, code)
    form = ListForm(request.POST if request.method == "POST" else None, request.FILES or None, actor=member, kind=kind)
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        job = job_start(
            kind=kind.code, name=str(file.name), content=file.read(), actor=member, unit=form.cleaned_data["unit"]
        )
        return redirect("sheet-job", job.token)
    context = {"form": form, "kind": kind, "list": record_list, "back_url": _list_url(kind)}
    return render(request, "desk/sheets/list_page.html", context, status=422 if form.errors else 200)


def _list_url(kind: SheetKind) -> str:
    if isinstance(kind, CaseKind):
        return reverse("cases-of", args=[kind.code])
    return reverse("record-list", args=[kind.section])


def _asked(request: HttpRequest, code: str) -> tuple[Member, SheetKind, RecordList]:
    member, kind = member_of(request), get_sheet_kind(code)
    record_list = list_of(kind)
    if record_list is None:
        raise NotFound()
    if not units_of_list(kind, member).exists():
        raise NotAllowed()
    return member, kind, record_list
