"""What can be changed of a unit apart from its place and its name: other ways to write it, and how it works.

Names other than the unit's own are rows of the tree, so that each change of them posts an entry; a switch is not.
"""

from django.db import transaction

from youju.errors import NotAllowed
from youju.ledger.log import Entry
from youju.orgs import audit
from youju.orgs.keeping import managed_units
from youju.orgs.members import Member
from youju.orgs.tree import this_month
from youju.orgs.tree_change import TreeChange, month_text, named
from youju.orgs.tree_errors import NothingChanged
from youju.orgs.units import Unit, UnitAlias


@transaction.atomic
def alias_drop(*, unit: Unit, name: str, actor: Member) -> Entry:
    """Take such a name away again; names that the unit bore until a month stay. Raises NotAllowed, NothingChanged."""
    change = _change(unit, actor)
    gone, _by_table = UnitAlias.objects.filter(unit=unit, name=name, since=None, until=None).delete()
    if not gone:
        raise NothingChanged(unit=named(unit.code), month=month_text(this_month()))
    return change.post("unit.alias", [unit.code], {})


@transaction.atomic
def unit_switch(*, unit: Unit, checks: bool, single_post: bool, actor: Member) -> None:
    """Say whether a unit's own reviewer checks first, and whether it is a one-person office. Raises NotAllowed."""
    if unit.pk not in managed_units(actor):
        raise NotAllowed()
    Unit.objects.filter(pk=unit.pk).update(checks=checks, single_post=single_post)
    audit.write(actor=actor, action="unit.switch", target=unit.code, checks=checks, single_post=single_post)
    unit.refresh_from_db()


def _change(unit: Unit, actor: Member) -> TreeChange:
    change = TreeChange(actor=actor, days=())
    change.refuse_stranger({unit.code})
    return change
