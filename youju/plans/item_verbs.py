"""The verbs of plan items: one member drafts, changes or takes out; somebody else approves."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.refs import new_ref
from youju.lib.text import visible
from youju.orgs import audit
from youju.orgs.members import Member
from youju.plans.access import approvable, may_approve, may_draft
from youju.plans.audiences import Places
from youju.plans.errors import BadItem, CodeTaken, NotADraft, NothingToApprove, NotInForce, OwnDraft
from youju.plans.item_checks import problems
from youju.plans.items import CONTENT, PREFIX, ItemState, PlanItem
from youju.plans.refreshing import remake

Values = Mapping[str, Any]


@transaction.atomic
def item_draft(*, values: Values, actor: Member) -> PlanItem:
    """Draft an item. values: by the names of CONTENT. Raises NotAllowed, BadItem, CodeTaken."""
    item = PlanItem(ref=new_ref(PREFIX), author=actor, **_content(values))
    _require(may_draft(actor, item.section))
    _refuse(item)
    item.save()
    audit.write(actor=actor, action="plan.draft", target=item.ref, code=item.code, year=item.year)
    return item


@transaction.atomic
def item_edit(*, item: PlanItem, values: Values, actor: Member) -> PlanItem:
    """Write a draft anew; whoever does is its author from then on. Raises NotAllowed, NotADraft, BadItem, CodeTaken."""
    _hold_draft(item)
    _require(may_draft(actor, item.section))
    before = item.fields
    for name, value in _content(values).items():
        setattr(item, name, value)
    _require(may_draft(actor, item.section))
    _refuse(item)
    item.author, item.drafted_at = actor, clock.now()
    item.save()
    changed = sorted(name for name, value in item.fields.items() if before[name] != value)
    audit.write(actor=actor, action="plan.edit", target=item.ref, changed=changed)
    return item


@transaction.atomic
def item_discard(*, item: PlanItem, actor: Member) -> None:
    """Delete a draft. Raises NotAllowed, NotADraft."""
    _hold_draft(item)
    _require(may_draft(actor, item.section))
    audit.write(actor=actor, action="plan.discard", target=item.ref, code=item.code, year=item.year)
    item.delete()


@transaction.atomic
def item_change(*, item: PlanItem, values: Values, actor: Member, ends: bool = False) -> PlanItem:
    """Draft a change of an item in force, or (ends) that it is taken out of the plan.

    Nothing changes until somebody else approves it. Raises NotAllowed, NotInForce, BadItem.
    """
    PlanItem.objects.select_for_update().filter(pk=item.pk).first()
    item.refresh_from_db()
    if item.state != ItemState.APPROVED or PlanItem.objects.filter(replaces=item, state=ItemState.DRAFT).exists():
        raise NotInForce(title=item.title)
    given = {**item.fields, **_content(values), "code": item.code, "year": item.year, "section": item.section}
    draft = PlanItem(ref=new_ref(PREFIX), author=actor, replaces=item, ends=ends, **given)
    _require(may_draft(actor, draft.section))
    _refuse(draft)
    draft.save()
    audit.write(actor=actor, action="plan.change", target=draft.ref, replaces=item.ref, ends=ends)
    return draft


@transaction.atomic
def items_approve(*, items: Sequence[PlanItem], actor: Member) -> int:
    """Put drafts into force, all of them or none, and make their dues. Gives how many dues were made or changed.

    What a change moves or takes away of dues in the ledger is voided and posted anew, in the name of who approves.
    Raises NothingToApprove, NotAllowed, OwnDraft, NotADraft, BadItem, CodeTaken.
    """
    if not items:
        raise NothingToApprove()
    places = Places()
    return sum(_approve(item, places, actor) for item in items)


def _approve(item: PlanItem, places: Places, actor: Member) -> int:
    _hold_draft(item)
    _require(may_approve(actor, item.section))
    if item.pk not in approvable(actor, [item]):
        raise OwnDraft(title=item.title)
    _refuse(item)
    before = item.replaces
    if before is not None:
        moved = PlanItem.objects.filter(pk=before.pk, state=ItemState.APPROVED).update(state=ItemState.REPLACED)
        if not moved:
            raise NotInForce(title=item.title)
        before.dues.update(item=item)
    item.state = ItemState.ENDED if item.ends else ItemState.APPROVED
    item.approver, item.approved_at = actor, clock.now()
    item.save(update_fields=["state", "approver", "approved_at"])
    told = {"replaces": before.ref} if before else {}
    audit.write(actor=actor, action="plan.approve", target=item.ref, code=item.code, year=item.year, **told)
    return remake(item=item, places=places, actor=actor)


def _refuse(item: PlanItem) -> None:
    if wrong := list(problems(item)):
        raise BadItem(problems=" ".join(wrong))
    others = PlanItem.objects.filter(code=item.code, year=item.year).exclude(pk=item.pk)
    in_force = others.filter(state=ItemState.APPROVED)
    if item.replaces_id:
        in_force = in_force.exclude(pk=item.replaces_id)
    taken = in_force | others.filter(state=ItemState.DRAFT, replaces=None)
    if taken.exists():
        raise CodeTaken(year=item.year, title=item.title)


def _hold_draft(item: PlanItem) -> None:
    held = PlanItem.objects.select_for_update().filter(pk=item.pk).first()
    if held is None or held.state != ItemState.DRAFT:
        state = held.get_state_display() if held else ItemState.ENDED.label
        raise NotADraft(title=item.title, state=state)
    item.refresh_from_db()


def _content(values: Values) -> dict[str, Any]:
    given = {name: value for name, value in values.items() if name in CONTENT}
    return given | {name: visible(value) for name, value in given.items() if isinstance(value, str)}


def _require(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed()
