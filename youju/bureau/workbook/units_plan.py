"""Planning the units: which are new, and what becomes of those that are there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_noop as _

from youju.bureau.workbook.lines import Action, Line, Step
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import UnitNow
from youju.bureau.workbook.unit_steps import (
    UnitAliases,
    UnitClose,
    UnitMerge,
    UnitMove,
    UnitRename,
    UnitsOpen,
)
from youju.bureau.workbook.units_sheet import Fate, UnitRow, read_units
from youju.errors import YoujuError
from youju.lib.name_codes import code_of
from youju.lib.periods import yyyymm
from youju.lib.sheets import Said, Table, is_blank, listed
from youju.orgs.codes import refuse_unfit_code
from youju.orgs.placements import first_day
from youju.orgs.tree_change import fits_below, month_text
from youju.orgs.tree_verbs import NewUnit
from youju.orgs.units import UnitKind

_TWICE_NAME = _("“%(name)s” is already in row %(row)s: two units of one name cannot be told apart; correct one of them")
_TWICE_CODE = _("the code “%(code)s” is already in row %(row)s: every unit has a code of its own")
_NAME_TAKEN = _("“%(name)s” is the name of the unit %(code)s already: write that code, or another name")
_HOME = _("this is the bureau itself: list only what is below it; the bureau's name is a setting")
_OTHER_KIND = _("%(name)s is a %(kind)s, and that never changes: close it and add a new unit, or correct the cell")
_GONE = _("“%(name)s” is closed: take the row out, or open it again on the page of the unit")
_WAS_CALLED = _("“%(name)s” is now called “%(now)s”: write that name; a new unit of the old name needs a code")
_REASON = _("%(month)s is over: write here why it is entered so late")
_NOT_YET = _("a name can only be changed from this month on or from an earlier one, not from %(month)s")
_UNFIT_PARENT = _("%(name)s cannot be below %(parent)s: a unit stands below one of a higher kind")
_CIRCLE = _("%(name)s would be below itself, by way of %(parent)s: correct the unit above")
_NEW_FATE = _("there is no unit “%(name)s” that could be closed or merged: correct the name, or empty this cell")
_NO_HEIR = _("write here which unit it becomes part of, or choose “to be closed” under “What happens”")
_HEIR_ALONE = _(
    "this is only read for a unit that is merged: choose “to be merged” under “What happens”, or empty this cell"
)
_PROPOSED = _("proposed code of %(name)s: %(code)s")

_OPEN = _("%(name)s (%(kind)s, below %(parent)s)")
_RENAME = _("%(old)s is called %(name)s from %(month)s on")
_SHORT = _("%(name)s: short name %(short)s")
_MOVE = _("%(name)s: from %(month)s on below %(parent)s, no longer below %(old)s")
_MERGE = _("%(name)s becomes part of %(into)s from %(month)s on")
_CLOSE = _("%(name)s is closed from %(month)s on")
_ALIAS = _("%(name)s is also found as %(names)s")


@dataclass(frozen=True)
class _Unit:
    """A row with the unit that it is about. now: as it is; None for a new one."""

    told: UnitRow
    code: str
    now: UnitNow | None
    parent: str = ""


def plan_units(table: Table, planning: Planning) -> None:
    """Take the sheet's rows into the plan: new units under one entry, then each change by itself."""
    read = read_units(table)
    rows = [told for told in read if planning.take(told.row)]
    units = _identified(_told_once(rows, planning), planning)
    for unit in units:
        planning.unit_names.add(unit.code, unit.told.name, (unit.told.short_name, *unit.told.names))
    _know_the_rest(read, planning)
    placed = _without_circles([placed for unit in units if (placed := _placed(unit, planning))], planning)
    changes = [step for unit in placed if unit.now for step in _timely(unit, unit.now, planning)]
    planning.steps += _opening([unit for unit in placed if unit.now is None], planning)
    planning.steps += sorted(changes, key=lambda step: _turn(step, planning))


def _know_the_rest(rows: Sequence[UnitRow], planning: Planning) -> None:
    """Units whose rows cannot be planned with are known by name, so that nothing is said of cells that name them."""
    for told in rows:
        if told.name and not planning.unit_names.knows(told.name):
            planning.unit_names.add(f"row-{told.row.number}", told.name)


def _turn(step: Step, planning: Planning) -> tuple[int, int]:
    """In which order changes are made: moves before closings, and what is below before what is above."""
    action, code = step.lines[0].action, getattr(step, "code", "")
    return list(Action).index(action), -len(list(planning.present.tree.above(code, planning.present.month)))


