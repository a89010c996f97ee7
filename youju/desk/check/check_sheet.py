"""The check sheet of a text, to be printed and signed: a page or a file. The text comes along and is not kept."""

from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from youju.claims.sheet.docx import to_docx
from youju.claims.sheet.html import context
from youju.claims.sheet.pdf import to_pdf
from youju.claims.sheet.sheet import Sheet, sheet_of
from youju.desk.check.check_form import CheckForm
from youju.desk.check.check_page import form_page, verdicts
from youju.desk.check.whose import Whose
from youju.desk.scope import member_of
from youju.errors import NotFound

_WRITERS = {
    "pdf": (to_pdf, "application/pdf"),
    "docx": (to_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
}


@require_POST
def check_sheet(request: HttpRequest) -> HttpResponseBase:
    """The sheet of the text as it stands in the form, checked anew by the one who asks."""
    member = member_of(request)
    form = CheckForm(request.POST, request.FILES, whose=Whose.of(member, request.POST.get("unit", "")))
    if not form.is_valid() or (found := verdicts(form, form.cleaned_data["text"])) is None:
        return form_page(request, form)
    values = form.cleaned_data
    about = {"unit": form.home, "period": values["period"], "title": values["title"], "checked_by": str(member)}
    return _answer(request, sheet_of(values["text"], found, **about), request.POST.get("as", "page"))


def _answer(request: HttpRequest, sheet: Sheet, wanted: str) -> HttpResponseBase:
    if wanted == "page":
        return _unkept(render(request, "desk/check/check_sheet.html", context(sheet)))
    if wanted not in _WRITERS:
        raise NotFound()
    write, media_type = _WRITERS[wanted]
    name = f"{_('Check sheet')} {sheet.title}".strip()
    file = BytesIO(write(sheet))
    return _unkept(FileResponse(file, as_attachment=True, filename=f"{name}.{wanted}", content_type=media_type))


def _unkept(response: HttpResponse | FileResponse) -> HttpResponseBase:
    response["Cache-Control"] = "private, no-store"
    return response
