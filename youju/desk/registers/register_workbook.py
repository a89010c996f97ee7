"""A register as a workbook: taken out, and read in again, first told and then done."""

from io import BytesIO

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.scope import member_of
from youju.desk.workbooks import CarriedForm, carried, carried_file, workbook_file
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


@require_GET
def register_file(request: HttpRequest, code: str) -> HttpResponseBase:
    """All rows of a register; the file is what is read in again, changed."""
    register, content = get_register_for(member_of(request), code), BytesIO()
    write_register(content, register=register)
    return workbook_file(content, f"{register.label}-{clock.today():%Y%m%d}")


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, code: str) -> HttpResponse:
    """Hand a workbook in, see what it would change, take it in."""
    member = member_of(request)
    register = get_register_for(member, code)
    if not is_keeper(member, register):
        raise NotAllowed()
    if content := carried_file(request):
        return _taken_in(request, register, content, member)
    form = CarriedForm(request.POST, request.FILES) if request.method == "POST" else CarriedForm()
    if not form.is_valid():
        url = reverse("register", args=[register.code])
        context = {"form": form, "register": register, "back_url": url, "back": register.label}
        return render(request, "desk/registers/import.html", context, status=422 if form.errors else 200)
    return _told(request, register, form.cleaned_data["file"].read())


def _told(request: HttpRequest, register: Register, content: bytes) -> HttpResponse:
    try:
        reading = read_register(register=register, content=BytesIO(content))
        problems = [problem_text(problem) for problem in reading.problems]
    except SheetRefused as refused:
        reading, problems = RegisterReading(), [problem_text(problem) for problem in refused.problems]
    context = {
        "register": register,
        "back_url": reverse("register", args=[register.code]),
        "back": register.label,
        "problems": problems,
        "new": reading.names(RowChange.NEW),
        "changed": reading.names(RowChange.CHANGED),
        "same": reading.names(RowChange.SAME),
        "kept": carried(content),
    }
    return render(request, "desk/registers/import_told.html", context, status=422 if problems else 200)


def _taken_in(request: HttpRequest, register: Register, content: bytes, member: Member) -> HttpResponse:
    reading = read_register(register=register, content=BytesIO(content))
    register_import(register=register, reading=reading, actor=member)
    count = len(reading.names(RowChange.NEW)) + len(reading.names(RowChange.CHANGED))
    said = ngettext("%(count)d row is added or changed.", "%(count)d rows are added or changed.", count)
    messages.success(request, said % {"count": count})
    return redirect("register", register.code)