def _told_once(rows: Sequence[UnitRow], planning: Planning) -> list[UnitRow]:
    """The rows without those whose name or code stands in an earlier one."""
    names: dict[str, int] = {}
    codes: dict[str, int] = {}
    once = []
    for told in rows:
        number, code = told.row.number, _full_code(told.code, planning)
        if names.setdefault(told.name, number) != number:
            planning.fault(told.row.source("name"), _TWICE_NAME, name=told.name, row=names[told.name])
        elif code and codes.setdefault(code, number) != number:
            planning.fault(told.row.source("code"), _TWICE_CODE, code=told.code, row=codes[code])
        else:
            once.append(told)
    return once


def _identified(rows: Sequence[UnitRow], planning: Planning) -> list[_Unit]:
    """Each row with its unit and code; codes that were left to us are proposed."""
    known = planning.present.units
    by_name = {unit.name: unit for unit in sorted(known.values(), key=lambda unit: unit.stands)}
    former = {name: unit.name for unit in known.values() if unit.stands for name in unit.former}
    taken = {*known, planning.present.home.code, *(_full_code(told.code, planning) for told in rows if told.code)}
    units = []
    for told in rows:
        if planning.present.home.code in (told.code, _full_code(told.code, planning)) or (
            told.name == planning.present.home.name
        ):
            planning.fault(told.row.source("name"), _HOME)
            continue
        code = _full_code(told.code, planning)
        now = known.get(code) if code else by_name.get(told.name)
        namesake = by_name.get(told.name)
        if code and namesake and namesake.stands and namesake.code != code:
            planning.fault(told.row.source("name"), _NAME_TAKEN, name=told.name, code=namesake.code)
            continue
        if now is None and told.name in former and not code:
            planning.fault(told.row.source("name"), _WAS_CALLED, name=told.name, now=former[told.name])
            continue
        if now is None and not code:
            code = _proposed(told, taken, planning)
            taken.add(code)
        units.append(_Unit(told, now.code if now else code, now))
    return units


def _full_code(code: str, planning: Planning) -> str:
    """A code with the county's in front, which may be left out."""
    front, present = planning.present.front, planning.present
    as_is = not code or code.startswith(front) or code in present.units or code == present.home.code
    return code if as_is else f"{front}{code}"


def _proposed(told: UnitRow, taken: set[str], planning: Planning) -> str:
    home = planning.present.home
    name = told.name
    for front in (home.name, home.short_name):
        name = name.removeprefix(front) if front and name != front else name
    code = code_of(name, taken, front=planning.present.front)
    planning.propose(told.row.source("code"), _PROPOSED, name=told.name, code=code)
    return code


def _placed(unit: _Unit, planning: Planning) -> _Unit | None:
    """The unit with the one above it; None where a fault was found."""
    told, before = unit.told, len(planning.problems)
    parent = told.row.read("parent", planning.unit_names.read) or (unit.now.parent if unit.now else "")
    planning.take(told.row)
    if unit.now and unit.now.kind != told.kind:
        kind = UnitKind(unit.now.kind).label
        planning.fault(told.row.source("kind"), _OTHER_KIND, name=unit.now.name, kind=kind)
    if unit.now is None:
        _refuse_new(unit, planning)
    elif not unit.now.stands and told.fate == "":
        planning.fault(told.row.source("name"), _GONE, name=told.name)
    return replace(unit, parent=parent or planning.present.home.code) if len(planning.problems) == before else None


def _refuse_new(unit: _Unit, planning: Planning) -> None:
    told = unit.told
    try:
        refuse_unfit_code(unit.code, told.kind, planning.present.home.code)
    except YoujuError as error:
        planning.refused(told.row.source("code"), error)
    if told.fate:
        planning.fault(told.row.source("fate"), _NEW_FATE, name=told.name)


def _without_circles(units: Sequence[_Unit], planning: Planning) -> list[_Unit]:
    """Those whose place is below a unit of a higher kind, and not below themselves."""
    present = planning.present
    kinds = {present.home.code: present.home.kind}
    kinds |= {code: known.kind for code, known in present.units.items()} | {unit.code: unit.told.kind for unit in units}
    above = {code: known.parent for code, known in present.units.items()} | {unit.code: unit.parent for unit in units}
    sound = []
    for unit in units:
        message = ""
        if unit.parent in kinds and not fits_below(unit.told.kind, kinds[unit.parent]):
            message = _UNFIT_PARENT
        elif _reaches_itself(unit.code, above):
            message = _CIRCLE
        if message:
            place, parent = unit.told.row.source("parent"), planning.unit_names.name(unit.parent)
            planning.fault(place, message, name=unit.told.name, parent=parent)
        else:
            sound.append(unit)
    return sound


