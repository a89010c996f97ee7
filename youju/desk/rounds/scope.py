"""Whose selection it is: how far it has come is the bureau's to see, who is on the panel an officer's to say."""

from django.http import HttpRequest

from youju.desk.scope import BUREAU, member_of
from youju.errors import NotAllowed, NotFound
from youju.orgs.members import Role
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
