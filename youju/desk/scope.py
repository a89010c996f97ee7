"""Who is asking, and for which unit: the two things most screens begin with."""

from datetime import date

from django.http import HttpRequest

from youju.errors import NotAllowed, NotFound
from youju.indicators.years import settled_year, years_with_facts
from youju.lib import clock
from youju.lib.naturals import natural
from youju.lib.periods import YEARS, Period, yyyymm
from youju.orgs.keeping import require_manager
from youju.orgs.members import Member, Role
from youju.orgs.tree import find_unit, home_unit, standing
from youju.orgs.units import Unit
from youju.records.rights import own_units, reached_units

_YEAR = "year"  # of the session: it is the reader's own, and ends with the log-in

LOCAL = (Role.LIAISON, Role.REVIEWER)
BUREAU = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)


def member_of(request: HttpRequest) -> Member:
    """The member logged in. Raises NotAllowed where nobody is."""
    if not isinstance(request.user, Member):
        raise NotAllowed()
    return request.user


def admin_of(request: HttpRequest) -> Member:
    """The administrator logged in. Raises NotAllowed for everybody else."""
    member = member_of(request)
    if not member.has_role(Role.ADMIN):
        raise NotAllowed()
    return member


def bureau_admin_of(request: HttpRequest) -> Member:
    """The administrator of the bureau itself, for what concerns all of it. Raises NotAllowed for everybody else."""
    member = admin_of(request)
    require_manager(member)
    return member


def unit_for(member: Member, code: str = "") -> Unit:
    """The unit whose figures a member asks for: the one named, else the widest that is the member's business.

    Raises NotAllowed for roles that see no figures, NotFound for a unit out of reach or unknown.
    """
    if not member.has_role(*LOCAL, *BUREAU):
        raise NotAllowed()
    unit = find_unit(code) if code else _first_unit(member)
    if unit.pk not in own_units(member, *LOCAL) | reached_units(member, *BUREAU):
        raise NotFound()
    return unit


def bureau_for(member: Member) -> Unit:
    """The home unit, for screens that are the bureau's. Raises NotAllowed for everybody else."""
    home = home_unit()
    if home.pk not in reached_units(member, *BUREAU):
        raise NotAllowed()
    return home


def units_for(member: Member, on: date) -> list[Unit]:
    """The units that stand in the month of a day and that a member may choose among, the widest first."""
    ids = own_units(member, *LOCAL) | reached_units(member, *BUREAU)
    order = {"county": 0, "office": 1, "town": 2, "school": 3}
    units = Unit.objects.filter(pk__in=ids, code__in=standing(yyyymm(on)))
    return sorted(units, key=lambda unit: (order.get(unit.kind, 9), unit.code))


def chosen_year(request: HttpRequest) -> int:
    """The year that the reader chose since logging in; else the newest that is over and has facts."""
    chosen = request.session.get(_YEAR)
    return chosen if chosen is not None and chosen in years_with_facts() else settled_year()


def named_year(request: HttpRequest) -> int:
    """The year that the address names; else the present one."""
    return asked_year(request) or clock.today().year


def asked_year(request: HttpRequest) -> int | None:
    """The year that the address names; None where it names none."""
    year = natural(request.GET.get("year", ""), 4) or 0
    return year if year in YEARS else None


def keep_year(request: HttpRequest, period: Period) -> None:
    """Let a year with facts that a page was asked for be the one that the other pages open with."""
    year = period.first.year
    if period.kind == "year" and year in years_with_facts() and year != chosen_year(request):
        request.session[_YEAR] = year


def period_for(request: HttpRequest) -> tuple[Period, str]:
    """The period that the address names, and what was typed where it is none: then the reader's year is meant."""
    text = request.GET.get("period", "").strip()
    try:
        return (Period.parse(text) if text else Period.year(chosen_year(request))), ""
    except ValueError:
        return Period.year(chosen_year(request)), text


def is_current_tree(request: HttpRequest) -> bool:
    """Whether figures are asked for regrouped by the units as they are now (按现行机构)."""
    return request.GET.get("tree") == "current"


def _first_unit(member: Member) -> Unit:
    home = home_unit()
    if home.pk in reached_units(member, *BUREAU):
        return home
    local = own_units(member, *LOCAL) | own_units(member, *BUREAU)
    return member.unit if member.unit and member.unit_id in local else Unit.objects.get(pk=min(local))