def _reaches_itself(code: str, above: dict[str, str]) -> bool:
    seen: set[str] = set()
    place = above.get(code, "")
    while place and place not in seen:
        if place == code:
            return True
        seen.add(place)
        place = above.get(place, "")
    return False


def _opening(units: Sequence[_Unit], planning: Planning) -> list[Step]:
    if not units:
        return []
    founding = not planning.present.units  # then everything is from the beginning
    since = None if founding else first_day(planning.present.month)
    lines, news = [], []
    for unit in units:
        told = unit.told
        details = {
            "name": told.name,
            "kind": UnitKind(told.kind).label,
            "parent": planning.unit_names.name(unit.parent),
        }
        lines.append(Line(told.row.source("name"), Action.OPENED, Said(_OPEN, details)))
        names = tuple(name for name in told.names if name not in (told.name, told.short_name))
        first = told.month or since
        news.append(NewUnit(unit.code, told.kind, told.name, unit.parent, first, told.short_name, names))
    return [UnitsOpen(tuple(lines), tuple(news))]


def _timely(unit: _Unit, now: UnitNow, planning: Planning) -> list[Step]:
    """What a row changes; it must give the reason where that holds from a month that is over."""
    steps, told = list(_changes(unit, now, planning)), unit.told
    late = told.month is not None and yyyymm(told.month) < planning.present.month
    if steps and late and not told.reason and any(not isinstance(step, UnitAliases) for step in steps):
        planning.fault(told.row.source("reason"), _REASON, month=month_text(yyyymm(told.month or date.min)))
    if (
        told.month
        and yyyymm(told.month) > planning.present.month
        and any(isinstance(step, UnitRename) for step in steps)
    ):
        planning.fault(told.row.source("month"), _NOT_YET, month=month_text(yyyymm(told.month)))
    return steps


def _changes(unit: _Unit, now: UnitNow, planning: Planning) -> Iterator[Step]:
    """What a row changes of a unit that is there. An empty cell changes nothing."""
    told, month = unit.told, unit.told.month or first_day(planning.present.month)
    assert month is not None
    if told.fate:
        yield from _ends(unit, now, month, planning)
        return
    if not is_blank(told.into):
        planning.fault(told.row.source("into"), _HEIR_ALONE)
    yield from _moves(unit, now, month, planning)
    yield from _renames(unit, now, month)
    new = tuple(sorted({*told.names} - {now.name, now.short_name, told.name, told.short_name, *now.names, *now.former}))
    if new:
        said = Said(_ALIAS, {"name": told.name, "names": listed(new)})
        yield UnitAliases((Line(told.row.source("names"), Action.ALIASED, said),), unit.code, new)


def _moves(unit: _Unit, now: UnitNow, month: date, planning: Planning) -> Iterator[Step]:
    told, name = unit.told, planning.unit_names.name
    old = planning.present.tree.parent(unit.code, yyyymm(month)) or now.parent
    if is_blank(told.parent) or unit.parent == old:
        return
    details = {"name": told.name, "month": month_text(yyyymm(month)), "parent": name(unit.parent), "old": name(old)}
    line = Line(told.row.source("parent"), Action.MOVED, Said(_MOVE, details))
    yield UnitMove((line,), unit.code, month, told.reason, unit.parent)


def _renames(unit: _Unit, now: UnitNow, month: date) -> Iterator[Step]:
    told, short = unit.told, unit.told.short_name or now.short_name
    if (told.name, short) == (now.name, now.short_name):
        return
    if told.name != now.name:
        said = Said(_RENAME, {"old": now.name, "name": told.name, "month": month_text(yyyymm(month))})
    else:
        said = Said(_SHORT, {"name": told.name, "short": short})
    line = Line(told.row.source("name"), Action.RENAMED, said)
    yield UnitRename((line,), unit.code, month, told.reason, told.name, short)


def _ends(unit: _Unit, now: UnitNow, month: date, planning: Planning) -> Iterator[Step]:
    told, details = unit.told, {"name": now.name, "month": month_text(yyyymm(month))}
    if not planning.present.tree.stands(unit.code, yyyymm(month)):
        return  # closed already: the same file twice changes nothing
    place = told.row.source("fate")
    if told.fate == Fate.CLOSED:
        yield UnitClose((Line(place, Action.CLOSED, Said(_CLOSE, details)),), unit.code, month, told.reason)
        return
    into = told.row.read("into", planning.unit_names.read)
    if into:
        said = Said(_MERGE, details | {"into": planning.unit_names.name(into)})
        yield UnitMerge((Line(place, Action.MERGED, said),), unit.code, month, told.reason, into)
    elif planning.take(told.row):
        planning.fault(told.row.source("into"), _NO_HEIR)
