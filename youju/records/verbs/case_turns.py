"""Whose turn it is: those who have to act next with a case are told so."""

from collections.abc import Sequence

from youju.orgs.actors import Actor
from youju.records.alerts import AlertSort, alert
from youju.records.heads.case import Case
from youju.records.reading.access import withheld_among


def alert_turns(moved: Sequence[tuple[Case, Actor]]) -> None:
    """Tell those who have to act next, as far as they may read it; nobody once it is over, nobody of what they did."""
    turns = [
        (member, case, actor)
        for case, actor in moved if not case.over
        for member in case.turn() if member is not None and member.token != actor.token
    ]  # fmt: skip
    hidden = {
        member.pk: withheld_among(member, [case for who, case, _actor in turns if who == member])
        for member in dict.fromkeys(member for member, _case, _actor in turns)
    }
    open_ones = [turn for turn in turns if turn[1].pk not in hidden[turn[0].pk]]
    for actor in dict.fromkeys(actor for _member, _case, actor in open_ones):
        told = [(member, case.ref) for member, case, by in open_ones if by == actor]
        alert(told=told, sort=AlertSort.ASKED, actor=actor)
