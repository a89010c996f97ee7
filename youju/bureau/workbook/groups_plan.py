"""Planning the groups: which are new, who joins and who leaves them."""

import re
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.group_steps import GroupClose, GroupJoin, GroupKeep, GroupLeave, GroupOpen
from youju.bureau.workbook.groups_sheet import GroupRow, read_groups
from youju.bureau.workbook.lines import Action, Human, Line, Step
from youju.bureau.workbook.planning import Planning
from youju.lib.name_codes import free
from youju.lib.sheets import Problem, Said, Table, Unread, listed
from youju.orgs.groups import Group, GroupSort

_CODE = re.compile(r"[a-z0-9][a-z0-9.-]{0,59}")

_TWICE = _("“%(name)s” is already in row %(row)s: one row a group; correct one of them")
_UNFIT_CODE = _("“%(code)s” cannot be a code: small letters, digits, dots and hyphens only, at most 60")
_OTHER_SORT = _("“%(name)s” is on record as %(sort)s of %(unit)s, and that never changes: close it and begin another")
_NO_KEEPER = _("nobody would keep the list: write a log-in name here, or make somebody a liaison of %(unit)s")
_CLOSED_KEEPER = _("the account %(username)s is closed: say who keeps the list instead")
_IN_AND_OUT = _("“%(name)s” stands on both sides: leave the name where it belongs")
_LEFT_TOO = _("%(name)s is no longer on the roster of the unit, and so no longer in the group")
_NOT_IN_IT = _("“%(name)s” is not in the group: empty the cell or correct the name")

_OPEN = _("%(name)s (%(sort)s, %(unit)s)")
_JOIN = _("%(group)s: %(count)s persons (%(names)s)")
_LEAVE = _("%(group)s: %(name)s, last day %(day)s")
_CLOSE = _("%(group)s is no more from %(day)s on")
_KEEP = _("%(group)s: %(keepers)s")
_PROPOSED = _("proposed code of %(name)s: %(code)s")
_NAMED = 6


