"""The sheet of an expert: its criteria, one at a time, and the evidence they cite.

Somebody from outside has it behind a ticket, a member at the desk.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.desk.accreditation.answer_form import grade_choices
from youju.desk.scope import member_of
from youju.errors import NotFound, YoujuError
from youju.evidence.store import open_file
from youju.lib.naturals import natural
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.tickets import Ticket
from youju.records.accreditation.application.answers import ExpertSheet
from youju.records.accreditation.application.expert_verbs import (
    Grading,
    get_expert_sheet,
    grade_write,
    lines_of,
    sheet_for,
    sheet_hand_in,
)
from youju.records.accreditation.application.marks import Line
from youju.records.accreditation.checklist.criteria import AGREED
from youju.records.heads.attachments import Attachment, attachments_of


class GradeForm(forms.Form):
    grade = forms.ChoiceField(label=gettext_lazy("grade of the expert"), widget=forms.RadioSelect)
    note = forms.CharField(
        label=gettext_lazy("remark of the expert"), required=False, max_length=400, widget=forms.Textarea({"rows": 2})
    )  # fmt: skip

    def __init__(self, *args: Any, line: Line, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = grade_choices(line.criterion)
        if line.answer and line.answer.not_applicable:
            choices.append((AGREED, _("agreed, it does not apply")))
        self.fields["grade"].choices = choices  # type: ignore[attr-defined]  # a ChoiceField
        if line.answer and line.answer.expert_grade:
            self.initial = {"grade": line.answer.expert_grade, "note": line.answer.expert_note}


@dataclass(frozen=True)
class Opened:
    """A sheet as somebody has it open. code: of the ticket, "" at the desk. address: of its page."""

    sheet: ExpertSheet
    lines: list[Line]
    actor: Actor
    address: str
    code: str

    @property
    def base(self) -> str:
        """The frame of its pages."""
        return "desk/accreditation/grading_alone.html" if self.code else "desk/accreditation/grading.html"

    def context(self) -> dict[str, Any]:
        graded = sum(line.is_graded for line in self.lines)
        return {
            "sheet": self.sheet, "case": self.sheet.application, "address": self.address, "base": self.base,
            "rows": list(enumerate(self.lines, 1)), "graded": graded, "all": len(self.lines),
        }  # fmt: skip


def application_sheet(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponseBase:
    """The sheet behind a ticket. Raises TicketInvalid."""
    sheet = get_expert_sheet(ticket)
    return _page(request, Opened(sheet, lines_of(sheet), HOLDER, reverse("ticket", args=[code]), code))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def member_sheet(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The sheet of the member who is logged in. Raises NotFound for everybody else's."""
    member = member_of(request)
    sheet = sheet_for(member, pk)
    return _page(request, Opened(sheet, lines_of(sheet), member, reverse("grading", args=[pk]), ""))


def _page(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    """All of the sheet; with ``?no=`` one criterion, with ``?file=`` a file that it cites."""
    if "file" in request.GET:
        return _file(request.GET["file"], opened.lines)
    if request.method == "POST" and "hand-in" in request.POST:
        return _hand_in(request, opened)
    place = _place(request.GET.get("no", ""), opened.lines)
    return _one(request, opened, place) if place else _all(request, opened)


def _all(request: HttpRequest, opened: Opened, wrong: str = "") -> HttpResponseBase:
    context = opened.context() | {"wrong": wrong}
    return render(request, "desk/accreditation/expert_sheet.html", context, status=422 if wrong else 200)


def _one(request: HttpRequest, opened: Opened, place: int) -> HttpResponseBase:
    lines, line = opened.lines, opened.lines[place - 1]
    form = GradeForm(request.POST if request.method == "POST" else None, line=line)
    if form.is_valid():
        grade_write(sheet=opened.sheet, grading=Grading(line.criterion, **form.cleaned_data), actor=opened.actor)
        following = next((at for at, each in enumerate(lines, 1) if at > place and not each.is_graded), None)
        return redirect(f"{opened.address}?no={following}" if following else opened.address)
    context = opened.context() | {
        "line": line, "place": place, "form": form, "evidence": _evidence([line]),
        "before": place - 1, "after": place + 1 if place < len(lines) else 0,
    }  # fmt: skip
    return render(request, "desk/accreditation/expert_one.html", context, status=422 if form.errors else 200)


def _hand_in(request: HttpRequest, opened: Opened) -> HttpResponseBase:
    try:
        sheet_hand_in(sheet=opened.sheet, code=opened.code, actor=opened.actor)
    except YoujuError as refusal:
        if refusal.status in (403, 404):
            raise
        return _all(request, opened, wrong=str(refusal))
    if not opened.code:
        messages.success(request, _("The sheet is handed in. Thank you."))
        return redirect("workbench")
    messages.success(request, _("The sheet is handed in. Thank you. This link is closed now."))
    return render(request, "desk/accreditation/expert_done.html", {"sheet": opened.sheet})


def _evidence(lines: Iterable[Line]) -> list[tuple[str, list[Attachment]]]:
    """What stands of what criteria cite: a name, and the files behind it. One query."""
    materials = [material for line in lines for material in line.standing]
    beside = attachments_of([material.record.ref for material in materials if material.record])
    return [
        (str(material), beside[material.record.ref] if material.record else [material.file]) for material in materials
    ]  # fmt: skip


def _file(key: str, lines: list[Line]) -> HttpResponseBase:
    """A file that a criterion of the sheet cites. Raises NotFound for every other, as for one that is not there."""
    cited = {str(file.pk): file for _name, files in _evidence(lines) for file in files}
    attachment = cited.get(key)
    if attachment is None or attachment.file is None:
        raise NotFound()
    response = FileResponse(
        open_file(attachment.file), as_attachment=True, filename=attachment.name,
        content_type=attachment.file.media_type,
    )  # fmt: skip
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response


def _place(text: str, lines: list[Line]) -> int:
    """The place that an address names; 0 for none and for what is none."""
    place = natural(text, 4) or 0
    return place if place <= len(lines) else 0
