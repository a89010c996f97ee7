"""Founding a bureau in an empty database: its place in the country, its administrator, and nothing that is guessed."""

from datetime import timedelta
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError
from youju.ledger import lock
from youju.lib import clock
from youju.lib.text import name_line
from youju.orgs import audit
from youju.orgs.actors import CONSOLE
from youju.orgs.calendar_verbs import calendar_fill
from youju.orgs.divisions import Division, divisions, find_division, has_counties
from youju.orgs.errors import NameMissing
from youju.orgs.invitations import member_invite
from youju.orgs.member_verbs import member_add
from youju.orgs.members import Member, Role
from youju.orgs.role_verbs import role_grant
from youju.orgs.tickets import Purpose, Ticket, ticket_burn, ticket_make, ticket_revoke
from youju.orgs.tree_verbs import NewUnit, units_add_many
from youju.orgs.units import Unit, UnitKind
from youju.orgs.usernames import propose_username
from youju.records.registers.register_verbs import registers_begin

SETUP_HOURS = 24
_SETUP = "bureau"
_MOST_FOUND = 40


class BureauExists(Conflict):
    code = "bureau-exists"
    sentence = _("A bureau is set up here already. Name another folder in YOUJU_HOME for another one.")


class UnknownCounty(YoujuError):
    code, status = "unknown-county", 422
    sentence = _(
        "“%(code)s” is no county of the table of GB/T 2260. Give the six digits of a county, or of a city without any."
    )


class Administrator(NamedTuple):
    """Who will administer. username: proposed from the name unless given; password: as the validators passed it, or
    empty where an invitation is to be made."""

    name: str
    username: str = ""
    password: str = ""


class Founded(NamedTuple):
    """code: of the administrator's invitation; empty where a password was given."""

    unit: Unit
    member: Member
    code: str


def is_founded() -> bool:
    """Whether there is any unit."""
    return Unit.objects.exists()


@transaction.atomic
def bureau_found(*, county: str, name: str, administrator: Administrator, short_name: str = "") -> Founded:
    """Make nation, province, city and county, the county's first administrator and the days off that are announced.

    county: its code of GB/T 2260; name: the bureau's own. Raises BureauExists, UnknownCounty, NameMissing, and as
    ``member_add``.
    """
    lock.hold()  # of two who found, the second finds a bureau
    if is_founded():
        raise BureauExists()
    name, short_name = name_line(name)[:80], name_line(short_name)[:40]
    if not name:
        raise NameMissing()
    unit = units_add_many(units=_chain(county, name, short_name), actor=CONSOLE)[-1]
    username = administrator.username or propose_username(administrator.name)
    member = member_add(username=username, name=administrator.name, unit=unit, actor=CONSOLE)
    role_grant(member=member, role=Role.ADMIN, unit=unit, actor=CONSOLE)
    calendar_fill(actor=CONSOLE)
    registers_begin(actor=CONSOLE)
    audit.write(actor=CONSOLE, action="bureau.found", target=unit.code, by=member.token)
    if not administrator.password:
        return Founded(unit, member, member_invite(member=member, actor=CONSOLE))
    member.set_password(administrator.password)
    member.save(update_fields=["password"])
    audit.write(actor=CONSOLE, action="member.password", target=member.token)
    return Founded(unit, member, "")


@transaction.atomic
def setup_open() -> str:
    """A code that opens the page which founds the bureau, for a day; those given before no longer hold."""
    for earlier in Ticket.objects.filter(purpose=Purpose.SETUP, uses_left__gt=0):
        ticket_revoke(ticket=earlier, actor=CONSOLE)
    expires = clock.now() + timedelta(hours=SETUP_HOURS)
    return ticket_make(purpose=Purpose.SETUP, ref=_SETUP, expires=expires, actor=CONSOLE)


@transaction.atomic
def bureau_set_up(*, code: str, county: str, name: str, administrator: Administrator, short_name: str = "") -> Founded:
    """Found the bureau with the code that the server printed. Raises TicketInvalid, and as ``bureau_found``."""
    ticket_burn(code=code, purpose=Purpose.SETUP)
    return bureau_found(county=county, name=name, administrator=administrator, short_name=short_name)


def find_counties(text: str) -> list[Division]:
    """The counties whose code begins with a text, or whose name or whose city's or province's holds each word of it."""
    words = text.split()
    if not words:
        return []
    found = (division for division in divisions() if _is_county(division))
    hits = [division for division in found if all(word in place_of(division) for word in words)]
    return sorted(hits, key=lambda division: (words[-1] not in division.name, division.code))[:_MOST_FOUND]


def place_of(division: Division) -> str:
    """A division with its code and those above it: 530323 云南省 曲靖市 师宗县."""
    names = [above.name for above in reversed(_upwards(division))][1:]  # not the nation, of which all are
    return " ".join([division.code, *names])


def _chain(county: str, name: str, short_name: str) -> list[NewUnit]:
    division = find_division(county)
    if division is None or not _is_county(division):
        raise UnknownCounty(code=county[:20])
    above = [_unit(each, UnitKind(each.level)) for each in reversed(_upwards(division)[1:])]
    own = NewUnit(
        code=division.code,
        kind=UnitKind.COUNTY,
        name=name,
        parent=above[-1].code,
        short_name=short_name,
        aliases=() if division.name in (name, short_name) else (division.name,),
    )
    return [*above, own]


def _unit(division: Division, kind: UnitKind) -> NewUnit:
    above = division.parent
    return NewUnit(division.code, kind, division.name, above.code if above else None)


def _upwards(division: Division) -> list[Division]:
    """A division, then those above it."""
    found = [division]
    while (above := found[-1].parent) is not None:
        found.append(above)
    return found


def _is_county(division: Division) -> bool:
    city = division.level == UnitKind.CITY and not has_counties(division.code)
    return division.level == UnitKind.COUNTY or city
