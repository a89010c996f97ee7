"""Planning the accounts: which are new, and which roles are granted, changed or ended."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.accounts import Account
from youju.bureau.workbook.lines import Action, Human, Line, Step
from youju.bureau.workbook.member_steps import (
    MemberDeactivate,
    MemberEdit,
    MemberEnroll,
    RoleChange,
    RoleEnd,
    RoleGrantTold,
    RoleTold,
)
from youju.bureau.workbook.members_sheet import MemberRow, read_members
from youju.bureau.workbook.planning import Planning
from youju.lib.sheets import Said, Table, listed
from youju.orgs.members import Member, Role, RoleGrant
from youju.orgs.usernames import propose_username
from youju.phrases import bracketed, enumerated, side_by_side
from youju.records.heads.sections import Section

_SAME_TWICE = _(
    "“%(name)s” of %(unit)s is already in row %(row)s: if it is one person, write the same log-in name in both rows, "
    "or all roles into one; if they are two, write a log-in name for each"
)
_SEVERAL = _("there are several accounts of “%(name)s” in %(unit)s: write the log-in name, one of %(usernames)s")
_TAKEN = _("“%(username)s” is the log-in name of %(name)s (%(unit)s) already: choose another one")
_OTHER_TWICE = _("“%(username)s” stands at “%(name)s” in row %(row)s: one log-in name, one person")
_ROLE_TWICE = _("this role is already in row %(row)s: delete one of the two")
_OVER_ALREADY = _("this day is over: a role that nobody holds cannot end then; empty the cell, or delete the row")
_CLOSED_NEW = _("there is no such account that could be closed: correct the log-in name, or empty this cell")

_PROPOSED = _("proposed log-in name of %(name)s (%(unit)s): %(username)s")
_NAMESAKE = _("%(name)s has an account in %(unit)s already, %(username)s: if it is the same person, write that name")
_IS_CLOSED = _("the account %(username)s is closed and stays so: open it again on the page of the member")
_ENDED = _("%(name)s was %(role)s until %(day)s and is not made so again: for that, write a later first day")
_STILL = _("%(name)s goes on being %(role)s in %(unit)s: to end it, add a row with its last day")
_NAMESAKES = _("%(name)s is on the roster %(count)s times: the account is tied to nobody")

_ENROLL = _("%(name)s (%(unit)s), log-in name %(username)s")
_GRANT = _("%(name)s: %(role)s in %(unit)s%(rest)s")
_CHANGE = _("%(name)s: now %(role)s in %(unit)s%(rest)s")
_END = _("%(name)s is no longer %(role)s in %(unit)s")
_EDIT = _("%(old)s (%(from)s): now %(name)s (%(unit)s)")
_DEACTIVATE = _("%(name)s (%(username)s)")
_UNTIL = _("until %(day)s")
_ONLY = _("only for %(sections)s")

# Who signs, audits or administers does so for the bureau.
_OF_THE_BUREAU = (Role.SIGNER, Role.AUDITOR, Role.ADMIN)


def plan_members(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan, account by account."""
    accounts = _gathered(read_members(table, planning), planning)
    taken = {told[0].username for told in accounts if told[0].username} | set(planning.accounts.all())
    for told in accounts:
        planning.steps += _steps(told, taken, planning)


def _gathered(rows: Sequence[MemberRow], planning: Planning) -> list[list[MemberRow]]:
    """The rows account by account: those of one log-in name, and each without one by itself."""
    named: dict[str, list[MemberRow]] = {}
    seen: dict[tuple[str, str], MemberRow] = {}
    accounts: list[list[MemberRow]] = []
    for told in rows:
        first = seen.setdefault((told.unit, told.name), told)
        before = len(planning.problems)
        if first is not told and not (told.username and first.username):
            unit = planning.unit_names.name(told.unit)
            planning.fault(told.row.source("name"), _SAME_TWICE, name=told.name, unit=unit, row=first.row.number)
        elif not told.username or told.username not in named:
            accounts.append([told])
            named[told.username] = accounts[-1]
        elif (told.name, told.unit) != (named[told.username][0].name, named[told.username][0].unit):
            other = named[told.username][0]
            details = {"username": told.username, "name": other.name, "row": other.row.number}
            planning.fault(told.row.source("username"), _OTHER_TWICE, **details)
        else:
            named[told.username].append(told)
        if len(planning.problems) > before:
            planning.accounts.doubt(told.name, told.unit)
    return accounts


