"""Handing a record in, and what is said then: who has it now, or why it cannot go in yet."""

from django.utils.translation import gettext as _

from youju.errors import YoujuError
from youju.orgs.members import Member
from youju.records.errors import WrongState
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.verbs.record_verbs import record_submit


def hand_in(record: Record, member: Member) -> YoujuError | None:
    """Hand the record in; where it cannot go in yet, the reason. Raises WrongState where somebody did it already."""
    try:
        record_submit(record=record, actor=member)
    except WrongState:
        raise
    except YoujuError as refusal:
        return refusal
    return None


def handed_in(record: Ledgered) -> str:
    """One sentence: with the bureau, with the unit's reviewer, or with the unit that it was filed for."""
    if record.state == State.FILED:
        words = {"title": record.title, "unit": record.unit}
        return _("“%(title)s” was filed for %(unit)s; a liaison of the unit has to confirm it first.") % words
    if record.state == State.SUBMITTED and record.unit.checks:
        return _("“%s” was handed in; the unit's own reviewer checks it first.") % record.title
    return _("“%s” was handed in for verifying.") % record.title
