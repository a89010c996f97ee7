"""Self-assessment: all criteria with how far each is, and one at a time, saved at once."""

from itertools import groupby
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from youju.desk.accreditation.answer_form import AnswerForm
from youju.desk.accreditation.application_of import application_of, may_assess
from youju.desk.records.evidence_forms import FilesForm
from youju.desk.records.uploads import end_transfers, receive_all
from youju.desk.scope import member_of
from youju.errors import NotFound, YoujuError
from youju.evidence.errors import FileRefused
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.records.accreditation.application.answer_verbs import Said, answer_write
from youju.records.accreditation.application.answers import Material
from youju.records.accreditation.application.marks import Line, Sheet
from youju.records.accreditation.application.material_verbs import citable, materials_add, record_cite
from youju.records.accreditation.application.models import Application
from youju.records.heads.beside import Arrived
from youju.records.reading.access import visible_to

# At which field it is said what is wrong.
_FIELDS = {"grade-missing": "grade", "why-missing": "why", "material-void": "cites", "not-of-the-unit": "record"}


@require_GET
def criteria(request: HttpRequest, ref: str) -> HttpResponse:
    """Every criterion by chapters, with what is answered, what supports it and what has fallen."""
    application = application_of(request, ref)
    sheet = application.sheet()
    context = _progress(application, sheet) | {
        "chapters": chapters(application, sheet),
        "next": _next_open(sheet),
        "may_assess": may_assess(member_of(request), application),
        "may_hand_in": "assess" in application.moves,
    }
    return render(request, "desk/accreditation/criteria.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def criterion(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """One criterion, by its place among those that are graded; a POST saves it. Raises NotFound beyond the last."""
    application, member = application_of(request, ref), member_of(request)
    sheet = application.sheet()
    if not 1 <= number <= len(sheet.lines):
        raise NotFound()
    line, editable = sheet.lines[number - 1], may_assess(member, application)
    data = request.POST if request.method == "POST" else None
    form = _form(data, application, line, member)
    files = FilesForm(data, request.FILES if data is not None else None, member=member)
    if data is not None and form.is_valid() & files.is_valid() and _save(form, files, application, line, member):
        sheet = application.sheet()
        if "stay" in request.POST:
            return redirect("criterion", ref, number)
        following = next((at for at, each in enumerate(sheet.lines, 1) if at > number and not each.is_given), None)
        return redirect("criterion", ref, following) if following else redirect("criteria", ref)
    context = _progress(application, sheet) | {
        "line": line, "number": number, "above": _above(line), "editable": editable, "form": form, "files": files,
        "before": number - 1, "after": number + 1 if number < len(sheet.lines) else 0,
    }  # fmt: skip
    status = 422 if form.errors or files.errors else 200
    return render(request, "desk/accreditation/criterion.html", context, status=status)


def chapters(application: Application, sheet: Sheet) -> list[tuple[str, list[tuple[int, Line]]]]:
    """The graded criteria, each with its place, by the name of the chapter they stand under."""
    names = {each.no: str(each) for each in application.checklist.criteria_in_order() if each.parent_id is None}
    placed = enumerate(sheet.lines, 1)
    return [(names[no], list(lines)) for no, lines in groupby(placed, key=lambda each: each[1].criterion.chapter)]


def _progress(application: Application, sheet: Sheet) -> dict[str, Any]:
    return {"case": application, "sheet": sheet, "all": len(sheet.lines), "score": sheet.own_score()}


def _next_open(sheet: Sheet) -> int:
    """The place of the first that has no answer; 0 where all have."""
    return next((at for at, line in enumerate(sheet.lines, 1) if not line.is_given), 0)


def _above(line: Line) -> list[str]:
    """The headings over a criterion, the widest first."""
    found, heading = [], line.criterion.parent
    while heading is not None:
        found.append(str(heading))
        heading = heading.parent
    return found[::-1]


def _form(data: Any, application: Application, line: Line, member: Member) -> AnswerForm:
    every = _materials(application)
    standing = [each.pk for each in every if each.stands]
    materials = Material.objects.filter(pk__in=standing).select_related("attachment", "record")
    there = [each.record_id for each in every if each.record_id]
    records = citable(application, visible_to(member)).exclude(pk__in=there)
    most = setting("assessment_most_records")
    newest = records.filter(pk__in=list(records.values_list("pk", flat=True)[:most]))
    return AnswerForm(data, line=line, materials=materials, records=newest)


def _materials(application: Application) -> list[Material]:
    return list(Material.objects.filter(application=application).select_related("record"))


def _save(form: AnswerForm, files: FilesForm, application: Application, line: Line, member: Member) -> bool:
    """Whether it could be saved, all of it or nothing; what is wrong is said at its field."""
    try:
        received = receive_all(files.chosen(), member)
        _write(form, received, files, application, line, member)
    except FileRefused as refusal:
        files.add_error("uploads", str(refusal))
        return False
    except YoujuError as refusal:
        if refusal.status in (403, 404):
            raise
        name = _FIELDS.get(refusal.code)
        form.add_error(name if name in form.fields else None, str(refusal))
        return False
    end_transfers(files.chosen())
    return True


@transaction.atomic
def _write(
    form: AnswerForm, received: list[Arrived], files: FilesForm, application: Application, line: Line, member: Member
) -> None:
    said = form.cleaned_data
    cites = [material.pk for material in said.get("cites", ())]
    role = files.cleaned_data["role"]
    cites += [each.pk for each in materials_add(application=application, files=received, actor=member, role=role)]
    if said.get("record"):
        cites.append(record_cite(application=application, record=said["record"], actor=member).pk)
    answer = Said(line.criterion, said["grade"], said["not_applicable"], said["why"], said["note"], set(cites))
    answer_write(application=application, said=answer, actor=member)
