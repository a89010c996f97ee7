"""Who may make which move: the names that a kind's MOVES use, each a question about a member and a case."""

from collections.abc import Callable

from django.db.models import QuerySet

from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.records.heads.case import CLOCK, MOVED, OPENED, Case, Move
from youju.records.rights import is_alone, may_record, own_units, reached_units


def _owner(member: Member, case: Case) -> bool:
    return case.owner_id == member.pk


def _officer(member: Member, case: Case) -> bool:
    return case.unit_id in reached_units(member, Role.OFFICER, section=case.section)


def _other_officer(member: Member, case: Case) -> bool:
    """Nobody confirms what was theirs to do."""
    return _officer(member, case) and not _owner(member, case)


def _unit(member: Member, case: Case) -> bool:
    return case.unit_id in own_units(member, Role.LIAISON, Role.REVIEWER, section=case.section)


def _recorder(member: Member, case: Case) -> bool:
    return may_record(member, case.unit_id, case.section)


def _other_recorder(member: Member, case: Case) -> bool:
    """Nobody makes out a paper for themself."""
    return _recorder(member, case) and not case.concerns(member)


def _invited(member: Member, case: Case) -> bool:
    """A recorder of the case's unit, or of a unit that is its partner."""
    own = own_units(member, Role.LIAISON, section=case.section)
    return _recorder(member, case) or case.partners.filter(pk__in=own).exists()


def _handler(member: Member, case: Case) -> bool:
    """Whoever has it in charge, or records for its unit."""
    return _owner(member, case) or _recorder(member, case)


def _asker_or_officer(member: Member, case: Case) -> bool:
    return case.speaks_for_asker(member) or _officer(member, case)


def _asker_or_handler(member: Member, case: Case) -> bool:
    return case.speaks_for_asker(member) or _handler(member, case)


def _signing_officer(member: Member, case: Case) -> bool:
    """A signing leader or officer who wrote nothing of what is signed; in a one-person office, whoever is alone."""
    reached = reached_units(member, Role.SIGNER, Role.OFFICER, section=case.section)
    own = case.concerns(member) and not is_alone(member, case.unit, case.section)
    return case.unit_id in reached and not own


def _second(member: Member, case: Case) -> bool:
    """An officer who wrote nothing of it; in a one-person office, whoever is alone."""
    return _officer(member, case) and (not wrote(member, case) or is_alone(member, case.unit, case.section))


def _reader(member: Member, case: Case) -> bool:
    """An officer whom nothing about the case keeps from reviewing it."""
    return _officer(member, case) and not case.concerns(member)


def _last_reader(member: Member, case: Case) -> bool:
    """The same, or a signing leader."""
    reached = reached_units(member, Role.OFFICER, Role.SIGNER, section=case.section)
    return case.unit_id in reached and not case.concerns(member)


def _clock(member: Member, case: Case) -> bool:
    """Time brings it, and no member does."""
    return False


def _signer(member: Member, case: Case) -> bool:
    """A signing leader who wrote nothing of it: nobody signs their own draft."""
    return case.unit_id in reached_units(member, Role.SIGNER, section=case.section) and not wrote(member, case)


def wrote(member: Member, case: Case) -> bool:
    """Whether a member opened the case, or made a move by which its content was written."""
    return member.token in _writers(case, AuditRow.objects.filter(actor=member.token))


def writers(case: Case) -> set[str]:
    """The tokens of all who did so up to now."""
    return _writers(case, AuditRow.objects.all())


def _writers(case: Case, rows: QuerySet[AuditRow]) -> set[str]:
    writing = {action for moves in case.MOVES.values() for action, move in moves.items() if move.asks}
    done = rows.filter(target=case.ref, action__in=(OPENED, MOVED))
    return {row.actor for row in done if row.action == OPENED or row.detail.get("move") in writing}


CASE_RIGHTS: dict[str, Callable[[Member, Case], bool]] = {
    "owner": _owner,
    "officer": _officer,
    "other officer": _other_officer,
    "unit": _unit,
    "recorder": _recorder,
    "other recorder": _other_recorder,
    "invited": _invited,
    "second officer": _second,
    "handler": _handler,
    "signing officer": _signing_officer,
    "asker or officer": _asker_or_officer,
    "asker or handler": _asker_or_handler,
    "reader": _reader,
    "last reader": _last_reader,
    CLOCK: _clock,
    "signer": _signer,
}

# The rights that a signing leader has by their role.
SIGNING = ("signer", "signing officer", "last reader")


def may_move(member: Member, case: Case, move: Move) -> bool:
    """Whether a member who can read the case may make this move. Raises KeyError for a right nobody declared."""
    return (case.RIGHTS.get(move.right) or CASE_RIGHTS[move.right])(member, case)


def open_moves(member: Member, case: Case) -> dict[str, Move]:
    """The moves that a member may make with a case as it stands, by action."""
    return {
        action: move
        for action, move in case.moves.items()
        if may_move(member, case, move) and case.obstacle(action) is None
    }
