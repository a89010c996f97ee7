"""Whose selection it is: how far it has come is the bureau's to see, who is on the panel an officer's to say.

A town between sees how far its own schools have come.
"""

from django.http import HttpRequest

from youju.desk.scope import BUREAU, member_of
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Role
from youju.records.honours.round.addressed import seen_by
from youju.records.honours.round.models import Round
from youju.records.reading.access import get_case_for
from youju.records.rights import reached_units


def round_for(request: HttpRequest, ref: str, *roles: Role) -> Round:
    """The selection, for whoever holds one of these roles over the unit that runs it. Raises NotFound, NotAllowed."""
    member = member_of(request)
    found = get_case_for(member, ref)
    if not isinstance(found, Round):
        raise NotFound()
    if found.unit_id not in reached_units(member, *(roles or BUREAU), section=found.section):
        raise NotAllowed()
    return found


def progress_for(request: HttpRequest, ref: str) -> tuple[Round, set[int] | None]:
    """The selection, and of which units somebody sees how far they have come: None for all of whoever runs it.

    Raises NotFound, NotAllowed for who reviews for no town of it.
    """
    member = member_of(request)
    found = get_case_for(member, ref)
    if not isinstance(found, Round):
        raise NotFound()
    units = seen_by(found, member)
    if units == set():
        raise NotAllowed()
    return found, units