def plan_groups(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan. An empty cell changes nothing of a group that is there."""
    taken = set(planning.present.groups)
    seen: dict[object, int] = {}
    for told in read_groups(table, planning):
        before = len(planning.problems)
        for key in filter(None, (told.code, (told.unit, told.name))):
            if seen.setdefault(key, told.row.number) != told.row.number:
                planning.fault(told.row.source("name"), _TWICE, name=told.name, row=seen[key])
        if len(planning.problems) == before:
            planning.steps += _steps(told, _of(told, planning), taken, planning)


def _of(told: GroupRow, planning: Planning) -> Group | None:
    """The group that a row is about; None for a new one."""
    groups = planning.present.groups
    if told.code:
        return groups.get(told.code)
    return next((one for one in groups.values() if (one.unit.code, one.name) == (told.unit, told.name)), None)


def _steps(told: GroupRow, group: Group | None, taken: set[str], planning: Planning) -> Iterator[Step]:
    people, gone = _people(told, group, planning), _gone(told, planning)
    keepers = _keepers(told, group, planning)
    if group is None:
        code = told.code or _proposed(told, taken, planning)
        taken.add(code)
        if not _CODE.fullmatch(code):
            planning.fault(told.row.source("code"), _UNFIT_CODE, code=code)
        sort, unit = GroupSort(told.sort).label, planning.unit_names.name(told.unit)
        said = Said(_OPEN, {"name": told.name, "sort": sort, "unit": unit})
        line = Line(told.row.source("name"), Action.FORMED, said)
        yield GroupOpen((line,), code, told.unit, told.sort, told.name, keepers, told.opened)
    else:
        code = group.code
        if (group.sort, group.unit.code) != (told.sort, told.unit):
            details = {"name": group.name, "sort": GroupSort(group.sort).label, "unit": group.unit.name}
            planning.fault(told.row.source("sort"), _OTHER_SORT, **details)
        if keepers and set(keepers) != {keeper.member.username for keeper in group.keepers.all()}:
            said = Said(_KEEP, {"group": group.name, "keepers": listed(keepers)})
            yield GroupKeep((Line(told.row.source("keepers"), Action.KEPT_BY, said),), code, keepers)
    inside = planning.present.memberships[group.pk] if group else {}
    yield from _joins(told, code, people, set(inside), planning)
    yield from _leaves(told, code, gone, set(inside), planning)
    if told.closed:
        said = Said(_CLOSE, {"group": told.name, "day": told.closed})
        yield GroupClose((Line(told.row.source("closed"), Action.DISSOLVED, said),), code, told.closed)


def _people(told: GroupRow, group: Group | None, planning: Planning) -> dict[Human, str]:
    found: dict[Human, str] = {}
    if told.everybody:
        found = dict.fromkeys(planning.people.everybody(told.unit), "")
    ever = planning.present.ever_in[group.pk] if group else set()
    names = {planning.present.persons[pk].name for pk in ever if pk in planning.present.persons}
    for text, post in told.people:
        if text in names and not planning.people.named(text, told.unit):
            planning.note(told.row.source("people"), _LEFT_TOO, name=text)  # who left the unit has left its groups
        elif human := _found(told, "people", text, planning):
            found[human] = post
    return found


def _gone(told: GroupRow, planning: Planning) -> list[Human]:
    gone = [human for text in told.gone if (human := _found(told, "gone", text, planning))]
    inside = {text for text, _post in told.people}
    for text in told.gone:
        if text in inside:
            planning.fault(told.row.source("gone"), _IN_AND_OUT, name=text)
    return gone


def _found(told: GroupRow, column: str, text: str, planning: Planning) -> Human | None:
    try:
        return planning.people.find(text, told.unit, planning.unit_names)
    except Unread as unread:
        planning.problems.append(Problem(told.row.source(column), unread.said))
        return None


def _keepers(told: GroupRow, group: Group | None, planning: Planning) -> tuple[str, ...]:
    """Log-in names; none where nothing is to change."""
    keepers = []
    for text in told.keepers:
        if planning.accounts.is_closed(text):
            planning.note(told.row.source("keepers"), _CLOSED_KEEPER, username=text)
            continue
        try:
            keepers.append(planning.accounts.find(text))
        except Unread as unread:
            planning.problems.append(Problem(told.row.source("keepers"), unread.said))
    if not told.keepers and group is None:
        keepers = planning.accounts.liaisons(told.unit)
        if not keepers and not planning.accounts.is_doubted(told.unit):
            planning.fault(told.row.source("keepers"), _NO_KEEPER, unit=planning.unit_names.name(told.unit))
    return tuple(keepers)


def _proposed(told: GroupRow, taken: set[str], planning: Planning) -> str:
    code = free(f"{told.unit}.{told.sort.replace('_', '-')}", taken)
    planning.propose(told.row.source("code"), _PROPOSED, name=told.name, code=code)
    return code


def _joins(told: GroupRow, code: str, people: dict[Human, str], inside: set[int], planning: Planning) -> Iterator[Step]:
    new = [(human, post) for human, post in people.items() if human.pk is None or human.pk not in inside]
    if not new:
        return
    names = listed((human.name for human, _post in new), most=_NAMED)
    said = Said(_JOIN, {"group": told.name, "count": len(new), "names": names})
    since = told.day or (planning.present.day if inside else None)
    yield GroupJoin((Line(told.row.source("people"), Action.TAKEN_IN, said, len(new)),), code, tuple(new), since)


def _leaves(told: GroupRow, code: str, gone: Sequence[Human], inside: set[int], planning: Planning) -> Iterator[Step]:
    until = told.day or planning.present.day
    for human in gone:
        if human.pk not in inside:
            if told.day is None or told.day >= planning.present.day:
                planning.note(told.row.source("gone"), _NOT_IN_IT, name=human.name)
            continue
        said = Said(_LEAVE, {"group": told.name, "name": human.name, "day": until})
        yield GroupLeave((Line(told.row.source("gone"), Action.GONE_OUT, said),), code, human, until)
