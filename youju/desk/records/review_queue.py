"""What waits for an officer: one list over all kinds, to be decided one by one or verified in one go."""

from typing import NamedTuple

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.pages import listed
from youju.desk.records.facts_text import facts_text
from youju.desk.records.grades import confirmed_grades
from youju.desk.records.group_text import waiting_text
from youju.desk.records.hints import Hints, hints_of
from youju.desk.records.proposals import unseen_for, waiting_for
from youju.desk.records.seen_versions import require_seen
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.records.access import get_record_for, visible_to
from youju.records.attachments import Attachment, attachments_of, best_grade
from youju.records.kinds import get_kind, kinds, specific
from youju.records.ledgered import Ledgered
from youju.records.rights import barred, within
from youju.records.states import State
from youju.records.verbs import records_verify


class Waiting(NamedTuple):
    """One row: the record, what it would add to the figures, and what it rests on."""

    record: Ledgered
    kind: str
    category: str
    counted: str
    attachments: list[Attachment]
    grade: str
    grade_label: str
    own: bool  # recorded or altered by the reader: somebody else has to verify it
    hints: Hints | None


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The queue, oldest first; by POST the ticked records are verified, all of them or none."""
    member = member_of(request)
    if not member.has_role(Role.OFFICER):
        raise NotAllowed()
    if request.method == "POST":
        return _verify(request, member)
    shown = listed(request, waiting_records(member))
    records = list(shown["page"].object_list)
    context = shown | {
        "rows": _rows(records, member),
        "corrections": waiting_for(member),
        "unseen": unseen_for(member),
        "ticked": request.GET.get("ticked") == "all",
        "group_text": waiting_text(request, records, shown["page"].paginator.count),
    }
    return render(request, "desk/records/review.html", context)


def waiting_records(member: Member) -> "QuerySet[Ledgered]":
    """Every record that was handed in to the officer, oldest first; where a unit checks first, once it has."""
    handed_in = Q(state=State.CHECKED) | Q(state=State.SUBMITTED, unit__checks=False)
    return visible_to(member).filter(handed_in, within(member, Role.OFFICER)).order_by("submitted_at", "ref")


def records_to_check(member: Member) -> "QuerySet[Ledgered]":
    """Every record that waits to be checked within the reviewer's own unit, oldest first."""
    waiting = visible_to(member).filter(within(member, Role.REVIEWER), state=State.SUBMITTED, unit__checks=True)
    return waiting.order_by("submitted_at", "ref")


def _verify(request: HttpRequest, member: Member) -> HttpResponse:
    records = [get_record_for(member, ref, need="decide") for ref in dict.fromkeys(request.POST.getlist("ref"))]
    for record in records:
        require_seen(request, record)
    if not records:
        messages.warning(request, _("Nothing was ticked, so nothing was verified."))
        return redirect("review")
    grades = confirmed_grades(request, [record.ref for record in records])
    records_verify(records=records, actor=member, grades=grades)
    count = len(records)
    messages.success(
        request,
        ngettext("%d record is verified and counts.", "%d records are verified and count.", count) % count,
    )
    return redirect("review")


def _rows(records: list[Ledgered], member: Member) -> list[Waiting]:
    attached = attachments_of(record.ref for record in records)
    told = specific(records)
    theirs, hints = barred(member, records), hints_of(told, member)
    sorts = {kind.code: kind.sorts() for kind in kinds()}
    rows = []
    for record in told:
        category = sorts[record.kind].get(record.sort, "")
        row = _row(record, category, attached.get(record.ref, []), record.ref in theirs)
        rows.append(row._replace(hints=hints.get(record.ref)))
    return rows


def _row(record: Ledgered, category: str, attachments: list[Attachment], own: bool) -> Waiting:
    grade = best_grade(attachments)
    text = facts_text(record)
    return Waiting(
        record=record,
        kind=str(get_kind(record.kind).label),
        category="" if category in text else category,
        counted=text,
        attachments=attachments,
        grade=grade.value,
        grade_label=str(grade.label),
        own=own,
        hints=None,
    )
