"""The plan of a year: its items by section, and the drafts that wait to be approved."""

from typing import NamedTuple

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.plans.missing_plan import missing_plan
from youju.desk.plans.words import audience_text, due_text, rhythm_text
from youju.desk.scope import BUREAU, LOCAL, member_of, named_year
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Member
from youju.plans.access import approvable, dues_for, items_for, sections_to_draft
from youju.plans.dues import DueState
from youju.plans.items import ItemState, PlanItem
from youju.records.heads.sections import Section


class Shown(NamedTuple):
    """An item with its words; answered and due: of the dues that the reader may see and whose day is over."""

    item: PlanItem
    audience: str
    rhythm: str
    due: str
    answered: int
    fallen: int
    mine_to_approve: bool


@require_GET
def plan(request: HttpRequest) -> HttpResponse:
    """The items of the year that ``?year=`` names, in force and waiting."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    year = named_year(request)
    items = list(items_for(member).filter(year=year, state__in=(ItemState.APPROVED, ItemState.DRAFT)))
    shown = _shown(items, member)
    drafts = [each for each in shown if each.item.state == ItemState.DRAFT]
    in_force = [each for each in shown if each.item.state == ItemState.APPROVED]
    years = {*items_for(member).order_by().values_list("year", flat=True).distinct(), year, clock.today().year}
    context = {
        "year": year,
        "missing": missing_plan(member, year),
        "years": sorted(years, reverse=True),
        "drafts": drafts,
        "sections": [
            (section, rows)
            for section in Section
            if (rows := [each for each in in_force if each.item.section == section])
        ],
        "may_draft": bool(sections_to_draft(member)),
        "to_approve": sum(each.mine_to_approve for each in drafts),
    }
    return render(request, "desk/plans/plan.html", context)


def _shown(items: list[PlanItem], member: Member) -> list[Shown]:
    mine = approvable(member, [item for item in items if item.state == ItemState.DRAFT])
    fallen = Q(due_on__lt=clock.today()) & ~Q(state__in=(DueState.WITHDRAWN, DueState.EXCUSED))
    answered = fallen & Q(state__in=(DueState.MET, DueState.ZERO))
    rows = dues_for(member).filter(item__in=items).order_by().values("item")
    counts = {
        row["item"]: (row["answered"], row["fallen"])
        for row in rows.annotate(answered=Count("pk", filter=answered), fallen=Count("pk", filter=fallen))
    }
    return [
        Shown(
            item, audience_text(item), rhythm_text(item), due_text(item), *counts.get(item.pk, (0, 0)),
            item.pk in mine,
        )
        for item in items
    ]  # fmt: skip
