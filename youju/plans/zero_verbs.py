"""The verbs of zero reports: one tap, and within seconds one tap back."""

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from youju.errors import NotAllowed, NotFound
from youju.lib import clock
from youju.lib.periods import yyyymm
from youju.lib.refs import new_ref
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.plans.dues import Due, DueState
from youju.plans.errors import NothingAsked, TooEarlyForZero, TooLateToTakeBack
from youju.plans.items import Audience
from youju.plans.meeting import restate
from youju.plans.settling import settle
from youju.plans.zero_reports import PREFIX, ZeroReport
from youju.records.rights import may_record

UNDO_SECONDS = 10
# What a slow line may take of the ten seconds.
_GRACE = timedelta(seconds=UNDO_SECONDS + 5)


@transaction.atomic
def zero_report(*, unit: Unit, section: str, month: int, actor: Member) -> ZeroReport:
    """Say that there was nothing in a section within a month (yyyymm): it answers what may be answered so.

    Raises NotAllowed, TooEarlyForZero, NothingAsked.
    """
    if not may_record(actor, unit.pk, section):
        raise NotAllowed()
    if month > yyyymm(clock.today()):
        raise TooEarlyForZero()
    dues = open_to_zero(unit, section, month)
    if not dues:
        raise NothingAsked()
    report = ZeroReport.objects.create(
        ref=new_ref(PREFIX), unit=unit, section=section, month=month, by=actor, at=clock.now()
    )
    audit.write(actor=actor, action="zero.report", target=report.ref, unit=unit.code, section=section, month=month)
    audit.write_many(actor=actor, action="due.zero", targets=[due.ref for due in dues])
    for due in dues:
        due.zero_report = report
    _keep(dues, actor)
    return report


@transaction.atomic
def zero_take_back(*, report: ZeroReport, actor: Member) -> None:
    """Take it back within seconds; what it answered is open again. Raises NotFound, TooLateToTakeBack."""
    held = ZeroReport.objects.select_for_update().filter(pk=report.pk, by=actor, taken_back_at=None).first()
    if held is None:
        raise NotFound()
    if clock.now() - held.at > _GRACE:
        raise TooLateToTakeBack()
    dues = list(held.dues.select_related("item", "unit", "group", "person"))
    ZeroReport.objects.filter(pk=held.pk).update(taken_back_at=clock.now())
    audit.write(actor=actor, action="zero.take-back", target=held.ref)
    audit.write_many(actor=actor, action="due.zero-back", targets=[due.ref for due in dues])
    for due in dues:
        due.zero_report = None
    _keep(dues, actor)


def open_to_zero(unit: Unit, section: str, month: int) -> list[Due]:
    """What a zero report of a month would answer: what is asked of the unit as a whole, for that month, and may be."""
    first = date(month // 100, month % 100, 1)
    last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
    dues = Due.objects.filter(
        unit=unit, section=section, state=DueState.DUE, item__zero=True, first__gte=first, last__lte=last,
        item__audience__in=(Audience.KINDS, Audience.UNITS),
    )  # fmt: skip
    return list(dues.select_related("item", "unit", "group", "person"))


def _keep(dues: Sequence[Due], actor: Member) -> None:
    restate(dues)
    Due.objects.bulk_update(dues, ["state", "on_time", "zero_report"])
    settle(dues=dues, actor=actor)
