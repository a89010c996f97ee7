"""What waits for an officer: one list over all kinds, to be decided one by one or verified in one go."""

from typing import NamedTuple

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.pages import listed
from youju.desk.records.attended import Attended, attended
from youju.desk.records.facts_text import facts_text
from youju.desk.records.grades import confirmed_grades
from youju.desk.records.group_text import waiting_text
from youju.desk.records.hints import Hints, hints_of
from youju.desk.records.pairs import Side, pairs_of
from youju.desk.records.proposals import unseen_for, waiting_for
from youju.desk.records.queue_address import queue_address
from youju.desk.records.queue_filter import QueueFilter
from youju.desk.records.seen_versions import require_seen
from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.records.heads.attachments import Attachment, attachments_of, best_grade
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.kinds import get_kind, kinds, specific
from youju.records.reading.access import get_record_for, visible_to
from youju.records.rights import barred, within
from youju.records.verbs.record_verbs import records_verify


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
    attendance: Attended | None
    twins: list[Ledgered]  # any of which it may be closed for
    sides: list[Side]  # it beside what may tell the same
    heading: str  # the unit, where the list goes by unit and this is its first row


@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """The queue, oldest first; by POST the ticked records are verified, all of them or none."""
    member = member_of(request)
    if not member.has_role(Role.OFFICER):
        raise NotAllowed()
    if request.method == "POST":
        return _verify(request, member)
    filters = QueueFilter(request.GET, member)
    shown = listed(request, filters.narrow(waiting_records(member)))
    records = list(shown["page"].object_list)
    context = shown | {
        "rows": _with_headings(_rows(records, member), by_unit=request.GET.get("order") == "unit"),
        "filters": filters,
        "filtered": filters.used,
        "query": request.GET.urlencode(),
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
        return redirect(queue_address(request))
    grades = confirmed_grades(request, [record.ref for record in records])
    records_verify(records=records, actor=member, grades=grades)
    count = len(records)
    messages.success(
        request,
        ngettext("%d record is verified and counts.", "%d records are verified and count.", count) % count,
    )
    return redirect(queue_address(request))


def _rows(records: list[Ledgered], member: Member) -> list[Waiting]:
    attached = attachments_of(record.ref for record in records)
    told = specific(records)
    theirs, hints = barred(member, records), hints_of(told, member)
    pairs = pairs_of(told, hints)
    sorts = {kind.code: kind.sorts() for kind in kinds()}
    rows = []
    for record in told:
        category = sorts[record.kind].get(record.sort, "")
        row = _row(record, category, attached.get(record.ref, []), record.ref in theirs)
        hint = hints.get(record.ref)
        twins = hint.same_kind(record.kind) if hint else []
        sides = pairs.get(record.ref, [])
        rows.append(row._replace(hints=hint, twins=twins, sides=sides, attendance=attended(record)))
    return rows


def _with_headings(rows: list[Waiting], *, by_unit: bool) -> list[Waiting]:
    """The same rows; by unit, each unit's first one bears its name."""
    if not by_unit:
        return rows
    before = [None, *(row.record.unit_id for row in rows)]
    return [
        row._replace(heading=str(row.record.unit)) if row.record.unit_id != unit else row
        for row, unit in zip(rows, before, strict=False)
    ]


def next_waiting(member: Member, query: QueryDict, ref: str) -> str:
    """The reference that comes after ``ref`` in the queue as it is narrowed by ``query``; empty at its end."""
    refs = list(QueueFilter(query, member).narrow(waiting_records(member)).values_list("ref", flat=True))
    place = refs.index(ref) if ref in refs else -1
    return next(iter(refs[place + 1 :]), "")


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
        attendance=None,
        twins=[],
        sides=[],
        heading="",
    )
