"""Where Django looks for the package's tables; each is defined in the file of its noun."""

from youju.orgs.audit import AuditRow
from youju.orgs.calendar import DayRule, Term
from youju.orgs.consents import Consent
from youju.orgs.groups import Group, Keeper, Membership
from youju.orgs.log_ins import OpenLogIn
from youju.orgs.members import Member, RoleGrant
from youju.orgs.mergers import Merger
from youju.orgs.people import Person, Tenure
from youju.orgs.placements import Placement
from youju.orgs.second_factor import RecoveryCode
from youju.orgs.sendings import Sending
from youju.orgs.sequences import Sequence
from youju.orgs.settings import SettingRow
from youju.orgs.tickets import Ticket
from youju.orgs.units import Unit, UnitAlias
from youju.orgs.wrong_tries import WrongTry

__all__ = [
    "AuditRow",
    "Consent",
    "DayRule",
    "Group",
    "Keeper",
    "Member",
    "Membership",
    "Merger",
    "OpenLogIn",
    "Person",
    "Placement",
    "RecoveryCode",
    "RoleGrant",
    "Sending",
    "Sequence",
    "SettingRow",
    "Tenure",
    "Term",
    "Ticket",
    "Unit",
    "UnitAlias",
    "WrongTry",
]
