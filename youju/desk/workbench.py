"""The first screen: for each role what is due, what came back, and one big button."""

from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.figure_groups import MAIN
from youju.desk.figures import Line, lines_of
from youju.desk.proposals import waiting_for
from youju.desk.review import waiting_records
from youju.desk.scope import BUREAU, member_of, newest_year, unit_for
from youju.ledger.tree import root, size
from youju.lib.periods import Period
from youju.orgs.members import Member, Role
from youju.records.access import visible_to
from youju.records.base import Record
from youju.records.kinds import KINDS
from youju.records.rights import own_units, units_to_record_for
from youju.records.states import State

_SHOWN = 8


class Mine(NamedTuple):
    """A liaison's own records in one state."""

    state: str
    records: list[Record]
    total: int


@require_GET
def workbench(request: HttpRequest) -> HttpResponse:
    """The sections of every role the member holds."""
    member = member_of(request)
    context: dict[str, Any] = {"kinds": KINDS if units_to_record_for(member).exists() else ()}
    if member.has_role(Role.LIAISON, Role.REVIEWER):
        context["mine"] = [_mine(member, state) for state in (State.RETURNED, State.DRAFT, State.SUBMITTED)]
    if member.has_role(Role.OFFICER):
        context |= _to_decide(member)
    if member.has_role(*BUREAU):
        context |= _year(member)
        context["voided"] = _newest(member, State.VOIDED, ["-id"])
    if member.has_role(Role.AUDITOR):
        context |= {"ledger_size": size(), "ledger_root": root().hex()}
    if member.has_role(Role.ADMIN):
        context["members"] = Member.objects.select_related("unit").prefetch_related("grants__unit")[:200]
    return render(request, "desk/workbench.html", context)


def _mine(member: Member, state: State) -> Mine:
    units = own_units(member, Role.LIAISON, Role.REVIEWER)
    queries = [visible_to(member, kind.model).filter(state=state, unit__in=units) for kind in KINDS]
    records = [record for query in queries for record in query[:_SHOWN]]
    return Mine(state.value, records[:_SHOWN], sum(query.count() for query in queries))


def _to_decide(member: Member) -> dict[str, Any]:
    waiting = waiting_records(member)
    return {"waiting": waiting[:_SHOWN], "waiting_count": len(waiting), "corrections": waiting_for(member)}


def _year(member: Member) -> dict[str, Any]:
    year = Period.year(newest_year())
    lines = {line.figure.indicator.code: line for line in lines_of(unit_for(member), year)}
    main: list[Line] = [lines[code] for code in MAIN if code in lines]
    return {"main": main, "year": year.first.year, "last_year": year.first.year - 1}


def _newest(member: Member, state: State, order: list[str]) -> list[Record]:
    found = [r for kind in KINDS for r in visible_to(member, kind.model).filter(state=state).order_by(*order)[:_SHOWN]]
    return found[:_SHOWN]
