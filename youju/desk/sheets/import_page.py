"""Records of a kind from a workbook: hand it in, see what would come of it, let it in; a long one takes its time."""

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from youju.desk.scope import member_of
from youju.desk.workbooks import WorkbookForm
from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.kind import CaseKind, SheetKind
from youju.records.kinds import get_sheet_kind
from youju.records.rights import units_to_record_for
from youju.records.sheets.job import get_job_for
from youju.records.sheets.running import job_again, job_start, job_take_in


class ImportForm(WorkbookForm):
    """The filled workbook, and whether its rows are to be handed in at once."""

    submit = forms.BooleanField(label=_("Hand the records in as well"), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
def import_page(request: HttpRequest, code: str) -> HttpResponse:
    """Where a workbook is handed in. Raises NotAllowed for who records nothing of this kind."""
    member, kind = recorder_of(request, code)
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if isinstance(kind, CaseKind):
        del form.fields["submit"]  # what runs is not handed in
    if form.is_bound and form.is_valid():
        file = form.cleaned_data["file"]
        submit = form.cleaned_data.get("submit", False)
        job = job_start(kind=kind.code, name=str(file.name), content=file.read(), submit=submit, actor=member)
        return redirect("sheet-job", job.token)
    context = {"form": form, "kind": kind, "back_url": list_of(kind), "back": kind.label}
    return render(request, "desk/sheets/import.html", context, status=422 if form.errors else 200)


@require_GET
def job_page(request: HttpRequest, name: str) -> HttpResponse:
    """How far it is, and what came of it; the page asks again by itself while it runs."""
    job = get_job_for(member_of(request), name)
    kind = get_sheet_kind(job.kind)
    context = {"job": job, "kind": kind, "list": list_of(kind), "more": max(0, job.faults - len(job.problems))}
    return render(request, "desk/sheets/job.html", context)


@require_POST
def job_act(request: HttpRequest, name: str) -> HttpResponse:
    """Let in what was checked, or check again what was interrupted."""
    job = get_job_for(member_of(request), name)
    recorder_of(request, job.kind)
    if job.interrupted:
        job_again(job=job)
    else:
        job_take_in(job=job)
    return redirect("sheet-job", job.token)


def recorder_of(request: HttpRequest, code: str) -> tuple[Member, SheetKind]:
    """Who is asking, and the kind. Raises NotAllowed for who records nothing of it, NotFound for what is no kind."""
    member, kind = member_of(request), get_sheet_kind(code)
    if not _units(member, kind).exists():
        raise NotAllowed()
    return member, kind


def list_of(kind: SheetKind) -> str:
    """Where the rows of a kind are listed."""
    if isinstance(kind, CaseKind):
        return reverse("cases-of", args=[kind.code])
    return f"{reverse('record-list', args=[kind.section])}?kind={kind.code}"


def _units(member: Member, kind: SheetKind) -> "QuerySet[Unit]":
    if isinstance(kind, CaseKind):
        return kind.opens_for(member, kind.section)
    return units_to_record_for(member, kind.section)
