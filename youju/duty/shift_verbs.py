"""What can be done with shifts: plan many in turn, change one, take one out, hand a note over."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import cycle

from django.db import IntegrityError, transaction

from youju.duty.errors import NobodyToAssign, NoDays, NotInRoster, OwnDeputy, ShiftOver, ShiftTaken, ShiftToCome
from youju.duty.hours import has_begun, is_over
from youju.duty.shifts import Coverage, Part, Shift
from youju.duty.swaps import Swap, SwapState
from youju.errors import NotFound
from youju.lib import clock
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.groups import Group
from youju.orgs.people import Person


@transaction.atomic
def coverage_set(*, group: Group, days: str, actor: Actor) -> None:
    """Say on which days somebody has to be on duty."""
    Coverage.objects.update_or_create(group=group, defaults={"days": days})
    audit.write(actor=actor, action="duty.cover", target=group.target, days=days)


@transaction.atomic
def shifts_fill(
    *, group: Group, days: Iterable[date], persons: Sequence[Person], actor: Actor, deputies: bool = False,
    part: str = Part.DAY,
) -> int:  # fmt: skip
    """Put the persons on duty in turn, one a day; gives how many days that were. What is planned stays as it is.

    deputies: whether the next in turn is the deputy. Days that are over are left out. Raises NobodyToAssign, NoDays,
    NotInRoster.
    """
    wanted = sorted(set(days))
    if not persons:
        raise NobodyToAssign()
    Group.objects.select_for_update().get(pk=group.pk)  # of two who fill at once the second sees what the first did
    taken = set(group.shifts.filter(part=part, day__in=wanted).values_list("day", flat=True))
    free = [day for day in wanted if day not in taken and day >= clock.today()]
    if not free:
        raise NoDays(first=wanted[0] if wanted else "—", last=wanted[-1] if wanted else "—")
    turn = cycle(range(len(persons)))
    shifts = []
    for day, place in zip(free, turn, strict=False):
        deputy = persons[(place + 1) % len(persons)] if deputies and len(persons) > 1 else None
        shifts.append(Shift(group=group, day=day, part=part, person=persons[place], deputy=deputy))
    _refuse_strangers(group, shifts)
    Shift.objects.bulk_create(shifts)
    audit.write(
        actor=actor, action="duty.fill", target=group.target, days=[day.isoformat() for day in free],
        persons=[person.token for person in persons],
    )  # fmt: skip
    return len(shifts)


@transaction.atomic
def shift_assign(*, group: Group, day: date, part: str, person: Person, deputy: Person | None, actor: Actor) -> Shift:
    """Put one person on duty on a day that is free. Raises ShiftOver, ShiftTaken, NotInRoster, OwnDeputy."""
    shift = Shift(group=group, day=day, part=part, person=person, deputy=deputy)
    _refuse(shift)
    Group.objects.select_for_update().get(pk=group.pk)
    try:
        with transaction.atomic():
            shift.save()
    except IntegrityError as error:
        raise ShiftTaken(day=day) from error
    audit.write(actor=actor, action="duty.assign", target=group.target, day=day.isoformat(), person=person.token)
    return shift


@transaction.atomic
def shift_change(*, shift: Shift, person: Person, deputy: Person | None, actor: Actor) -> Shift:
    """Put somebody else on duty, or another deputy. Raises ShiftOver, NotInRoster, OwnDeputy."""
    shift = _held(shift)
    shift.person, shift.deputy = person, deputy
    _refuse(shift)
    shift.save(update_fields=["person", "deputy"])
    _end_swaps(shift, actor)
    audit.write(actor=actor, action="duty.change", target=shift.target, person=person.token)
    return shift


@transaction.atomic
def shift_remove(*, shift: Shift, actor: Actor) -> None:
    """Take a shift to come out of the roster. Raises ShiftOver."""
    shift = _held(shift)
    if is_over(shift, clock.now()):
        raise ShiftOver(day=shift.day)
    audit.write(actor=actor, action="duty.remove", target=shift.group.target, day=shift.day.isoformat())
    shift.delete()


@transaction.atomic
def note_hand_over(*, shift: Shift, note: str, actor: Actor) -> None:
    """Keep what the next one has to know. Raises ShiftToCome."""
    shift = _held(shift)
    if not has_begun(shift, clock.now()):
        raise ShiftToCome(day=shift.day)
    shift.note, shift.noted_at = visible(note).strip(), clock.now()
    shift.save(update_fields=["note", "noted_at"])
    audit.write(actor=actor, action="duty.hand-over", target=shift.target)


def _held(shift: Shift) -> Shift:
    """The shift as it is now, locked. Raises NotFound where somebody has taken it out meanwhile."""
    held = Shift.objects.select_for_update(of=("self",)).select_related("group").filter(pk=shift.pk).first()
    if held is None:
        raise NotFound()
    return held


def _refuse(shift: Shift) -> None:
    if is_over(shift, clock.now()):
        raise ShiftOver(day=shift.day)
    if shift.deputy_id is not None and shift.deputy_id == shift.person_id:
        raise OwnDeputy()
    _refuse_strangers(shift.group, [shift])


def _refuse_strangers(group: Group, shifts: Iterable[Shift]) -> None:
    """Raise NotInRoster at the first who is not in the group on that day."""
    rows = list(group.memberships.all())
    for shift in shifts:
        for person in (shift.person, shift.deputy):
            there = any(
                row.person_id == person.pk
                and (row.since is None or row.since <= shift.day)
                and (row.until is None or row.until >= shift.day)
                for row in rows
                if person is not None
            )
            if person is not None and not there:
                raise NotInRoster(name=person, group=group.name, day=shift.day)


def _end_swaps(shift: Shift, actor: Actor) -> None:
    """What was asked about a shift as it was is taken back."""
    for swap in Swap.objects.filter(shift=shift, state=SwapState.ASKED):
        Swap.objects.filter(pk=swap.pk).update(state=SwapState.TAKEN_BACK, settled_at=clock.now())
        audit.write(actor=actor, action="duty.swap-end", target=swap.target)
