"""The public answer to a meeting's opinions: begun from what became of each, a manuscript like any other of the site.

Nothing goes out by this: the manuscript is edited, reviewed three times, and passes the gate.
"""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from youju.desk.meetings.answered import Answered
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.followup.models import Followup
from youju.records.followup.moves import FollowupState
from youju.records.heads.refs import derived_ref
from youju.records.heads.sections import Section
from youju.records.heads.states import State
from youju.records.publicity.article.models import Article, ArticleState, Origin
from youju.records.reading.access import visible_to
from youju.records.reviews.meeting.models import Meeting
from youju.records.rights import may_record

_CODE = "article"
# So long a title may be.
_TITLE = 120


class PublicAnswer(NamedTuple):
    """article: the newest one that answers, if the member may read it. draft: what a new one begins with, if the
    member may write it: values of the manuscript's form, and its reference. unraised: opinions without a follow-up.
    """

    article: Article | None
    draft: dict[str, str] | None
    unraised: int


def public_answer(answered: Answered, member: Member) -> PublicAnswer:
    """A second manuscript is begun only where the one before was not used."""
    ref, newest = _newest(answered.meeting)
    shown = visible_to(member, Article).filter(ref=newest).first() if newest else None
    draft = None
    if ref and _may_write(answered, member):
        with override("zh-hans"):  # as the site is written, whatever the member reads
            draft = _draft(answered, ref)
    return PublicAnswer(shown, draft, sum(told.followup is None for told in answered.told))


def _newest(meeting: Meeting) -> tuple[str, str]:
    """The reference of the manuscript to be begun, "" where one is in hand; and that of the last one begun, if any.

    What another unit wrote under such a reference, which it could work out, is passed over.
    """
    newest, nth = "", 0
    while article := Article.objects.filter(ref=derived_ref(_CODE, (meeting.ref, str(nth)))).first():
        nth += 1
        if article.unit_id != meeting.unit_id:
            continue
        newest = article.ref
        if article.state != ArticleState.GIVEN_UP:
            return "", newest
    return derived_ref(_CODE, (meeting.ref, str(nth))), newest


def _may_write(answered: Answered, member: Member) -> bool:
    """There is something to be answered, and the member writes for the unit's public side."""
    meeting = answered.meeting
    something = meeting.state == State.VERIFIED and bool(answered.told or answered.others)
    return something and may_record(member, meeting.unit_id, Section.PUBLICITY)


def _draft(answered: Answered, ref: str) -> dict[str, str]:
    meeting = answered.meeting
    title = _("How the opinions of “%(meeting)s” were acted on") % {"meeting": meeting.title}
    return {
        "ref": ref,
        "unit": str(meeting.unit_id),
        "title": title[:_TITLE],
        "sort": Origin.OWN.value,
        "body": _body(answered),
    }


def _body(answered: Answered) -> str:
    """Markdown. Nobody is named, and no group of guests: of one member it would be a name."""
    meeting = answered.meeting
    said = _("On %(day)s guests of “%(meeting)s” gave their opinions. This is what became of them:") % {
        "day": date_format(meeting.happened, "DATE_FORMAT"), "meeting": meeting.title,
    }  # fmt: skip
    pairs = [(told.opinion.text, told.followup) for told in answered.told]
    pairs += [(followup.title, followup) for followup in answered.others]
    lines = [_line(text, followup) for text, followup in pairs]
    numbered = "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
    return f"{said}\n\n{numbered}\n\n{_('Whoever has more to say about it can ask on this site.')}\n"


def _line(text: str, followup: Followup | None) -> str:
    words = {"opinion": text.rstrip("。；;. "), "became": _became(followup).rstrip("。；;. ")}
    return _("%(opinion)s: %(became)s.") % words


def _became(followup: Followup | None) -> str:
    """In words. What is reported as done and not yet confirmed is still under way: nobody has looked at it."""
    if followup is None:
        return _("no follow-up was raised of it")
    if followup.state == FollowupState.CONFIRMED:
        return followup.outcome or _("settled")
    if followup.state == FollowupState.DROPPED:
        return _("no longer pursued")
    if followup.due_on and followup.due_on < clock.today():  # a day that has passed is no promise any more
        return _("under way, later than the %(day)s that was promised") % {
            "day": date_format(followup.due_on, "DATE_FORMAT")
        }
    if followup.due_on:
        return _("under way, to be settled by %(day)s") % {"day": date_format(followup.due_on, "DATE_FORMAT")}
    return _("under way")
