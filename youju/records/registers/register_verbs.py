"""What can be done with rows of registers: add, change, retire, accept what was proposed, delete what is unused."""

import re
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotAllowed, YoujuError
from youju.lib.name_codes import code_of
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.errors import NameMissing, TooEarly
from youju.orgs.members import Member
from youju.records.registers.all_registers import registers
from youju.records.registers.register import Register, RegisterRow, uses_of
from youju.records.registers.register_rights import is_keeper, may_propose, require_keeper

Values = dict[str, Any]

_CODE = re.compile(r"[a-z0-9][a-z0-9_-]{0,59}")
_LONGEST_MADE = 50


class UnfitRowCode(YoujuError):
    code, status = "unfit-row-code", 422
    sentence = _("“%(row)s” cannot be a code: small letters, digits, hyphens and underscores only, at most 60.")


class RowCodeTaken(Conflict):
    code = "row-code-taken"
    sentence = _("There is a row of the code “%(row)s” already. Choose another code.")


class RowNameTaken(Conflict):
    code = "row-name-taken"
    sentence = _("“%(name)s” stands in the list already. Change that row, or write a name that tells the two apart.")


class RowUsed(Conflict):
    code = "row-used"
    sentence = _("“%(name)s” stands in records and is not deleted. Retire it: from then on nobody can choose it.")


@transaction.atomic
def register_add(*, register: Register, values: Values, actor: Actor, code: str = "") -> RegisterRow:
    """Add a row; a member who does not keep the register only proposes it.

    values: cleaned values of the register's form. code: made from the name where it is empty; it may go into the
    ledger and holds no personal data. Raises NotAllowed, NameMissing, TooEarly, UnfitRowCode, RowCodeTaken,
    RowNameTaken.
    """
    proposer = _proposer(register, actor)
    taken = set(register.model.objects.values_list("code", flat=True))
    code = code or code_of(values["name"], taken, longest=_LONGEST_MADE)
    if not _CODE.fullmatch(code):
        raise UnfitRowCode(row=code)
    if code in taken:
        raise RowCodeTaken(row=code)
    row = register.model(code=code, proposed_by=proposer)
    _write(register, row, values)
    _note(register, row, "propose" if proposer else "add", actor)
    return row


@transaction.atomic
def registers_begin(*, actor: Actor) -> None:
    """Add the rows with which a bureau begins, as far as they are not there. Raises as ``register_add``."""
    for register in registers():
        there = set(register.model.objects.values_list("code", flat=True))
        for code, values in register.begins():
            if code not in there:
                register_add(register=register, values=values, actor=actor, code=code)


@transaction.atomic
def register_change(*, register: Register, row: RegisterRow, values: Values, actor: Actor) -> None:
    """Write a row otherwise; an old name goes on finding it, and what records have counted by it stays.

    Raises NotAllowed, NameMissing, TooEarly, RowNameTaken.
    """
    require_keeper(actor, register)
    before = {name: getattr(row, name) for name in values}
    if one_line(values.get("name", row.name)) != row.name:
        values = values | {"other_names": "\n".join((values.get("other_names", row.other_names), row.name))}
    _write(register, row, values)
    changed = sorted(name for name, value in before.items() if getattr(row, name) != value)
    _note(register, row, "change", actor, changed=changed)


@transaction.atomic
def register_retire(*, register: Register, row: RegisterRow, until: date | None, actor: Actor) -> None:
    """Set the last day on which records may name a row; without one it is in force again.

    Raises NotAllowed, TooEarly.
    """
    require_keeper(actor, register)
    _write(register, row, {"until": until})
    _note(register, row, "retire" if until else "restore", actor)


@transaction.atomic
def register_accept(*, register: Register, row: RegisterRow, actor: Actor) -> None:
    """Take a proposed row into the register. Raises NotAllowed."""
    require_keeper(actor, register)
    row.proposed_by = None
    row.save(update_fields=["proposed_by"])
    _note(register, row, "accept", actor)


@transaction.atomic
def register_delete(*, register: Register, row: RegisterRow, actor: Actor) -> None:
    """Delete a row that stands nowhere: a slip, or a proposal, which whoever made it may take back too.

    Raises NotAllowed, RowUsed.
    """
    if row.proposed_by is None or row.proposed_by != actor:
        require_keeper(actor, register)
    if uses_of([row]):
        raise RowUsed(name=row.name)
    _note(register, row, "delete", actor, name=row.name)
    row.delete()


def _proposer(register: Register, actor: Actor) -> Member | None:
    """The actor where it may only propose. Raises NotAllowed where it may not even do that."""
    if not isinstance(actor, Member) or is_keeper(actor, register):
        return None
    if not may_propose(actor, register):
        raise NotAllowed()
    return actor


def _write(register: Register, row: RegisterRow, values: Values) -> None:
    for name, value in values.items():
        setattr(row, name, value)
    row.name = one_line(row.name)
    others = dict.fromkeys(filter(None, map(one_line, row.other_names.splitlines())))
    row.other_names = "\n".join(name for name in others if name != row.name)
    if not row.name:
        raise NameMissing()
    if row.since and row.until and row.until < row.since:
        raise TooEarly(day=row.until)
    if register.model.objects.exclude(pk=row.pk).filter(name=row.name).exists():
        raise RowNameTaken(name=row.name)
    row.save()


def _note(register: Register, row: RegisterRow, what: str, actor: Actor, **detail: Any) -> None:
    """The audit row; its detail names the row by its code alone, as digests of the table do."""
    target = f"{register.code}/{row.code}"
    audit.write(actor=actor, action=f"register.{what}", target=target, code=row.code, **detail)
