"""Orders are the bureau's: its officers keep them, two for each payment and refund."""

from django.http import HttpRequest

from youju.desk.scope import member_of
from youju.errors import NotAllowed
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.records.rights import reached_units


def officer_of(request: HttpRequest) -> Member:
    """The officer of the bureau who is logged in. Raises NotAllowed for everybody else."""
    member = member_of(request)
    if home_unit().pk not in reached_units(member, Role.OFFICER):
        raise NotAllowed()
    return member
