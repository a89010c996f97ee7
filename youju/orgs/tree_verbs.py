"""Changes of the tree of units. Each takes effect on the first of a month and posts an entry of its own to the ledger.

A change reaches until the next one that is on record of the same unit; a closing reaches for good. One that begins in
a month that is over needs a reason. Administrators make them below their own bureau, and whoever sits at the command
line of the server everywhere.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction

from youju.ledger.log import Entry
from youju.lib.text import name_line, one_line
from youju.orgs.actors import Actor
from youju.orgs.codes import refuse_unfit_code
from youju.orgs.settings import setting
from youju.orgs.stays import NEVER, Stay, next_change
from youju.orgs.tree import this_month
from youju.orgs.tree_change import TreeChange, month_of, month_text, named
from youju.orgs.tree_errors import CodeTaken, NothingChanged, NotStanding, NotYet, StillStanding
from youju.orgs.units import Unit, UnitAlias, UnitKind


class NewUnit(NamedTuple):
    """A unit that is to be. parent: the code of a unit that is there already or in the same list; None at the top.

    since: the first day of its first month, or none: from the beginning.
    """

    code: str
    kind: str
    name: str
    parent: str | None
    since: date | None = None
    short_name: str = ""
    aliases: tuple[str, ...] = ()
    single_post: bool = False


def unit_open(*, new: NewUnit, actor: Actor, reason: str = "") -> Unit:
    """Open one unit. Raises as ``units_add_many``."""
    return units_add_many(units=[new], actor=actor, reason=reason)[0]


@transaction.atomic
def units_add_many(*, units: Sequence[NewUnit], actor: Actor, reason: str = "") -> list[Unit]:
    """Open many units under one entry, as at the founding of a bureau or by an import: all of them, or none.

    Raises NotAllowed, NotAMonth, ReasonNeeded, CodeTaken, UnfitCode, UnfitCodeBelow, UnfitCodeForm, UnfitParent,
    ParentNotStanding, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[new.since for new in units], reason=reason)
    units = [new._replace(name=name_line(new.name), short_name=name_line(new.short_name)) for new in units]
    _refuse_codes(units)
    stays = {new.code: Stay(month_of(new.since), NEVER, new.parent) for new in units}
    change.place(stays, {new.code: new.kind for new in units}, {new.code: new.name for new in units})
    made = Unit.objects.bulk_create(_made(units))
    UnitAlias.objects.bulk_create(
        UnitAlias(unit=unit, name=name) for unit, new in zip(made, units, strict=True) for name in new.aliases
    )
    change.post("unit.open", stays, stays)
    return made


@transaction.atomic
def unit_move(*, unit: Unit, parent: Unit, month: date, actor: Actor, reason: str = "") -> Entry:
    """Place a unit, with all below it, under another one from a month on. What it did before stays where it was.

    month: its first day. Raises NotAllowed, NotAMonth, ReasonNeeded, NotStanding, NothingChanged, UnfitParent,
    ParentNotStanding, Circle, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[month], reason=reason)
    since = _standing(change, unit, month)
    if change.before.parent(unit.code, since) == parent.code:
        raise NothingChanged(unit=named(unit.code), month=month_text(since))
    until = next_change(change.before.stays[unit.code], since)
    return _placed(change, "unit.move", unit, Stay(since, until, parent.code))


@transaction.atomic
def unit_close(*, unit: Unit, month: date, actor: Actor, reason: str = "") -> Entry:
    """Close a unit: ``month`` (its first day) is the first in which it is no more. What it did goes on counting.

    Raises NotAllowed, NotAMonth, ReasonNeeded, NotStanding, ParentNotStanding, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[month], reason=reason)
    since = _standing(change, unit, month)
    return _placed(change, "unit.close", unit, Stay(since, NEVER, None, stands=False))


