"""Whose turn it is: those who have to act next with a case are told so, and nobody else is asked any more."""

from collections import defaultdict
from collections.abc import Sequence

from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.records.alerts import Turn, turns_told
from youju.records.heads.case import Case
from youju.records.reading.access import withheld_among


def alert_turns(moved: Sequence[tuple[Case, Actor]]) -> None:
    """Tell those who have to act next, as far as they may read it; nobody once it is over, nobody of what they did."""
    turns = [(member, case) for case, _actor in moved if not case.over for member in case.turn() if member is not None]
    hidden = {
        member.pk: withheld_among(member, [case for who, case in turns if who == member])
        for member in dict.fromkeys(member for member, _case in turns)
    }
    open_to: dict[int, list[Member]] = defaultdict(list)
    for member, case in turns:
        if case.pk not in hidden[member.pk]:
            open_to[case.pk].append(member)
    turns_told([Turn(case.ref, open_to[case.pk], actor, case.over) for case, actor in moved])
