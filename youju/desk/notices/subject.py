"""What a public notice is of: a case, or the list of a campaign; who reads it, and who answers for it."""

from typing import NamedTuple

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from youju.errors import NotFound
from youju.orgs.members import Member
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.checklist.verbs import may_keep
from youju.records.case_rights import CASE_RIGHTS
from youju.records.heads.case import Case
from youju.records.heads.sections import Section
from youju.records.kinds import specific
from youju.records.notices.models import Notice, NoticeQuerySet, Objection
from youju.records.reading.access import get_head_for, visible_to
from youju.records.rights import sections_of


class Subject(NamedTuple):
    """url: the page of what is decided on. answers: whether the member who asks answers objections to it.

    aside: whether they would, were they not concerned themselves.
    """

    title: str
    url: str
    answers: bool
    aside: bool = False


def notices_for(member: Member) -> NoticeQuerySet:
    """The notices of all that a member may read."""
    # Asked at each notice: a list of all that the member may read would be far longer than that of the notices.
    heads = visible_to(member).filter(ref=OuterRef("ref")).order_by()
    return Notice.objects.filter(Exists(heads) | Q(ref__in=_campaigns(member)))


def subject_of(member: Member, notice: Notice) -> Subject:
    """Raises NotFound for what the member may not read. Who records for the unit answers, unless it is about them."""
    if (campaign := _campaigns(member).get(notice.ref)) is not None:
        return Subject(campaign.name, reverse("campaign", args=[campaign.code]), may_keep(member))
    (case,) = specific([get_head_for(member, notice.ref)])
    if not isinstance(case, Case):
        raise NotFound()
    answers = CASE_RIGHTS["other recorder"](member, case)
    aside = not answers and CASE_RIGHTS["recorder"](member, case)
    return Subject(case.title, reverse("case", args=[case.ref]), answers, aside)


def objected_to(member: Member) -> list[Notice]:
    """The notices with an objection that waits for the member's answer, the first to end first."""
    waiting = Objection.objects.filter(answered=None).order_by().values("notice")
    found = notices_for(member).filter(pk__in=waiting).order_by("last_day", "pk")
    return [notice for notice in found if subject_of(member, notice).answers]


def _campaigns(member: Member) -> dict[str, Campaign]:
    """Those whose lists the member reads, by what their notices bear."""
    if Section.ACCREDITATION not in sections_of(member):
        return {}
    return {campaign.list_ref: campaign for campaign in Campaign.objects.all()}
