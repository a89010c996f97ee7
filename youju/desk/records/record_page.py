"""One record: everything about it, with what the member may do next."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from youju.desk.meetings.meeting_links import meeting_links
from youju.desk.records.attended import attended
from youju.desk.records.details import content_of
from youju.desk.records.evidence_forms import EvidenceForm, FilesForm
from youju.desk.records.group_text import filed_text, returned_text
from youju.desk.records.hints import Hints, hints_of
from youju.desk.records.history import history_of
from youju.desk.records.laters import laters_of
from youju.desk.records.made_up import made_up
from youju.desk.records.proposals import proposal_of
from youju.desk.records.releasing import released_among
from youju.desk.records.requirements import requirements
from youju.desk.records.review_queue import next_waiting
from youju.desk.records.told_versions import told_versions
from youju.desk.scope import BUREAU, member_of
from youju.ledger.reading import entries_of
from youju.orgs.members import Member, Role
from youju.records.declared.needs import missing_needs, roles_text
from youju.records.followup.models import Followup
from youju.records.heads.attachments import attachments_of, best_grade
from youju.records.heads.presence import SignsIn
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.kind import CaseKind
from youju.records.kinds import get_record_kind, kind_of
from youju.records.reading.access import ACTIONS, can, get_record_for, visible_to
from youju.records.rights import may_decide
from youju.records.verbs.confirmations import confirmations_of

# What stands beside the record; what comes next with a draft stands above it.
_ACTS = {
    "confirm", "withdraw", "delete", "drop", "resume", "close", "check", "verify", "return", "amend", "correct",
    "later", "void",
}  # fmt: skip


@require_GET
def record_show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one record, with what the member may do next."""
    if isinstance(kind_of(ref), CaseKind):  # whatever posts to the ledger is linked to here
        return redirect("case", ref)
    member = member_of(request)
    record = get_record_for(member, ref)
    return record_page(request, record, member)


def record_page(
    request: HttpRequest, record: Record, member: Member, *, evidence: EvidenceForm | None = None, status: int = 200
) -> HttpResponse:
    """The record's page, also with an evidence form that has to be mended."""
    kind = get_record_kind(record.kind)
    attached = attachments_of([record.ref]).get(record.ref, [])
    may = {action for action in ACTIONS if can(member, action, record)}
    followups = list(visible_to(member, Followup).filter(source=record.pk))
    hints = _hints(record, member)
    context = {
        "record": record,
        "kind": kind,
        "content": content_of(kind, record, member),
        "attachments": attached,
        "released": released_among(attached),
        "may_release": record.state == State.VERIFIED and may_decide(member, record),
        "attended": attended(record),
        "made_up": made_up(record, member),
        "requirements": requirements(record, attached),
        "signs_in": isinstance(record, SignsIn) and "edit" in may,
        "queue": _queue(request, record, member),
        "grade": best_grade(attached),
        "missing": roles_text(missing_needs(kind.needs, attached)),
        "may": may,
        "acts": may & (_ACTS if kind.later else _ACTS - {"later"}),
        "laters": laters_of(kind, record),
        "evidence_form": evidence or EvidenceForm(member=member),
        "files": FilesForm(auto_id="next_%s", member=member),
        "group_text": _group_text(request, record, member),
        "hints": hints,
        "twins": hints.same_kind(record.kind) if hints else [],
        "same_as": visible_to(member).filter(pk=record.same_as_id).first() if record.same_as_id else None,
        "history": history_of(record.ref),
        "entries": entries_of(record.ref),
        "confirmed": confirmations_of([record.ref]).get(record.ref),
        "proposal": proposal_of(record, kind, member),
        "versions": told_versions(record, kind),
        "followups": followups,
        "raised": {followup.note: followup for followup in followups},
        "meeting": meeting_links(record, member),
        "officers_pages": kind.officers_pages if record.state != State.DRAFT and may_decide(member, record) else {},
        "may_raise": record.state == State.VERIFIED and can(member, "decide", record),
    }
    return render(request, "desk/records/record.html", context, status=status)


def _group_text(request: HttpRequest, record: Record, member: Member) -> str:
    """Words for the chat group of a record that a school has something to do with; empty for the school itself."""
    if record.state == State.FILED and record.filed_by_id == member.pk:
        return filed_text(request, record)
    return returned_text(request, [record]) if record.state == State.RETURNED and can(member, "decide", record) else ""


def _hints(record: Record, member: Member) -> Hints | None:
    """Before it is handed in to whoever tells it, and at any time to the bureau."""
    shown = record.editable or member.has_role(*BUREAU)
    hints = hints_of([record], member).get(record.ref) if shown else None
    return hints.of_decided if hints and record.state == State.VERIFIED else hints


class Queue(NamedTuple):
    """Where in the queue the reader is, who came from it: how it was narrowed, and what comes next."""

    query: str
    next_ref: str


def _queue(request: HttpRequest, record: Record, member: Member) -> Queue | None:
    if request.GET.get("from") != "review" or not member.has_role(Role.OFFICER):
        return None
    query = request.GET.copy()
    del query["from"]
    return Queue(query.urlencode(), next_waiting(member, query, record.ref))
