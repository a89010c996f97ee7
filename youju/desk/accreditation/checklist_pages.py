"""Checklists: the list, one with its criteria, and those as a workbook."""

from io import BytesIO

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.accreditation.application_of import reader_of
from youju.desk.workbooks import workbook_file
from youju.errors import NotFound
from youju.records.accreditation.checklist.models import Checklist
from youju.records.accreditation.checklist.sheet import write_criteria
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.accreditation.checklist.words import level_names, title_of


@require_GET
def checklist_list(request: HttpRequest) -> HttpResponse:
    """All versions, by title."""
    member = reader_of(request)
    rows = Checklist.objects.annotate(size=Count("criteria"))
    context = {"rows": [(each, title_of(each), each.size) for each in rows], "keeper": may_keep(member)}
    return render(request, "desk/accreditation/checklists.html", context)


@require_GET
def checklist_page(request: HttpRequest, code: str) -> HttpResponse:
    """One version: what levels take, and every criterion with its points."""
    member, checklist = reader_of(request), find_checklist(code)
    names, leaves = level_names(), {leaf.pk for leaf in checklist.leaves()}
    every = checklist.criteria_in_order()
    context = {
        "checklist": checklist, "title": title_of(checklist), "keeper": may_keep(member),
        "lines": [(names[level], points) for level, points in checklist.lines.items()],
        "rows": [(each, each.pk in leaves, each.no.count(".")) for each in every], "graded": len(leaves),
        "total": sum(each.points for each in every if each.pk in leaves and each.sort == "counted"),
    }  # fmt: skip
    return render(request, "desk/accreditation/checklist.html", context)


@require_GET
def criteria_file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The criteria as a workbook, which is read in again; of a list without any, the template."""
    reader_of(request)
    checklist, content = find_checklist(code), BytesIO()
    write_criteria(content, checklist)
    return workbook_file(content, str(checklist))


def find_checklist(code: str) -> Checklist:
    """Raises NotFound."""
    found = Checklist.objects.filter(code=code).first()
    if found is None:
        raise NotFound()
    return found
