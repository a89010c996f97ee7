"""One plan item: what it asks, of whom, what it made, who drafted, approved and changed it."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.plans.foretold import approval_lines
from youju.desk.plans.words import audience_text, counts_text, due_text, rhythm_text
from youju.desk.scope import BUREAU, member_of
from youju.lib import clock
from youju.orgs.actors import names_of
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.plans.access import approvable, dues_for, get_item_for, items_for, may_draft
from youju.plans.dues import DueState
from youju.plans.items import ItemState


@require_GET
def item_show(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one item; of a draft, what approving it would make."""
    member = member_of(request)
    item = get_item_for(member, ref)
    versions = list(items_for(member).filter(code=item.code, year=item.year).order_by("pk"))
    draft, drafting = item.state == ItemState.DRAFT, may_draft(member, item.section)
    waits = any(each.replaces_id == item.pk and each.state == ItemState.DRAFT for each in versions)
    context = {
        "item": item,
        "audience": audience_text(item),
        "units": Unit.objects.filter(code__in=item.units),
        "rhythm": rhythm_text(item),
        "due": due_text(item),
        "counts": counts_text(item),
        "told": approval_lines([item]) if draft and member.has_role(*BUREAU) else [],
        "windows": [] if draft else _windows(member, item.pk),
        "versions": [each for each in versions if each.pk != item.pk],
        "steps": _steps([each.ref for each in versions]) if member.has_role(*BUREAU) else [],
        "may_edit": draft and drafting,
        "may_approve": draft and bool(approvable(member, [item])),
        "may_change": item.state == ItemState.APPROVED and drafting and not waits,
        "waits": waits,
    }
    return render(request, "desk/plans/item.html", context)


def _windows(member: Member, item: int) -> list[Any]:
    """Each window with its days, and how many of the dues that the reader may see are answered."""
    over = Q(due_on__lt=clock.today())
    rows = dues_for(member).filter(item=item).exclude(state__in=(DueState.WITHDRAWN, DueState.EXCUSED))
    answered = Q(state__in=(DueState.MET, DueState.ZERO))
    found = rows.order_by("due_on").values("window", "first", "last", "due_on", "provisional")
    return list(found.annotate(asked=Count("pk"), answered=Count("pk", filter=answered), over=Count("pk", filter=over)))


def _steps(refs: list[str]) -> list[tuple[AuditRow, str]]:
    """What people did with the item, through all its versions, oldest first."""
    acts = ("plan.draft", "plan.edit", "plan.change", "plan.approve")
    rows = list(AuditRow.objects.filter(target__in=refs, action__in=acts).order_by("pk"))
    names = names_of(row.actor for row in rows)
    return [(row, names.get(row.actor, row.actor)) for row in rows]
