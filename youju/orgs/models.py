"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.orgs.audit import AuditRow
from youju.orgs.calendar import DayRule, Term
from youju.orgs.members import Member, RoleGrant
from youju.orgs.people import Person
from youju.orgs.units import Unit, UnitAlias

__all__ = ["AuditRow", "DayRule", "Member", "Person", "RoleGrant", "Term", "Unit", "UnitAlias"]
