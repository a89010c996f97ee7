"""Who may see and do what with a plan; sections and units as for records."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from youju.errors import NotAllowed, NotFound
from youju.orgs import audit
from youju.orgs.members import Member, Role
from youju.orgs.tree import home_unit
from youju.plans.dues import Due
from youju.plans.items import ItemState, PlanItem
from youju.records.heads.sections import Section
from youju.records.rights import may_record, own_units, reached_units, sections_of, within

_READING = (Role.OFFICER, Role.SIGNER, Role.AUDITOR)
_LOCAL = (Role.LIAISON, Role.REVIEWER)
_WRITING = ("plan.draft", "plan.edit", "plan.change")
_DECIDING = (Role.OFFICER, Role.SIGNER)


def may_draft(member: Member, section: str) -> bool:
    """An officer of the bureau for the section."""
    return home_unit().pk in reached_units(member, Role.OFFICER, section=section)


def may_approve(member: Member, section: str) -> bool:
    """An officer or a signing leader of the bureau for the section."""
    return home_unit().pk in reached_units(member, *_DECIDING, section=section)


def approvable(member: Member, drafts: Iterable[PlanItem]) -> set[int]:
    """Ids of those drafts that a member may put into force: in their sections, and nothing of it is their own writing.

    Whoever wrote any of it before somebody else did does not approve it either. One query.
    """
    mine = [item for item in drafts if item.author_id != member.pk and may_approve(member, item.section)]
    wrote = audit.targets_of(actor=member, actions=_WRITING, targets=[item.ref for item in mine])
    return {item.pk for item in mine if item.ref not in wrote}


def sections_to_draft(member: Member) -> list[Section]:
    return [section for section in Section if may_draft(member, section)]


def items_for(member: Member) -> QuerySet[PlanItem]:
    """Items of a member's sections: in force for everybody, drafts and former ones for those of the bureau."""
    own = Q(section__in=[section.value for section in sections_of(member)])
    if not member.has_role(*_READING):
        own &= Q(state=ItemState.APPROVED)
    return PlanItem.objects.filter(own).select_related("owner", "author", "approver", "replaces")


def get_item_for(member: Member, ref: str, *, need: str = "read") -> PlanItem:
    """need: read, draft or approve. Raises NotFound where it is not open to the member, NotAllowed for the rest."""
    item = items_for(member).filter(ref=ref).first()
    if item is None:
        raise NotFound()
    may = {"read": True, "draft": may_draft(member, item.section), "approve": may_approve(member, item.section)}
    if not may[need]:
        raise NotAllowed()
    return item


def dues_for(member: Member) -> QuerySet[Due]:
    """The dues in a member's units and sections."""
    roles = within(member, *Role)
    return Due.objects.filter(roles).select_related("item", "unit", "group", "person", "zero_report")


def get_due_for(member: Member, ref: str, *, need: str = "read") -> Due:
    """need: read, report or excuse. Raises NotFound, NotAllowed."""
    due = dues_for(member).filter(ref=ref).first()
    if due is None:
        raise NotFound()
    may = {"read": True, "report": may_record(member, due.unit_id, due.section), "excuse": may_excuse(member, due)}
    if not may[need]:
        raise NotAllowed()
    return due


def may_excuse(member: Member, due: Due) -> bool:
    """An officer whose reach holds unit and section, and who does not work in that unit."""
    reached = reached_units(member, Role.OFFICER, section=due.section)
    return due.unit_id in reached - {member.unit_id} - own_units(member, *_LOCAL)
