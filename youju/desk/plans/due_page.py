"""One due: what is owed, by when and why, what met it, and what may be done."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.plans.group_texts import owed_text
from youju.desk.plans.reporting import report_url, rows_of
from youju.desk.plans.words import amount_text, counts_text, due_text, who_text, window_text
from youju.desk.scope import BUREAU, member_of
from youju.ledger.reading import entries_of
from youju.orgs.actors import names_of
from youju.orgs.audit import AuditRow
from youju.plans.access import get_due_for, may_excuse
from youju.plans.countable import kind_for
from youju.plans.dues import DueState
from youju.plans.held import refs_meeting
from youju.records.reading.access import heads_for


@require_GET
def due_show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one due."""
    member = member_of(request)
    due = get_due_for(member, ref)
    refs = list(refs_meeting(due)) if due.state != DueState.WITHDRAWN else []
    records = heads_for(member, refs)
    (row,) = rows_of([due], member)
    officer = may_excuse(member, due)
    rows = AuditRow.objects.filter(target=due.ref, action__in=("due.excuse", "due.reopen")).order_by("pk")
    names = names_of(each.actor for each in rows)
    context = {
        "due": due,
        "row": row,
        "report": row.url or report_url(due, kind_for(due.item.measure), member),
        "who": who_text(due),
        "window": window_text(due),
        "asked": amount_text(due.item),
        "counts": counts_text(due.item),
        "rule": due_text(due.item),
        "records": records,
        "hidden": len(refs) - len(records),
        "group_text": owed_text(request, [due], by="item")
        if due.state == DueState.DUE and member.has_role(*BUREAU)
        else "",
        "entries": entries_of(due.ref),
        "may_excuse": officer and due.state == DueState.DUE,
        "may_reopen": officer and due.state in (DueState.EXCUSED, DueState.ZERO),
        "steps": [(each, names.get(each.actor, each.actor), each.detail.get("reason", "")) for each in rows],
    }
    return render(request, "desk/plans/due.html", context)
