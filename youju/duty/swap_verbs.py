"""What can be done about a swap: ask for it, agree, decline, take it back."""

from django.db import IntegrityError, transaction

from youju.duty.errors import NotInRoster, ShiftOver, SwapOutdated, SwapRunning, SwapSettled, SwapWithOneself
from youju.duty.hours import is_over
from youju.duty.rosters import is_person, keeps
from youju.duty.shifts import Shift
from youju.duty.swaps import Swap, SwapState
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.records.alerts import AlertSort, Turn, alert, turns_told

# What became of it, as whoever asked is told.
_TOLD = {SwapState.AGREED: AlertSort.ACCEPTED, SwapState.DECLINED: AlertSort.DECLINED}


@transaction.atomic
def swap_ask(*, shift: Shift, takes: Person, back: Shift | None, reason: str, actor: Member) -> Swap:
    """Ask somebody of the group to take a shift, in return for one of theirs or for none.

    By whoever is on duty then, or who keeps the roster. Raises NotAllowed, ShiftOver, NotInRoster, SwapWithOneself,
    SwapOutdated, SwapRunning.
    """
    shift, back = _held(shift, back)
    if not (is_person(actor, shift.person) or keeps(actor, shift.group)):
        raise NotAllowed()
    if takes.pk == shift.person_id:
        raise SwapWithOneself(name=takes)
    if back is not None and (back.person_id != takes.pk or back.group_id != shift.group_id):
        raise SwapOutdated()
    _refuse(shift, takes, back)
    return _asked(shift, takes, back, reason, actor)


@transaction.atomic
def swap_agree(*, swap: Swap, actor: Member) -> Swap:
    """Take the shift, and give one's own in return where that was asked.

    By whoever is asked, or who keeps the roster. Raises NotAllowed, SwapSettled, SwapOutdated, ShiftOver, NotInRoster.
    """
    swap = _answering(swap, actor)
    shift, back = _held(swap.shift, swap.back)
    if shift.person_id != swap.gives_id or (back is not None and back.person_id != swap.takes_id):
        raise SwapOutdated()
    _refuse(shift, swap.takes, back)
    _put(shift, swap.takes)
    if back is not None:
        _put(back, swap.gives)
    return _settle(swap, SwapState.AGREED, "duty.swap-agree", actor)


@transaction.atomic
def swap_decline(*, swap: Swap, actor: Member) -> Swap:
    """By whoever is asked, or who keeps the roster. Raises NotAllowed, SwapSettled."""
    return _settle(_answering(swap, actor), SwapState.DECLINED, "duty.swap-decline", actor)


@transaction.atomic
def swap_take_back(*, swap: Swap, actor: Member) -> Swap:
    """By whoever asked, or who keeps the roster. Raises NotAllowed, SwapSettled."""
    swap = _open(swap)
    if not (is_person(actor, swap.gives) or keeps(actor, swap.shift.group)):
        raise NotAllowed()
    return _settle(swap, SwapState.TAKEN_BACK, "duty.swap-end", actor)


def _asked(shift: Shift, takes: Person, back: Shift | None, reason: str, actor: Member) -> Swap:
    try:
        with transaction.atomic():
            swap = Swap.objects.create(shift=shift, gives=shift.person, takes=takes, back=back, reason=reason)
    except IntegrityError as error:
        raise SwapRunning(day=shift.day) from error
    audit.write(actor=actor, action="duty.swap-ask", target=swap.target, person=takes.token)
    alert(told=[(takes.member, swap.target)], sort=AlertSort.ASKED, actor=actor)
    return swap


def _answering(swap: Swap, actor: Member) -> Swap:
    swap = _open(swap)
    if not (is_person(actor, swap.takes) or keeps(actor, swap.shift.group)):
        raise NotAllowed()
    return swap


def _open(swap: Swap) -> Swap:
    swap = Swap.objects.select_for_update(of=("self",)).select_related("shift__group", "gives", "takes").get(pk=swap.pk)
    if swap.state != SwapState.ASKED:
        raise SwapSettled(state=swap.get_state_display())
    return swap


def _refuse(shift: Shift, takes: Person, back: Shift | None) -> None:
    """Raise ShiftOver where one of the two is over, NotInRoster where whoever gets it has left the group by its day."""
    for each, person in ((shift, takes), (back, shift.person)):
        if each is not None and is_over(each, clock.now()):
            raise ShiftOver(day=each.day)
        if each is not None and not each.group.on(each.day).filter(pk=person.pk).exists():
            raise NotInRoster(name=person, group=each.group.name, day=each.day)


def _put(shift: Shift, person: Person) -> None:
    """Put somebody on duty; who was to be the deputy of oneself is so no longer."""
    deputy = None if shift.deputy_id == person.pk else shift.deputy_id
    Shift.objects.filter(pk=shift.pk).update(person=person, deputy=deputy)


def _settle(swap: Swap, state: SwapState, action: str, actor: Member) -> Swap:
    swap.state, swap.settled_at = state, clock.now()
    swap.save(update_fields=["state", "settled_at"])
    audit.write(actor=actor, action=action, target=swap.target)
    turns_told([Turn(swap.target, [], actor, over=True)])
    if (told := _TOLD.get(state)) is not None:
        alert(told=[(swap.gives.member, swap.target)], sort=told, actor=actor)
    return swap


def _held(shift: Shift, back: Shift | None) -> tuple[Shift, Shift | None]:
    """Both, locked in one order, so that two swaps that cross do not wait for one another."""
    wanted = [each.pk for each in (shift, back) if each is not None]
    rows = Shift.objects.select_for_update(of=("self",)).select_related("group", "person").order_by("pk")
    held = {each.pk: each for each in rows.filter(pk__in=wanted)}
    if any(pk not in held for pk in wanted):
        raise SwapOutdated()
    return held[shift.pk], held[back.pk] if back is not None else None
