"""交接: what a member has in hand goes to another one: drafts, running cases, and the lists of groups.

Only what is still under work. What was handed in, verified or issued bears the name of whoever did it.
"""

from typing import NamedTuple

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from youju.errors import NotAllowed, YoujuError
from youju.orgs import audit
from youju.orgs.group_verbs import keeper_set
from youju.orgs.groups import Group
from youju.orgs.keeping import managed_units
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import EDITABLE
from youju.records.kinds import case_kinds, get_case_kind
from youju.records.reading.access import withheld_among
from youju.records.rights import may_record, works_for
from youju.records.verbs.case_verbs import case_pass


class NothingInHand(YoujuError):
    code, status = "nothing-in-hand", 409
    sentence = _("%(name)s has nothing in hand: no draft, no running case, no list of a group.")


class NotTheirs(YoujuError):
    code, status = "not-theirs", 422
    sentence = _("%(name)s may not take over “%(title)s”: choose somebody who works for that unit and section.")


class InHand(NamedTuple):
    """What a member has under work. drafts: returned records too."""

    drafts: tuple[Ledgered, ...]
    cases: tuple[Case, ...]
    groups: tuple[Group, ...]

    @property
    def total(self) -> int:
        return len(self.drafts) + len(self.cases) + len(self.groups)


def in_hand(member: Member) -> InHand:
    """What would be handed over, in the order of its making."""
    drafts = Ledgered.objects.filter(author=member, state__in=EDITABLE).select_related("unit").order_by("pk")
    cases = [
        case
        for kind in case_kinds()
        for case in kind.model.objects.filter(owner=member, state__in=kind.model.running()).order_by("pk")
    ]
    groups = Group.objects.filter(keepers__member=member, closed=None).select_related("unit").order_by("code")
    return InHand(tuple(drafts), tuple(cases), tuple(groups))


def may_take(member: Member, held: InHand) -> bool:
    """Whether a member may take all of it over."""
    return _refused(member, held) is None


@transaction.atomic
def member_hand_over(*, member: Member, to: Member, actor: Member, reason: str) -> InHand:
    """Move everything that ``member`` has in hand to ``to``: all of it, or nothing.

    Whoever began a draft stays one of its writers, and verifies it no more than the new author does.
    Raises NotAllowed for whoever does not administer the bureau of both, ReasonMissing, NothingInHand, NotTheirs.
    """
    reason = given_reason(reason)
    if not {member.unit_id, to.unit_id} <= managed_units(actor):
        raise NotAllowed()
    held = in_hand(member)
    if not held.total:
        raise NothingInHand(name=member)
    refused = _refused(to, held)
    if refused is not None:
        raise NotTheirs(name=to, title=refused)
    told = {"who": member.token, "to": to.token, "reason": reason}
    for draft in held.drafts:
        Ledgered.objects.filter(pk=draft.pk).update(author=to, version=F("version") + 1)
        audit.write(actor=actor, action="record.hand-over", target=draft.ref, **told)
    for group in held.groups:
        keepers = [keeper.member for keeper in group.keepers.select_related("member").order_by("pk")]
        keeper_set(group=group, keepers=[to if keeper == member else keeper for keeper in keepers], actor=actor)
    counts = {"drafts": len(held.drafts), "cases": len(held.cases), "groups": len(held.groups)}
    audit.write(actor=actor, action="member.hand-over", target=member.token, to=to.token, reason=reason, **counts)
    for case in held.cases:
        case_pass(case=case, to=to, actor=actor, reason=reason)
    return held


def _refused(member: Member, held: InHand) -> str | None:
    """The title of the first thing that a member may not take over; None where it may take all."""
    if not member.is_active:
        return str(member)
    for draft in held.drafts:
        if not may_record(member, draft.unit_id, draft.section):
            return draft.title
    for case in held.cases:
        if not works_for(member, case.unit_id):
            return case.title
    if hidden := withheld_among(member, held.cases):
        # Its title is for nobody who does not read it: said is only what sort of thing it is.
        return next(str(get_case_kind(case.kind).label) for case in held.cases if case.pk in hidden)
    return next((str(group) for group in held.groups if not works_for(member, group.unit_id)), None)