@transaction.atomic
def unit_merge(*, unit: Unit, into: Unit, month: date, actor: Actor, reason: str = "") -> Entry:
    """Close a unit that becomes part of another one. Its facts stay its own; regrouped they count as the other's.

    Raises NotAllowed, NotAMonth, ReasonNeeded, NotStanding, NothingChanged, ParentNotStanding, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[month], reason=reason)
    since = _standing(change, unit, month)
    _standing(change, into, month)
    if into.pk == unit.pk:
        raise NothingChanged(unit=named(unit.code), month=month_text(since))
    return _placed(change, "unit.merge", unit, Stay(since, NEVER, None, stands=False, heir=into.code))


@transaction.atomic
def unit_reopen(*, unit: Unit, parent: Unit, month: date, actor: Actor, reason: str = "") -> Entry:
    """Open a closed unit again, under this parent, from a month on.

    Raises NotAllowed, NotAMonth, ReasonNeeded, StillStanding, UnfitParent, ParentNotStanding, Circle, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[month], reason=reason)
    since = month_of(month)
    if change.before.stands(unit.code, since):
        raise StillStanding(unit=named(unit.code), month=month_text(since))
    until = next_change(change.before.stays.get(unit.code, ()), since)
    return _placed(change, "unit.reopen", unit, Stay(since, until, parent.code))


@transaction.atomic
def unit_rename(*, unit: Unit, name: str, month: date, actor: Actor, short_name: str = "", reason: str = "") -> Entry:
    """Give a unit another name from a month on, this one at the latest; the old names go on finding it.

    Raises NotAllowed, NotAMonth, ReasonNeeded, NotYet, NotStanding, NothingChanged, TreeDrifted.
    """
    change = TreeChange(actor=actor, days=[month], reason=reason)
    since = _standing(change, unit, month)
    if since > this_month():
        raise NotYet(month=month_text(since))
    unit.refresh_from_db()
    name, short_name = name_line(name), name_line(short_name)
    if (name, short_name) == (unit.name, unit.short_name):
        raise NothingChanged(unit=named(unit.code), month=month_text(since))
    change.refuse_stranger({unit.code})
    for old in {unit.name, unit.short_name} - {name, short_name, ""}:
        UnitAlias.objects.update_or_create(unit=unit, name=old, defaults={"until": month})
    unit.name, unit.short_name = name, short_name
    unit.save(update_fields=["name", "short_name"])
    return change.post("unit.rename", [unit.code], {})


@transaction.atomic
def unit_alias_add(*, unit: Unit, names: Iterable[str], actor: Actor) -> Entry:
    """Let a unit be found under more names, from always on. Raises NotAllowed, NothingChanged, TreeDrifted."""
    change = TreeChange(actor=actor, days=())
    change.refuse_stranger({unit.code})
    borne = {unit.name, unit.short_name, *unit.aliases.values_list("name", flat=True)}
    new = sorted({one_line(name) for name in names} - borne - {""})
    if not new:
        raise NothingChanged(unit=named(unit.code), month=month_text(this_month()))
    UnitAlias.objects.bulk_create(UnitAlias(unit=unit, name=name) for name in new)
    return change.post("unit.alias", [unit.code], {})


def _placed(change: TreeChange, action: str, unit: Unit, stay: Stay) -> Entry:
    change.place({unit.code: stay}, {})
    return change.post(action, [unit.code], {unit.code: stay})


def _standing(change: TreeChange, unit: Unit, month: date) -> int:
    """The month as yyyymm. Raises NotAMonth, and NotStanding where the unit is not open in it."""
    since = month_of(month)
    if not change.before.stands(unit.code, since):
        raise NotStanding(unit=named(unit.code), month=month_text(since))
    return since


def _made(units: Sequence[NewUnit]) -> list[Unit]:
    """The units as they begin: a school checks before handing in where the bureau wants that of new ones."""
    review: bool = setting("school_review")
    return [
        Unit(
            code=new.code,
            kind=new.kind,
            name=new.name,
            short_name=new.short_name,
            single_post=new.single_post,
            checks=review and new.kind == UnitKind.SCHOOL,
        )
        for new in units
    ]


def _refuse_codes(units: Sequence[NewUnit]) -> None:
    codes = [new.code for new in units]
    taken = set(Unit.objects.filter(code__in=codes).values_list("code", flat=True))
    taken |= {code for place, code in enumerate(codes) if code in codes[:place]}
    if taken:
        raise CodeTaken(unit=min(taken))
    for new in units:
        refuse_unfit_code(new.code, new.kind, new.parent)
