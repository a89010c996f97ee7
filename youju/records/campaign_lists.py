"""The proposed list of a campaign, put under notice in one go."""

from django.db import transaction

from youju.errors import NotAllowed
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.models import Application
from youju.records.accreditation.application.moves import ApplicationState
from youju.records.accreditation.application.noticing import list_publish
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.notices.models import Notice
from youju.records.verbs.case_verbs import cases_move


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
