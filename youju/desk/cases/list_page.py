"""Moving cases by a list from outside: its template, what it would do, and doing it."""

from io import BytesIO

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.scope import member_of
from youju.desk.workbooks import CarriedForm, carried, carried_file, workbook_file
from youju.errors import NotAllowed, NotFound, SheetRefused, problem_text
from youju.lib.sheets import write_rows
from youju.orgs.members import Member
from youju.records.declared.case_lists import CaseList
from youju.records.kind import CaseKind
from youju.records.kinds import get_case_kind
from youju.records.rights import units_to_decide_for
from youju.records.sheets.case_list_reading import ListReading, cases_move_by_list, read_list


@require_GET
def list_template(request: HttpRequest, code: str) -> HttpResponseBase:
    """The empty workbook of a kind's list."""
    _member, _kind, case_list = _asked(request, code)
    content = BytesIO()
    write_rows(content, [(str(case_list.label), case_list.columns(), [])])
    return workbook_file(content, str(case_list.label))


@require_http_methods(["GET", "HEAD", "POST"])
def list_page(request: HttpRequest, code: str) -> HttpResponse:
    """Hand a list in, see what it would do, do it. Raises NotAllowed for who decides nothing of this section."""
    member, kind, case_list = _asked(request, code)
    if content := carried_file(request):
        reading = read_list(kind=kind, case_list=case_list, content=BytesIO(content), actor=member)
        count = cases_move_by_list(case_list=case_list, reading=reading, actor=member)
        said = ngettext("%(count)d case is moved.", "%(count)d cases are moved.", count)
        messages.success(request, said % {"count": count})
        return redirect("cases-of", kind.code)
    form = CarriedForm(request.POST, request.FILES) if request.method == "POST" else CarriedForm()
    context = {"form": form, "kind": kind, "list": case_list}
    if not form.is_valid():
        return render(request, "desk/cases/list_import.html", context, status=422 if form.errors else 200)
    content = form.cleaned_data["file"].read()
    try:
        reading = read_list(kind=kind, case_list=case_list, content=BytesIO(content), actor=member)
    except SheetRefused as refused:
        reading, problems = ListReading(), [problem_text(problem) for problem in refused.problems]
    else:
        problems = [problem_text(problem) for problem in reading.problems]
    context |= {
        "problems": problems,
        "waiting": reading.titles(done=False),
        "done": reading.titles(done=True),
        "kept": carried(content),
        "told": True,
    }
    return render(request, "desk/cases/list_import.html", context, status=422 if problems else 200)


def _asked(request: HttpRequest, code: str) -> tuple[Member, CaseKind, CaseList]:
    member, kind = member_of(request), get_case_kind(code)
    if kind.by_list is None:
        raise NotFound()
    if not units_to_decide_for(member, kind.section).exists():
        raise NotAllowed()
    return member, kind, kind.by_list
