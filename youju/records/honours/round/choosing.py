"""Who is on the list: chosen among the accepted nominations, no more than the call says, nobody who holds the title.

Selections and nominations are those of the models, which ask here.
"""

from collections.abc import Iterable
from typing import Any

from youju.phrases import bracketed, side_by_side
from youju.records.honours.award.doubles import held
from youju.records.honours.round.errors import HeldAlready, NotNominated, TooMany
from youju.records.honours.round.nominating import NominationState
from youju.records.notices.errors import NothingToNotice
from youju.records.notices.lines import list_digest


def ranked(round: Any) -> list[Any]:
    """The accepted nominations, the highest points first; equal ones in the order they came."""
    accepted = round.nominations.filter(state=NominationState.ACCEPTED).select_related("unit", "person", "selection")
    return sorted(accepted, key=lambda nomination: (-nomination.points, nomination.pk))


def choose(round: Any, refs: Iterable[str]) -> None:
    """Put these on the list, by rank, whatever their order here. Raises NotNominated, TooMany."""
    wanted = set(refs)
    chosen = [nomination for nomination in ranked(round) if nomination.ref in wanted]
    if len(chosen) != len(wanted):
        raise NotNominated()
    if len(chosen) > round.most:
        raise TooMany(count=len(chosen), most=round.most)
    round.put(chosen=[[nomination.ref, nomination.holder, nomination.points] for nomination in chosen])


def chosen_digest(round: Any) -> str:
    """Of who is on the list, for which title: their points are no part of what is decided."""
    return list_digest([round.award.code, row.ref, row.holder] for row in round.listed)


def refuse_unfit(round: Any) -> None:
    """Raises NothingToNotice for an empty list, HeldAlready where somebody of it holds the title."""
    if not round.listed:
        raise NothingToNotice()
    refuse_doubles(round)


def refuse_doubles(round: Any) -> None:
    """Raises HeldAlready where somebody of the list was given the title by an award list since."""
    listed = round.nominations_listed()
    lines = held(
        round.award_lines(), year=(round.decided_on or round.happened).year, holders=[_who(each) for each in listed]
    )
    if lines:
        said = [bracketed(line.person or line.unit, f"{line.record.title} {line.record.ref}") for line in lines[:5]]
        raise HeldAlready(holders=side_by_side(said))


def _who(nomination: Any) -> tuple[int | None, int]:
    return nomination.person_id, nomination.unit_id
