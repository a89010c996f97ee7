"""Whether a nomination may be handed up: in time, within the quota, nobody twice, nobody who holds the title.

Nominations are those of the models, which ask here.
"""

from typing import Any

from youju.lib import clock
from youju.orgs.people import survivors
from youju.records.heads.moving import hold_heads
from youju.records.honours.award.doubles import held
from youju.records.honours.nomination.errors import (
    HoldsTitle,
    NominatedTwice,
    NominationsClosed,
    NoPlace,
    QuotaFull,
    WrongNominee,
)
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.nominating import TAKING


def refuse_unfit(nomination: Any) -> None:
    """Raises NominationsClosed, WrongNominee, NoPlace, QuotaFull, NominatedTwice, HoldsTitle.

    Others who nominate in the selection wait until this one stands, so that no two take one place.
    """
    hold_heads([nomination.selection])
    round = Round.objects.select_related("award").get(pk=nomination.selection_id)
    _refuse_late(nomination, round)
    if round.for_units != (nomination.person is None):
        raise WrongNominee(award=round.award, to=round.award.get_goes_to_display())
    _refuse_beyond(nomination, round)
    _refuse_twice(nomination, round)
    _refuse_holder(nomination, round)


def _refuse_late(nomination: Any, round: Round) -> None:
    """One that was sent back may be mended while towns review, and after the last day; a new one comes in time."""
    mended = nomination.version > 1
    states = (RoundState.COLLECTING, RoundState.TOWN) if mended else (RoundState.COLLECTING,)
    over = not mended and round.due_on is not None and round.due_on < clock.today()
    if round.state not in states or over:
        raise NominationsClosed(title=round.title, state=round.state_label, day=round.due_on)


def _refuse_beyond(nomination: Any, round: Round) -> None:
    quota = round.quotas.filter(unit=nomination.unit_id).first()
    if quota is None or not quota.places:
        raise NoPlace(unit=nomination.unit, title=round.title)
    taken = round.nominations.filter(unit=nomination.unit_id, state__in=TAKING).exclude(pk=nomination.pk).count()
    if taken >= quota.places:
        raise QuotaFull(unit=nomination.unit, places=quota.places, title=round.title)


def _refuse_twice(nomination: Any, round: Round) -> None:
    others = round.nominations.filter(state__in=TAKING).exclude(pk=nomination.pk).select_related("unit", "person")
    kept = survivors([nomination.person_id, *(other.person_id for other in others)])
    for other in others:
        if _nominee(other, kept) == _nominee(nomination, kept):
            raise NominatedTwice(who=nomination.who, title=round.title, unit=other.unit, ref=other.ref)


def _nominee(nomination: Any, kept: dict[int, int]) -> tuple[str, int]:
    """Who it puts forward: the person they live on as, else the unit."""
    if nomination.person_id is None:
        return "unit", nomination.unit_id
    return "person", kept[nomination.person_id]


def _refuse_holder(nomination: Any, round: Round) -> None:
    found = held(round.award_lines(), year=round.happened.year, holders=[(nomination.person_id, nomination.unit_id)])
    if found:
        line = found[0]
        raise HoldsTitle(
            who=nomination.who, award=round.award, list=line.record.title, day=line.record.happened,
            ref=line.record.ref,
        )  # fmt: skip