def _steps(rows: Sequence[MemberRow], taken: set[str], planning: Planning) -> Iterator[Step]:
    first = rows[0]
    member = _on_record(first, planning)
    if isinstance(member, str):
        return
    if member is None:
        yield from _enrolls(rows, taken, planning)
        return
    if not member.is_active:
        planning.note(first.row.source("name"), _IS_CLOSED, username=member.username)
        return
    if any(told.closed for told in rows):
        planning.accounts.drop(member.username)
        said = Said(_DEACTIVATE, {"name": member.name, "username": member.username})
        yield MemberDeactivate((Line(first.row.source("closed"), Action.DEACTIVATED, said),), member.username)
        return
    yield from _edits(first, member, planning)
    account = planning.accounts.all()[member.username.casefold()]
    yield from _roles(rows, account, list(member.grants.all()), planning)


def _on_record(told: MemberRow, planning: Planning) -> Member | str | None:
    """The account that a row is about; None for a new one, and a text where that cannot be told."""
    members = planning.present.members
    unit = planning.unit_names.name(told.unit)
    if told.username:
        found = next((member for name, member in members.items() if name.casefold() == told.username), None)
        if found and found.name != told.name and (found.unit is None or found.unit.code != told.unit):
            details = {"username": told.username, "name": found.name, "unit": found.unit or "—"}
            planning.fault(told.row.source("username"), _TAKEN, **details)
            return "taken"
        return found
    same = [one for one in members.values() if one.name == told.name and one.unit and one.unit.code == told.unit]
    if len(same) > 1:
        usernames = listed(member.username for member in same)
        planning.fault(told.row.source("username"), _SEVERAL, name=told.name, unit=unit, usernames=usernames)
        return "several"
    return same[0] if same else None


def _enrolls(rows: Sequence[MemberRow], taken: set[str], planning: Planning) -> Iterator[Step]:
    told = rows[0]
    if any(row.closed for row in rows):
        planning.fault(told.row.source("closed"), _CLOSED_NEW)
        planning.accounts.doubt(told.name, told.unit)
        return
    unit, username = planning.unit_names.name(told.unit), told.username
    if not username:
        username = propose_username(told.name, taken)
        planning.propose(told.row.source("username"), _PROPOSED, name=told.name, unit=unit, username=username)
        _tell_namesake(told, planning)
    account = Account(username, told.name, told.unit)
    planning.accounts.add(account)
    said = Said(_ENROLL, {"name": told.name, "unit": unit, "username": username})
    line = Line(told.row.source("name"), Action.ENROLLED, said)
    yield MemberEnroll((line,), username, told.name, told.unit, _human(told, planning))
    yield from _roles(rows, account, [], planning)


def _tell_namesake(told: MemberRow, planning: Planning) -> None:
    for member in planning.present.members.values():
        if member.name == told.name and member.is_active:
            details = {"name": told.name, "unit": member.unit or "—", "username": member.username}
            planning.note(told.row.source("username"), _NAMESAKE, **details)


def _human(told: MemberRow, planning: Planning) -> Human | None:
    """The same person on the roster of the same unit, if there is exactly one, without an account."""
    found = planning.people.named(told.name, told.unit)
    if len(found) > 1:
        planning.note(told.row.source("name"), _NAMESAKES, name=told.name, count=len(found))
    if len(found) != 1 or (found[0].pk is not None and planning.present.persons[found[0].pk].account):
        return None
    return found[0]


