"""The workbook with which a bureau moves in and is changed: download it, fill it in, hand it in."""

from io import BytesIO
from typing import Any

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.bureau.workbook.kept import NoWorkbook, kept_workbook, workbook_keep
from youju.bureau.workbook.reading import read_bureau
from youju.bureau.workbook.sheets import SHEETS
from youju.bureau.workbook.writing import write_bureau
from youju.desk.scope import member_of
from youju.desk.workbooks import WorkbookForm
from youju.errors import SheetRefused
from youju.orgs.keeping import require_manager
from youju.orgs.members import Member


class BureauForm(WorkbookForm):
    """The filled workbook; one that cannot be read at all is refused at its field."""

    def clean_file(self) -> Any:
        file = super().clean_file()
        self.content = file.read()
        try:
            read_bureau(self.content)
        except SheetRefused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def workbook_page(request: HttpRequest) -> HttpResponse:
    """Downloads, and the form that takes the filled workbook to its preview. Raises NotAllowed."""
    member = manager_of(request)
    form = BureauForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        workbook_keep(member=member, name=form.cleaned_data["file"].name, content=form.content)
        return redirect("workbook-preview")
    try:
        kept = kept_workbook(member)
    except NoWorkbook:
        kept = None
    sheets = [(gettext(sheet.label), gettext(sheet.about)) for sheet in SHEETS]
    context = {"form": form, "kept": kept, "sheets": sheets}
    return render(request, "desk/workbook/workbook.html", context, status=422 if form.errors else 200)


@require_GET
def workbook_file(request: HttpRequest) -> FileResponse:
    """The workbook itself: empty, or with ``?filled=1`` the bureau as it is. Raises NotAllowed."""
    manager_of(request)
    filled = bool(request.GET.get("filled"))
    out = BytesIO()
    write_bureau(out, filled=filled)
    out.seek(0)
    name = gettext("Workbook with present data") if filled else gettext("Workbook to fill in")
    return FileResponse(out, as_attachment=True, filename=f"{name}.xlsx")


def manager_of(request: HttpRequest) -> Member:
    """Who is logged in, an administrator of the bureau. Raises NotAllowed."""
    member = member_of(request)
    require_manager(member)
    return member
