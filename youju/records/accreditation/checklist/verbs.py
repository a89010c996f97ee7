"""What can be done with checklists: add, change, write the criteria, copy to a new version, lock."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.name_codes import code_of
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.phrases import side_by_side
from youju.records.accreditation.checklist.criteria import Asked, faults, number_key, parent_number
from youju.records.accreditation.checklist.errors import (
    BadCriteria,
    ChecklistCodeTaken,
    ChecklistLocked,
    NoCriteria,
    NoLine,
    UnfitChecklistCode,
)
from youju.records.accreditation.checklist.models import Checklist, Criterion
from youju.records.heads.sections import Section
from youju.records.rights import reached_units

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MADE = 32


def may_keep(member: Member) -> bool:
    """An officer of the bureau with the section."""
    return home_unit().pk in reached_units(member, Role.OFFICER, section=Section.ACCREDITATION)


@transaction.atomic
def checklist_add(
    *, values: Mapping[str, Any], actor: Actor, code: str = "", criteria: Sequence[Asked] = ()
) -> Checklist:
    """Add the first version of a list. values: its columns. code: made from the name where it is empty.

    Raises NotAllowed, NameMissing, NoLine, UnfitChecklistCode, ChecklistCodeTaken, BadCriteria.
    """
    _require_keeper(actor)
    taken = set(Checklist.objects.values_list("code", flat=True))
    code = code or code_of(values["name"], taken, longest=_MADE).replace("_", "-")
    if not _CODE.fullmatch(code):
        raise UnfitChecklistCode(code=code)
    if code in taken:
        raise ChecklistCodeTaken(code=code)
    checklist = Checklist(code=code)
    _write(checklist, values)
    _note(checklist, "add", actor)
    if criteria:
        criteria_write(checklist=checklist, criteria=criteria, actor=actor)
    return checklist


@transaction.atomic
def checklist_change(*, checklist: Checklist, values: Mapping[str, Any], actor: Actor) -> None:
    """Write the columns of a list by which nobody is measured yet. Raises NotAllowed, ChecklistLocked, NoLine."""
    _require_keeper(actor)
    _write(_held_open(checklist), values)
    checklist.refresh_from_db()
    _note(checklist, "change", actor)


@transaction.atomic
def criteria_write(*, checklist: Checklist, criteria: Sequence[Asked], actor: Actor) -> None:
    """Write all criteria of a list; they take the place of those that were there.

    Raises NotAllowed, ChecklistLocked, BadCriteria.
    """
    _require_keeper(actor)
    held = _held_open(checklist)
    if found := list(faults(criteria)):
        raise BadCriteria(what=side_by_side(f"{fault.no}: {fault.what}" for fault in found[:5]))
    held.criteria.all().delete()
    rows: dict[str, Criterion] = {}
    for place, asked in enumerate(sorted(criteria, key=lambda each: number_key(each.no)), 1):
        rows[asked.no] = _row(held, place, asked, rows.get(parent_number(asked.no)))
    _note(held, "criteria", actor, criteria=len(rows))


@transaction.atomic
def criterion_write(*, checklist: Checklist, asked: Asked, actor: Actor, instead_of: str = "") -> None:
    """Write one criterion, a new one or that of the number ``instead_of``. Raises as ``criteria_write``."""
    others = [each for each in _asked(checklist) if each.no != instead_of]
    criteria_write(checklist=checklist, criteria=[*others, asked], actor=actor)


@transaction.atomic
def criterion_drop(*, checklist: Checklist, no: str, actor: Actor) -> None:
    """Take one criterion out, with all that stands under it. Raises NotAllowed, ChecklistLocked."""
    kept = [each for each in _asked(checklist) if each.no != no and not each.no.startswith(f"{no}.")]
    criteria_write(checklist=checklist, criteria=kept, actor=actor)


@transaction.atomic
def checklist_copy(*, checklist: Checklist, actor: Actor) -> Checklist:
    """Copy a list with its criteria to the next version, which is open to be changed. Raises NotAllowed."""
    _require_keeper(actor)
    newest = Checklist.objects.filter(name=checklist.name).aggregate(newest=Max("version"))["newest"]
    taken = set(Checklist.objects.values_list("code", flat=True))
    bare = re.sub(r"-v\d+$", "", checklist.code)[:_MADE]
    version = next(number for number in range(newest + 1, newest + 1000) if f"{bare}-v{number}" not in taken)
    names = ("name", "sort", "title", "issuer", "county", "city", "province", "nation")
    columns = {name: getattr(checklist, name) for name in names}
    copy = Checklist.objects.create(code=f"{bare}-v{version}", version=version, copied_from=checklist, **columns)
    _note(copy, "copy", actor, copied_from=checklist.code)
    criteria_write(checklist=copy, criteria=_asked(checklist), actor=actor)
    return copy


def checklist_lock(*, checklist: Checklist, actor: Actor) -> None:
    """Somebody is measured by it from now on; a part of that verb. Raises NoCriteria."""
    if not checklist.criteria.exists():
        raise NoCriteria(name=checklist)
    if Checklist.objects.filter(pk=checklist.pk, locked_on=None).update(locked_on=clock.today()):
        _note(checklist, "lock", actor)
    checklist.refresh_from_db(fields=["locked_on"])


def _asked(checklist: Checklist) -> list[Asked]:
    return [criterion.asked() for criterion in checklist.criteria_in_order()]


def _row(checklist: Checklist, place: int, asked: Asked, parent: Criterion | None) -> Criterion:
    shares = dict(zip(("share_a", "share_b", "share_c", "share_d"), asked.shares, strict=True))
    return Criterion.objects.create(
        checklist=checklist, parent=parent, place=place, no=asked.no, text=asked.text, points=asked.points,
        sort=asked.sort, method=asked.method, wants=asked.wants, **shares,
    )  # fmt: skip


def _write(checklist: Checklist, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        setattr(checklist, name, one_line(value) if isinstance(value, str) else value)
    if not checklist.name:
        raise NameMissing()
    if not checklist.lines:
        raise NoLine(name=checklist.name)
    same = Checklist.objects.filter(name=checklist.name, version=checklist.version).exclude(pk=checklist.pk)
    if same.exists():
        raise ChecklistCodeTaken(code=checklist)
    checklist.save()


def _held_open(checklist: Checklist) -> Checklist:
    """Locked in the database until the verb is done, so that nobody begins to be measured by it meanwhile."""
    held = Checklist.objects.select_for_update().get(pk=checklist.pk)
    if held.locked_on:
        raise ChecklistLocked(name=held, day=held.locked_on)
    return held


def _require_keeper(actor: Actor) -> None:
    if isinstance(actor, Member) and not may_keep(actor):
        raise NotAllowed()


def _note(checklist: Checklist, what: str, actor: Actor, **detail: Any) -> None:
    """The audit row; its detail names the list by its code, as digests of the tables do."""
    target = f"checklist/{checklist.code}"
    audit.write(actor=actor, action=f"checklist.{what}", target=target, code=checklist.code, **detail)


def newest_versions(checklists: Iterable[Checklist]) -> list[Checklist]:
    """Of each list by its name the newest version."""
    found: dict[str, Checklist] = {}
    for checklist in checklists:
        if checklist.name not in found or found[checklist.name].version < checklist.version:
            found[checklist.name] = checklist
    return list(found.values())