def _edits(told: MemberRow, member: Member, planning: Planning) -> Iterator[Step]:
    unit = member.unit.code if member.unit else ""
    if (told.name, told.unit) == (member.name, unit):
        return
    details = {"old": member.name, "from": member.unit or "—", "name": told.name}
    said = Said(_EDIT, details | {"unit": planning.unit_names.name(told.unit)})
    line = Line(told.row.source("name"), Action.CORRECTED, said)
    yield MemberEdit((line,), member.username, told.name, told.unit)
    for grant in member.grants.all():
        if grant.unit.code == unit != told.unit and not _is_over(grant, planning.present.day):
            role = Role(grant.role).label
            planning.note(told.row.source("unit"), _STILL, name=told.name, role=role, unit=grant.unit.name)


def _roles(
    rows: Sequence[MemberRow], account: Account, grants: Sequence[RoleGrant], planning: Planning
) -> Iterator[Step]:
    seen: dict[tuple[str, str], int] = {}
    for told in rows:
        for role in told.roles:
            place = told.place or (planning.present.home.code if role in _OF_THE_BUREAU else told.unit)
            if seen.setdefault((role, place), told.row.number) != told.row.number:
                planning.fault(told.row.source("roles"), _ROLE_TWICE, row=seen[role, place])
                continue
            wanted = RoleTold(role, place, told.since, told.until, told.sections)
            held = [grant for grant in grants if (grant.role, grant.unit.code) == (role, place)]
            yield from _role(told, wanted, account, held, planning)


def _role(
    told: MemberRow, wanted: RoleTold, account: Account, held: Sequence[RoleGrant], planning: Planning
) -> Iterator[Step]:
    day = planning.present.day
    names = {"name": told.name, "role": Role(wanted.role).label, "unit": planning.unit_names.name(wanted.unit)}
    live = next((grant for grant in held if not _is_over(grant, day)), None)
    over = max((grant.until for grant in held if grant.until), default=None)
    if wanted.until and wanted.until < day:
        if live:
            line = Line(told.row.source("until"), Action.ENDED, Said(_END, names))
            yield RoleEnd((line,), account.username, live.pk)
        elif not over:
            planning.fault(told.row.source("until"), _OVER_ALREADY)
    elif live:
        yield from _role_changes(told, wanted, account, live, names)
    elif over and not (wanted.since and wanted.since > over):
        planning.note(told.row.source("roles"), _ENDED, name=told.name, role=names["role"], day=over)
    else:
        if wanted.role == Role.LIAISON:
            account.liaison_in.add(wanted.unit)
        said = Said(_GRANT, names | {"rest": _Rest(wanted.until, wanted.sections)})
        yield RoleGrantTold((Line(told.row.source("roles"), Action.GRANTED, said),), account.username, wanted)


def _role_changes(
    told: MemberRow, wanted: RoleTold, account: Account, live: RoleGrant, names: Mapping[str, object]
) -> Iterator[Step]:
    """An empty cell changes nothing of a role that is held."""
    until, sections = wanted.until or live.until, wanted.sections or tuple(live.sections)
    if (until, set(sections)) == (live.until, set(live.sections)):
        return
    said = Said(_CHANGE, {**names, "rest": _Rest(until, sections)})
    line = Line(told.row.source("roles"), Action.GRANTED, said)
    yield RoleChange((line,), account.username, live.pk, until, sections)


def _is_over(grant: RoleGrant, day: date) -> bool:
    return grant.until is not None and grant.until < day


class _Rest:
    """Until when and for what a role is held, in the language of whoever reads it."""

    def __init__(self, until: date | None, sections: Sequence[str]) -> None:
        self.until, self.sections = until, sections

    def __str__(self) -> str:
        parts = [gettext(_UNTIL) % {"day": self.until}] if self.until else []
        if self.sections:
            labels = enumerated(Section(code).label for code in self.sections)
            parts.append(gettext(_ONLY) % {"sections": labels})
        return bracketed("", side_by_side(parts))
