"""交接 with duty in it: whoever leaves hands over drafts, cases and lists, and the shifts to come."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Q

from youju.duty.hours import duty_hours, is_over
from youju.duty.shift_verbs import shift_change
from youju.duty.shifts import Shift
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.keeping import managed_units
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.orgs.reasons import given_reason
from youju.records.verbs.handover import InHand, in_hand, member_hand_over

_DAY = timedelta(days=1)


class Left(NamedTuple):
    """What was handed over. kept: shifts that stay, since the other is not in their roster on that day."""

    held: InHand
    shifts: int
    kept: tuple[Shift, ...]


def shifts_ahead(member: Member) -> list[Shift]:
    """The shifts that are not over in which a member is on duty or is the deputy, the next first."""
    mine = Shift.objects.filter(Q(person__member=member) | Q(deputy__member=member))
    near = mine.filter(day__gte=clock.today() - _DAY)  # a night lasts into the next day
    shifts = near.select_related("group", "person", "deputy")
    hours, moment = duty_hours(), clock.now()
    return [shift for shift in shifts if not is_over(shift, moment, hours)]


def shifts_kept(shifts: list[Shift], to: Member) -> tuple[Shift, ...]:
    """Those of the shifts that ``to`` cannot take over: not in the roster on that day."""
    return tuple(shift for shift in shifts if _person(shift, to) is None)


@transaction.atomic
def member_leave(*, member: Member, to: Member, actor: Member, reason: str) -> Left:
    """Hand over everything: what ``member_hand_over`` does, and each shift that ``to`` can take.

    Raises as ``member_hand_over``; NothingInHand where there is not even a shift.
    """
    shifts, held = shifts_ahead(member), in_hand(member)
    if held.total or not shifts:
        held = member_hand_over(member=member, to=to, actor=actor, reason=reason)
    given_reason(reason)
    if not {member.unit_id, to.unit_id} <= managed_units(actor):
        raise NotAllowed()
    kept = shifts_kept(shifts, to)
    passed = [shift for shift in shifts if shift not in kept]
    for shift in passed:
        _pass(shift, member, to, actor)
    return Left(held, len(passed), kept)


def _pass(shift: Shift, member: Member, to: Member, actor: Member) -> None:
    """On duty before deputy: who takes over both is on duty, without a deputy."""
    taker = _person(shift, to)
    assert taker is not None
    person = taker if shift.person.member_id == member.pk else shift.person
    deputy = taker if shift.deputy and shift.deputy.member_id == member.pk else shift.deputy
    shift_change(shift=shift, person=person, deputy=None if deputy == person else deputy, actor=actor)


def _person(shift: Shift, member: Member) -> Person | None:
    return shift.group.on(shift.day).filter(member=member).first()
