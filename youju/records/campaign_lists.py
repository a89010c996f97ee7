"""The list of a campaign in one go: put under notice, granted by one decision, and its titles written down."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.db import transaction

from youju.errors import NotAllowed, YoujuError
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.errors import NothingToGrant, WriterGrants
from youju.records.accreditation.application.holding_values import unrecorded
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.application.noticing import list_publish
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.case_rights import may_move
from youju.records.notices.models import Notice
from youju.records.verbs.case_openings import Files
from youju.records.verbs.case_verbs import CaseMove, cases_move, cases_move_each
from youju.records.verbs.record_begin import record_hand_in_for


@transaction.atomic
def campaign_publish(*, campaign: Campaign, where: str, actor: Member) -> Notice:
    """Put all that is proposed on the list, and the whole list under notice from now on.

    Raises NotAllowed, NothingToNotice, NoticeRunsAlready, and as ``cases_move``.
    """
    if not may_keep(actor):
        raise NotAllowed()
    proposed = Application.objects.filter(campaign=campaign, state=ApplicationState.PROPOSED)
    cases_move(cases=list(proposed), action="publish", actor=actor)
    return list_publish(campaign=campaign, where=where, actor=actor)


def under_notice(campaign: Campaign) -> list[Application]:
    """Those on the list that wait for the title, by their units."""
    listed = Application.objects.filter(campaign=campaign, state=ApplicationState.NOTICE)
    return list(listed.select_related("unit").order_by("unit__code", "ref"))


def require_granter(campaign: Campaign, member: Member) -> list[Application]:
    """What a member grants by one decision. Raises NotAllowed, NothingToGrant, WriterGrants."""
    if not may_keep(member):
        raise NotAllowed()
    listed = under_notice(campaign)
    if not listed:
        raise NothingToGrant(campaign=campaign)
    if own := [case for case in listed if not may_move(member, case, case.moves["grant"])]:
        raise WriterGrants(campaign=campaign, count=len(own))
    return listed


@transaction.atomic
def campaign_grant(
    *, campaign: Campaign, decision: Mapping[str, Any], actor: Member, files: Files = (), reason: str = ""
) -> int:
    """Grant the title to all that wait for it on the list by one decision, or to none; how many they are.

    decision: what the move asks. files: the document, which stands beside each. Raises as ``require_granter`` and
    ``cases_move_each``.
    """
    listed = require_granter(campaign, actor)
    cases_move_each(moves=[CaseMove(case, "grant", actor, case.version, reason, decision, files) for case in listed])
    return len(listed)


class Recorded(NamedTuple):
    """written: how many records were handed in. refused: what stood in the way of the others, one sentence each."""

    written: int
    refused: list[str]


def campaign_record(*, campaign: Campaign, actor: Member) -> Recorded:
    """Write down the title of each unit that was granted it and has no record of it, and hand the record in for it.

    One that is refused (the unit holds the same title still) keeps nobody else's back. Somebody else verifies them.
    Raises NotAllowed.
    """
    if not may_keep(actor):
        raise NotAllowed()
    cases, refused = unrecorded(campaign), []
    for case in cases:
        try:
            record_hand_in_for(case=case, actor=actor)
        except YoujuError as refusal:
            refused.append(str(refusal))
    return Recorded(len(cases) - len(refused), refused)
