"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, RoleGrant
from youju.orgs.people import Person
from youju.orgs.units import Unit, UnitAlias

__all__ = ["AuditRow", "Member", "Person", "RoleGrant", "Unit", "UnitAlias"]
