"""The first screen: for each role what is due, what came back, and one big button."""

from collections import Counter
from datetime import datetime, timedelta
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from youju.clockwork.yearly import hint_calendar, unannounced_years
from youju.desk.cases.case_list import Row, cases_in_charge, cases_to_decide, cases_to_sign
from youju.desk.figures.lines import Line, lines_of
from youju.desk.inquiries.pressing import pressing_inquiries
from youju.desk.members.member_list import joining_counts
from youju.desk.notices.subject import objected_to
from youju.desk.plans.due_list import dues_in_hand, owed_now
from youju.desk.plans.missing_plan import plan_to_come
from youju.desk.practice.practice_page import may_practise
from youju.desk.records.facts_text import facts_text
from youju.desk.records.group_text import returned_text
from youju.desk.records.proposals import waiting_number
from youju.desk.records.record_choose import kinds_to_record
from youju.desk.records.review_queue import records_to_check, waiting_records
from youju.desk.scope import BUREAU, chosen_year, member_of, unit_for
from youju.desk.system.system_page import findings_at_once
from youju.desk.workbench.audit_counts import DAYS, audit_counts
from youju.desk.workbench.closed_units import closed_units
from youju.desk.workbench.documents_in_hand import documents_in_hand
from youju.desk.workbench.duty_in_hand import duty_in_hand
from youju.desk.workbench.sheets_in_hand import sheets_in_hand
from youju.ledger.tree import root, size
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.orgs.settings import setting
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit, UnitKind
from youju.records.accreditation.application.calls import campaigns_in_hand
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.sections import Section
from youju.records.heads.states import State
from youju.records.honours.round.calls import calls_in_hand
from youju.records.honours.round.deciding import decisions_in_hand
from youju.records.honours.round.models import Round
from youju.records.kind import RecordKind
from youju.records.kinds import specific
from youju.records.reading.access import visible_to
from youju.records.rights import own_units, reached_units, within
from youju.records.verbs.confirmations import to_confirm

_SHOWN = 8
# Several lists of cases stand on one screen, and the year's figures below them.
_CASES = 5
# So many of a member's last records tell what they write down most.
_LATELY = 300


class Counted(NamedTuple):
    """How many records of one section, and the list that shows them."""

    label: str
    number: int
    url: str


class Group(NamedTuple):
    """Records in one state: the first of them, and all as counts."""

    state: str
    records: list[Ledgered]
    counts: list[Counted]


@require_GET
def workbench(request: HttpRequest) -> HttpResponse:
    """The sections of every role the member holds."""
    member = member_of(request)
    trying = setting("live_since") is None
    context: dict[str, Any] = {"kinds": _buttons(member, trying=trying)}
    context["no_role"] = not member.has_role(*Role.values)
    context |= duty_in_hand(member)
    context["sheets"], context["objected"] = sheets_in_hand(member), objected_to(member)
    context["inner_cases"], context["long_cases"] = pressing_inquiries(member, _CASES)
    context["my_cases"] = cases_in_charge(member, _CASES)
    if member.has_role(Role.LIAISON, Role.REVIEWER):
        units = own_units(member, Role.LIAISON, Role.REVIEWER)
        context["closed_units"] = closed_units(units)
        context["mine"] = [
            _group(member, state, units, Role.LIAISON, Role.REVIEWER)
            for state in (State.RETURNED, State.DRAFT, State.SUBMITTED)
        ]
    if member.has_role(Role.LIAISON):
        context["my_dues"] = dues_in_hand(member, _SHOWN)
        context["to_confirm"] = _to_confirm(member)
        context["calls"], context["campaigns"] = calls_in_hand(member), campaigns_in_hand(member)
    if member.has_role(Role.SIGNER):
        context["to_sign"] = len(to_confirm(member))
        context["decisions"] = decisions_in_hand(member)
        context["cases_to_sign"] = _cases_to_sign(member, context["decisions"])
    if member.has_role(Role.SIGNER, Role.OFFICER):
        context["documents"] = documents_in_hand(member)
    if member.has_role(Role.REVIEWER):
        context["to_check"] = list(records_to_check(member)[:_SHOWN])
    if member.has_role(Role.OFFICER):
        context |= _to_decide(request, member)
        context["owed"], context["overdue"] = owed_now(member)
        context["missing"] = plan_to_come(member, clock.today().year)
    if member.has_role(*BUREAU):
        context |= _year(request, member)
        context["voided"] = _newest(member, State.VOIDED, ["-id"])
    if member.has_role(Role.AUDITOR):
        context |= {"ledger_size": size(), "ledger_root": root().hex(), "signed": _last_signed()}
        if home_unit().pk in reached_units(member, Role.AUDITOR):
            context |= {"audited": audit_counts(), "audited_days": DAYS}
    if member.has_role(Role.ADMIN, Role.OFFICER):
        context["hints"] = [hint_calendar(year) for year in unannounced_years(clock.today())]
    context["may_practise"] = trying and may_practise(member)
    if member.has_role(Role.ADMIN):
        context |= {"joining": joining_counts(member), "findings": findings_at_once(), "trying": trying}
    return render(request, "desk/workbench/workbench.html", context)


