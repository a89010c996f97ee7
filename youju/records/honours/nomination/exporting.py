"""Everything of a selection leaves the house as a workbook: that is on record."""

from django.db import transaction

from youju.orgs import audit
from youju.orgs.members import Member
from youju.records.honours.round.models import Round


@transaction.atomic
def round_export_note(*, round: Round, actor: Member) -> None:
    """Note who took it along."""
    audit.write(actor=actor, action="sheet.export", target=round.ref, form="xlsx")
