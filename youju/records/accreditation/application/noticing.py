"""The list of a campaign under public notice: what stands on it, when another begins, and by which it is granted."""

from typing import Any

from django.utils.translation import gettext as _

from youju.orgs.actors import Actor
from youju.records.accreditation.application.campaigns import Campaign
from youju.records.accreditation.application.moves import ON_THE_LIST, ApplicationState
from youju.records.notices.errors import NothingToNotice
from youju.records.notices.lines import list_digest
from youju.records.notices.models import Notice, NoticeLine, NoticeState
from youju.records.notices.passing import latest_notice, require_passed
from youju.records.notices.verbs import notice_begin, notice_end_by_change

_WHOLE = (NoticeState.RUNNING, NoticeState.OVER)


def listed(campaign: Campaign) -> list[Any]:
    """The applications on the list, by their units."""
    rows = campaign.applications.filter(state__in=ON_THE_LIST).select_related("unit")
    return list(rows.order_by("unit__code", "ref"))


def digest_of(campaign: Campaign) -> str:
    return list_digest([(each.ref, each.unit.code, campaign.level) for each in listed(campaign)])


def list_publish(*, campaign: Campaign, where: str, actor: Actor) -> Notice:
    """Put the list as it is now under notice; that of another list ends.

    Raises NothingToNotice, also where all are granted already, NoticeRunsAlready.
    """
    _hold(campaign)
    if not _waits(campaign):
        raise NothingToNotice()
    lines = [NoticeLine(each.unit.name) for each in listed(campaign)]  # names alone: no marks go out
    return notice_begin(
        ref=campaign.list_ref, title=_("Proposed: %s") % campaign.name, digest=digest_of(campaign), lines=lines,
        where=where, actor=actor,
    )  # fmt: skip


def list_unpublished(campaign: Campaign) -> bool:
    """Whether somebody on the list waits for the title and it was not under notice as it is now, or only in part."""
    notice = latest_notice(campaign.list_ref)
    there = notice is not None and notice.digest == digest_of(campaign) and notice.state in _WHOLE
    return _waits(campaign) and not there


def list_changed(*, campaign: Campaign, actor: Actor) -> None:
    """End the notice that runs where the list is another now."""
    _hold(campaign)
    notice_end_by_change(ref=campaign.list_ref, digest=digest_of(campaign), actor=actor)


def list_require_passed(campaign: Campaign) -> Notice:
    """The notice by which titles of the list are granted. Raises what ``require_passed`` does."""
    _hold(campaign)
    return require_passed(ref=campaign.list_ref, digest=digest_of(campaign))


def _waits(campaign: Campaign) -> bool:
    """Whether anybody on the list has yet to be granted the title."""
    return any(each.state != ApplicationState.GRANTED for each in listed(campaign))


def _hold(campaign: Campaign) -> None:
    """Whoever changes the list and whoever grants by it wait for each other."""
    list(Campaign.objects.select_for_update().filter(pk=campaign.pk))
