"""Whether the people are there without whom a bureau cannot work, said in sentences of what is missing."""

from collections import defaultdict
from collections.abc import Iterator

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _
from django_otp.plugins.otp_totp.models import TOTPDevice

from youju.lib import clock
from youju.orgs.joining import Joining, members_with_joining
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.reaching import top_of
from youju.orgs.tree import home_unit, reach, standing, this_month
from youju.orgs.units import Unit, UnitKind
from youju.phrases import enumerated
from youju.records.heads.sections import Section
from youju.records.kinds import kinds

_WANTED = 2
_NAMED = 5
_LOCAL = (UnitKind.TOWN, UnitKind.SCHOOL)


def deciders_missing() -> Iterator[str]:
    """Sections for which fewer than two officers of the bureau who have joined decide."""
    home, month = home_unit(), this_month()
    grants = [grant for grant in _held(Role.OFFICER) if home.pk in reach({top_of(grant)}, month)]
    lacking: dict[int, list[Section]] = defaultdict(list)
    for section in _sections():
        deciding = {grant.member_id for grant in grants if grant.covers(section)}
        if len(deciding) < _WANTED:
            lacking[len(deciding)].append(section)
    for count, sections in sorted(lacking.items()):
        named = _("every section") if sections == _sections() else enumerated(each.label for each in sections)
        said = _("%(section)s: %(count)s officers who have joined. Nobody verifies their own: it takes two.")
        yield said % {"section": named, "count": count}


def _sections() -> list[Section]:
    """Those in which anything is recorded, in the order of the menu."""
    recorded = {kind.section for kind in kinds()}
    return [section for section in Section if section in recorded]


def audited_apart() -> Iterator[str]:
    """No auditor, or one who administers too."""
    auditors = {grant.member_id: grant.member for grant in _held(Role.AUDITOR)}
    if not auditors:
        yield _("No auditor has joined: give somebody the role who neither records nor administers.")
    both = [auditors[grant.member_id] for grant in _held(Role.ADMIN) if grant.member_id in auditors]
    for member in dict.fromkeys(both):
        yield _("%(name)s audits and administers: give one of the roles to somebody else.") % {"name": member.name}


def signer_missing() -> Iterator[str]:
    if not _held(Role.SIGNER):
        yield _("No signing leader has joined.")


def units_without_liaison() -> Iterator[str]:
    """Towns and schools of which no liaison has joined."""
    there = {grant.unit_id for grant in _held(Role.LIAISON)}
    codes = standing(this_month())
    local = Unit.objects.filter(kind__in=_LOCAL, code__in=codes)
    units = local.exclude(pk__in=there).order_by("code")
    if not local.exists():
        yield _("There is no town and no school yet: enter the units and their liaisons first.")
    elif number := len(units):
        names = enumerated(units[:_NAMED])
        yield _("%(count)s units have none, among them %(names)s: name a liaison, or invite again.") % {
            "count": number, "names": names,
        }  # fmt: skip


def without_second_factor() -> Iterator[str]:
    """Officers, signing leaders and administrators who log in with a password alone."""
    deciding = {grant.member_id for role in (Role.OFFICER, Role.SIGNER, Role.ADMIN) for grant in _held(role)}
    proven = set(TOTPDevice.objects.filter(confirmed=True).values_list("user_id", flat=True))
    without = Member.objects.filter(pk__in=deciding - proven).order_by("username")
    if names := [member.name for member in without]:
        yield _("%(count)s have none yet: %(names)s.") % {"count": len(names), "names": enumerated(names[:_NAMED])}


def _held(role: str) -> "QuerySet[RoleGrant]":
    """The grants of a role that hold today, of members who have joined."""
    joined = members_with_joining(Member.objects.all()).filter(Q(joining=Joining.JOINED))
    current = RoleGrant.objects.current(clock.today()).filter(role=role, member__in=joined.values("pk"))
    return current.select_related("member", "unit")
