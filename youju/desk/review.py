"""What waits for an officer: one list over all kinds, to be verified one by one or in one go."""

from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.details import category_field
from youju.desk.pages import listed
from youju.desk.proposals import waiting_for
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.records.access import get_record_for, visible_to
from youju.records.attachments import Grade, attachments_of, best_grade
from youju.records.base import Record
from youju.records.kinds import KINDS, kind_of
from youju.records.rights import reached_units
from youju.records.states import State
from youju.records.verbs import records_verify


class Waiting(NamedTuple):
    record: Record
    kind: str
    category: str
    grade: str
    grade_label: str
    own: bool  # recorded by the reader: somebody else has to verify it


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The queue, oldest first; by POST the ticked records are verified, all of them or none."""
    member = member_of(request)
    if not member.has_role(Role.OFFICER):
        raise NotAllowed()
    if request.method == "POST":
        return _verify(request, member)
    shown = listed(request, waiting_records(member))
    context = shown | {
        "rows": _rows(shown["page"].object_list, member),
        "corrections": waiting_for(member),
        "ticked": request.GET.get("ticked") == "all",
    }
    return render(request, "desk/review.html", context)


def waiting_records(member: Member) -> list[Record]:
    """Every submitted record in the officer's reach, oldest first."""
    reach = reached_units(member, Role.OFFICER)
    found = [
        record
        for kind in KINDS
        for record in visible_to(member, kind.model).filter(state=State.SUBMITTED, unit__in=reach)
    ]
    return sorted(found, key=lambda record: (record.submitted_at is None, record.submitted_at, record.ref))


def _verify(request: HttpRequest, member: Member) -> HttpResponse:
    records = [get_record_for(member, ref, need="decide") for ref in dict.fromkeys(request.POST.getlist("ref"))]
    if not records:
        messages.warning(request, _("Nothing was ticked, so nothing was verified."))
        return redirect("review")
    records_verify(records=records, actor=member)
    count = len(records)
    messages.success(
        request,
        ngettext("%d record is verified and counts.", "%d records are verified and count.", count) % count,
    )
    return redirect("review")


def _rows(records: list[Record], member: Member) -> list[Waiting]:
    attached = attachments_of(record.ref for record in records)
    columns = {kind.code: category_field(kind, member) for kind in KINDS}
    rows = []
    for record in records:
        name, labels, _label = columns[record.kind]
        category = labels.get(str(getattr(record, name, "")), "")
        rows.append(_row(record, category, best_grade(attached.get(record.ref, ())), member))
    return rows


def _row(record: Record, category: str, grade: Grade, member: Member) -> Waiting:
    kind = kind_of(record.ref)
    own = record.author_id == member.pk and not record.unit.single_post
    return Waiting(record, str(kind.label) if kind else "", category, grade.value, str(grade.label), own)
