"""Selections whose list ran out its notice: what waits for a signing leader."""

from youju.orgs.members import Member, Role
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.notices.passing import passed
from youju.records.rights import reached_units


def decisions_in_hand(member: Member) -> list[Round]:
    """Those that the member may sign now, the oldest first; none that they scored in, or stand on the list of."""
    noticed = Round.objects.filter(state=RoundState.NOTICE).order_by("pk")
    return [
        round
        for round in noticed
        if round.unit_id in reached_units(member, Role.SIGNER, section=round.section)
        and passed(round.ref, round.digest)
        and not round.concerns(member)
    ]