def _buttons(member: Member, *, trying: bool) -> list[RecordKind]:
    """The kinds that the member may write down, those first of which most are among what they wrote down last.

    Opening figures are the bureau's, and written once, before it begins.
    """
    opening = trying and member.has_role(Role.OFFICER)
    since = clock.today() - timedelta(days=366)
    written = Ledgered.objects.filter(author=member, happened__gte=since).exclude(unit__kind=UnitKind.PRACTICE)
    times = Counter(written.order_by("-pk").values_list("kind", flat=True)[:_LATELY])
    open_ones = [kind for kind in kinds_to_record(member) if opening or not kind.every]
    return sorted(open_ones, key=lambda kind: -times[kind.code])


def _to_confirm(member: Member) -> list[tuple[Ledgered, str]]:
    """What was filed for the member's units and waits for a word, each with what it would count."""
    rows = visible_to(member).filter(within(member, Role.LIAISON), state=State.FILED).exclude(filed_by=member)
    return [(row, facts_text(row)) for row in specific(list(rows[:_SHOWN]))]


def _cases_to_sign(member: Member, decisions: list[Round]) -> list[Row]:
    """Beside the selections, which have a list of their own, and what an officer finds among the cases to confirm."""
    rows = [] if member.has_role(Role.OFFICER) else cases_to_sign(member, _SHOWN)
    return [row for row in rows if row.case not in decisions]


def _group(member: Member, state: State, units: set[int], *roles: str) -> Group:
    rows = visible_to(member).filter(within(member, *roles), state=state)
    numbers = dict(rows.order_by().values_list("section").annotate(number=Count("pk")))
    # Of several units the list cannot be narrowed to fewer than all.
    query = {"state": state.value} | ({"unit": Unit.objects.get(pk__in=units).code} if len(units) == 1 else {})
    counts = [_counted(section, numbers[section], query) for section in Section if section in numbers]
    return Group(state.value, list(rows[:_SHOWN]), counts)


def _counted(section: Section, number: int, query: dict[str, str]) -> Counted:
    return Counted(str(section.label), number, f"{reverse('record-list', args=[section])}?{urlencode(query)}")


def _to_decide(request: HttpRequest, member: Member) -> dict[str, Any]:
    waiting = waiting_records(member)
    returned = _group(member, State.RETURNED, reached_units(member, Role.OFFICER), Role.OFFICER)
    return {
        "waiting": list(waiting[:_SHOWN]),
        "waiting_count": waiting.count(),
        "waiting_cases": cases_to_decide(member, _CASES),
        "corrections": waiting_number(member),
        "returned": returned,
        "returned_text": returned_text(request, returned.records),
    }


def _year(request: HttpRequest, member: Member) -> dict[str, Any]:
    year = Period.year(chosen_year(request))
    main: list[Line] = lines_of(unit_for(member), year, which=lambda indicator: indicator.main)
    return {"main": main, "year": year.first.year, "last_year": year.first.year - 1}


def _last_signed() -> datetime | None:
    """When the ledger was signed last."""
    return AuditRow.objects.filter(action="ledger.checkpoint").order_by("-pk").values_list("at", flat=True).first()


def _newest(member: Member, state: State, order: list[str]) -> list[Ledgered]:
    return list(visible_to(member).filter(state=state).order_by(*order)[:_SHOWN])
