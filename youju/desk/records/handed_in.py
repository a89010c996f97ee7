"""What is said when a record was handed in: who has it now."""

from django.utils.translation import gettext as _

from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State


def handed_in(record: Ledgered) -> str:
    """One sentence: with the bureau, with the unit's reviewer, or with the unit that it was filed for."""
    if record.state == State.FILED:
        words = {"title": record.title, "unit": record.unit}
        return _("“%(title)s” was filed for %(unit)s; a liaison of the unit has to confirm it first.") % words
    if record.state == State.SUBMITTED and record.unit.checks:
        return _("“%s” was handed in; the unit's own reviewer checks it first.") % record.title
    return _("“%s” was handed in for verifying.") % record.title
