"""Who may make which move: the names that a kind's MOVES use, each a question about a member and a case."""

from collections.abc import Callable

from youju.orgs.members import Member, Role
from youju.records.case import Case, Move
from youju.records.rights import own_units, reached_units


def _owner(member: Member, case: Case) -> bool:
    return case.owner_id == member.pk


def _officer(member: Member, case: Case) -> bool:
    return case.unit_id in reached_units(member, Role.OFFICER, section=case.section)


def _other_officer(member: Member, case: Case) -> bool:
    """Nobody confirms what was theirs to do."""
    return _officer(member, case) and not _owner(member, case)


def _unit(member: Member, case: Case) -> bool:
    return case.unit_id in own_units(member, Role.LIAISON, Role.REVIEWER, section=case.section)


CASE_RIGHTS: dict[str, Callable[[Member, Case], bool]] = {
    "owner": _owner,
    "officer": _officer,
    "other officer": _other_officer,
    "unit": _unit,
}


def may_move(member: Member, case: Case, move: Move) -> bool:
    """Whether a member who can read the case may make this move. Raises KeyError for a right nobody declared."""
    return CASE_RIGHTS[move.right](member, case)


def open_moves(member: Member, case: Case) -> dict[str, Move]:
    """The moves that a member may make with a case as it stands, by action."""
    return {action: move for action, move in case.moves.items() if may_move(member, case, move)}
