"""What is to be reported: a liaison's own, the first due first; in an officer's reach, who owes what, with words."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figures.period_choices import period_name
from youju.desk.pages import filtered_list
from youju.desk.plans.due_filter import DueFilter, which_dues
from youju.desk.plans.group_texts import owed_text
from youju.desk.plans.missing_plan import missing_plan
from youju.desk.plans.reporting import Row, rows_of
from youju.desk.scope import BUREAU, LOCAL, member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.periods import Period, yyyymm
from youju.orgs.members import Member, Role
from youju.orgs.units import Unit
from youju.plans.access import dues_for, items_for
from youju.plans.dues import Due, DueState
from youju.plans.items import Audience, ItemState
from youju.plans.zero_reports import ZeroReport
from youju.plans.zero_verbs import UNDO_SECONDS
from youju.records.heads.sections import Section
from youju.records.rights import own_units

# Words for the group tell of so many at most; whoever wants more narrows the list.
_TOLD = 400


class Silent(NamedTuple):
    """A month of a section that one tap may answer. month: yyyymm."""

    unit: Unit
    section: Section
    month: int
    titles: list[str]

    @property
    def month_text(self) -> str:
        return _month_name(self.month)


@require_GET
def dues(request: HttpRequest) -> HttpResponse:
    """What the member may see of what is owed, narrowed by the filters."""
    member = member_of(request)
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    filters = DueFilter(request.GET, member, items_for(member).filter(state=ItemState.APPROVED))
    found = filters.narrow(dues_for(member))
    shown = filtered_list(request, filters, found)
    by = "unit" if request.GET.get("by") == "unit" else "item"
    context: dict[str, Any] = shown | {
        "rows": rows_of(list(shown["page"].object_list), member),
        "silent": silent_months(member),
        "taken": (taken := _just_reported(request, member)),
        "taken_month": _month_name(taken.month) if taken else "",
        "missing": None if shown["page"].object_list else missing_plan(member, clock.today().year),
    }
    if member.has_role(*BUREAU) and request.GET.get("which", "open") in ("", "open", "overdue"):
        told = list(found[:_TOLD])
        context["by_item"] = owed_text(request, told, by="item") if told else ""
        context["by_unit"] = owed_text(request, told, by="unit") if told else ""
    return render(request, "desk/plans/due_list.html", context | {"by": by})


def _month_name(month: int) -> str:
    """month: yyyymm."""
    return period_name(Period.month(*divmod(month, 100)))


def dues_in_hand(member: Member, most: int) -> list[Row]:
    """What a liaison's own units owe now, the first due first."""
    units = own_units(member, Role.LIAISON)
    return rows_of(
        list(dues_for(member).filter(which_dues("open"), unit__in=units).order_by("due_on", "pk")[:most]), member
    )


def silent_months(member: Member) -> list[Silent]:
    """The months of sections, of the member's own units, in which open items may be answered by a zero report."""
    units = own_units(member, Role.LIAISON)
    if not units:
        return []
    open_dues = dues_for(member).filter(
        which_dues("open"), unit__in=units, item__zero=True, item__audience__in=(Audience.KINDS, Audience.UNITS)
    )
    found: dict[tuple[int, str, int], Silent] = {}
    for due in open_dues.order_by("first", "unit", "section"):
        month = yyyymm(due.first)
        if month == yyyymm(due.last):
            key = (due.unit_id, due.section, month)
            found.setdefault(key, Silent(due.unit, Section(due.section), month, [])).titles.append(due.item.title)
    return list(found.values())


def owed_now(member: Member) -> tuple[int, int]:
    """How many dues in a member's reach are open, and how many of them overdue."""
    found = Due.objects.filter(pk__in=dues_for(member).values("pk"), state=DueState.DUE)
    return found.filter(which_dues("open")).count(), found.filter(which_dues("overdue")).count()


def _just_reported(request: HttpRequest, member: Member) -> ZeroReport | None:
    """The zero report just given, while it can still be taken back."""
    ref = request.GET.get("zero", "")
    report = ZeroReport.objects.filter(ref=ref, by=member, taken_back_at=None).first() if ref else None
    fresh = report is not None and (clock.now() - report.at).total_seconds() <= UNDO_SECONDS
    return report if fresh else None
