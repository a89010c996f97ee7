"""Redemption codes: given out by the bureau, each opens the PDF of one article without paying."""

from datetime import timedelta

from django.db import transaction

from youju.lib import clock
from youju.orgs.members import Member
from youju.orgs.tickets import Purpose, ticket_make


@transaction.atomic
def codes_make(*, ref: str, count: int, days: int, actor: Member) -> list[str]:
    """So many codes for the article ``ref``, each for one use within so many days; shown once."""
    expires = clock.now() + timedelta(days)
    return [ticket_make(purpose=Purpose.REDEEM, ref=ref, expires=expires, actor=actor) for _each in range(count)]
