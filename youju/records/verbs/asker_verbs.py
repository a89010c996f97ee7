"""What somebody without an account does with an inquiry: ask, look, add, say whether it is solved, reopen, ask for a
review. All of it by the code that was shown when the inquiry was opened; the public site only parses and renders.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple

from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from youju.errors import NotFound
from youju.evidence.models import File
from youju.lib import clock
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.deadlines import conclusion, explanation
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_make, ticket_of, tickets_revoke
from youju.orgs.tree import home_unit
from youju.orgs.units import Unit
from youju.records.case_rights import open_moves
from youju.records.heads.case import steps_of
from youju.records.inquiries.channels import Channel
from youju.records.inquiries.inquiry.answers import Answer
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.clocks import answer_clock
from youju.records.inquiries.inquiry.dues import clocks_of
from youju.records.inquiries.inquiry.errors import NothingWritten, UpheldAlready
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import InquiryState
from youju.records.inquiries.inquiry.public_desk import public_desk
from youju.records.inquiries.topic.models import Topic
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import case_move, case_open

LETTERS = 12
_USES = 100_000  # a code is looked up as often as its holder likes; guessing is held off by the page
_NOBODY = AskerValues()
# What the holder of a code may do, of the moves that the case has then.
_ASKERS = ("supplement", "settle", "reopen", "ask-review")

Files = Sequence[tuple[File, str]]


class Asked(NamedTuple):
    """code: to be shown once; nowhere to be read again."""

    inquiry: Inquiry
    code: str


class Said(NamedTuple):
    """One thing that was said since: by_asker, or else to the asker."""

    at: datetime
    by_asker: bool
    text: str


class Told(NamedTuple):
    """What the holder of a code is told. state: one of three, paused or under review, in words. due: a sentence, with
    the days; of_review: by the clock of the review.

    words: what was said since, the oldest first. may: of _ASKERS, what can be done now. asks_solved: whether the
    bureau wants to know if it is solved. upheld_on: the day of the review by which the answer stands, if one says so;
    further_days: in how many days from then the office above can be asked for a further review.
    """

    number: str
    received_on: date
    state: str
    due: str
    of_review: bool
    days: list[tuple[date, str]]
    answers: list[Answer]
    words: list[Said]
    passed_to: str
    may: tuple[str, ...]
    asks_solved: bool
    upheld_on: date | None
    further_days: int


@transaction.atomic
def inquiry_ask(
    *,
    sort: str,
    text: str,
    ref: str = "",
    title: str = "",
    topic: Topic | None = None,
    about_unit: Unit | None = None,
    asker: AskerValues = _NOBODY,
    channel: str = Channel.ONLINE,
    files: Files = (),
) -> Asked:
    """Open an inquiry for somebody without an account, and give the code by which it is found again.

    ref: chosen when the form was shown, so that sending it twice opens one; each time the newest code alone holds.
    Raises NothingWritten, and as ``case_open``.
    """
    if not text.strip():
        raise NothingWritten()
    there = Inquiry.objects.filter(ref=ref).first() if ref else None  # sent once already, some minutes ago
    values: dict[str, Any] = {
        "unit": home_unit(), "channel": channel, "sort": sort, "text": text, "topic": topic,
        "title": title or (there.title if there else ""),
        "about_unit": about_unit, "foreign_number": "", "asker": asker,
        "happened": there.happened if there else clock.today(),
        "received_time": there.received_time if there else f"{localtime(clock.now()):%H:%M}",
    }  # fmt: skip
    case = case_open(kind=get_case_kind("inquiry"), values=values, actor=public_desk(), ref=ref, files=files)
    assert isinstance(case, Inquiry)
    return Asked(case, code_give(inquiry=case, actor=HOLDER))


@transaction.atomic
def code_give(*, inquiry: Inquiry, actor: Actor) -> str:
    """A fresh code for an inquiry, also for one that came by telephone; the codes before hold no longer."""
    tickets_revoke(purpose=Purpose.ASKER, ref=inquiry.ref, actor=actor)
    expires = clock.now() + timedelta(days=setting("asker_code_days"))
    return ticket_make(
        purpose=Purpose.ASKER, ref=inquiry.ref, expires=expires, actor=actor, uses=_USES, letters=LETTERS
    )


def inquiry_of(code: str) -> Inquiry:
    """The inquiry of a code. Raises TicketInvalid unless it holds."""
    ticket: Ticket = ticket_of(code)
    found = Inquiry.objects.filter(ref=ticket.ref).first() if ticket.purpose == Purpose.ASKER else None
    if not isinstance(found, Inquiry):
        raise TicketInvalid()
    return found


def told_to_asker(inquiry: Inquiry) -> Told:
    """What may be said to the holder of the code: never who works on it, nor what was not sent."""
    clock = answer_clock(clocks_of(inquiry))
    upheld = _upheld_on(inquiry)
    open_ones = open_moves(public_desk(), inquiry)
    # Once it is answered the bureau still has a day for what it promised, but none for an answer.
    waits = clock is not None and inquiry.state in inquiry.timed() and inquiry.state != InquiryState.ANSWERED
    return Told(
        number=inquiry.number,
        received_on=inquiry.happened,
        state=state_in_words(inquiry),
        due=conclusion(clock.found) if clock and waits else "",
        days=explanation(clock.found) if clock and waits else [],
        of_review=bool(clock and waits and clock.code == "review"),
        answers=inquiry.sent(),
        words=_words(inquiry),
        passed_to=inquiry.passed_to,
        may=tuple(each for each in _ASKERS if each in open_ones and not _done_once(inquiry, each, upheld)),
        asks_solved=inquiry.solved_asked_on is not None and inquiry.state == InquiryState.ANSWERED,
        upheld_on=upheld,
        further_days=inquiry.review_days if upheld else 0,
    )


def _upheld_on(inquiry: Inquiry) -> date | None:
    """A review that ends with an answer written anew says so by that answer."""
    if inquiry.state != InquiryState.SETTLED or not any(step.action == "uphold" for step in steps_of(inquiry)):
        return None
    return inquiry.reviewed_on


def _words(inquiry: Inquiry) -> list[Said]:
    """What was said since, the oldest first: words to and from the asker, and why they had it taken up again."""
    words = [Said(word.at, word.by_asker, word.text) for word in inquiry.words.all()]
    desk = public_desk().token
    reasons = [Said(step.at, True, step.reason) for step in steps_of(inquiry) if step.actor == desk and step.reason]
    return sorted([*words, *reasons])


def state_in_words(inquiry: Inquiry) -> str:
    """Three words for whoever asked; one where the bureau waits for them, and one while its answer is reviewed."""
    if inquiry.state == InquiryState.PAUSED:
        return _("waits for what you add")
    if inquiry.state == InquiryState.REVIEW:
        return _("the answer is reviewed")
    if inquiry.state == InquiryState.RECEIVED:
        return _("your inquiry is received")
    ended = (InquiryState.ANSWERED, InquiryState.SETTLED, InquiryState.NOT_OURS, InquiryState.MERGED)
    return _("your inquiry is answered") if inquiry.state in ended else _("your inquiry is in hand")


def supplement_add(*, code: str, text: str, files: Files = ()) -> Inquiry:
    """Add to what was asked; an inquiry that was paused for it goes on. Raises TicketInvalid, NothingWritten, and as
    ``case_move``.
    """
    if not text.strip():
        raise NothingWritten()
    return _act(code, "supplement", values={"supplement": text}, files=files)


def solved_say(*, code: str, solved: bool, reason: str = "") -> Inquiry:
    """Say whether it is solved: yes settles it, no reopens it, once and with what is wrong.

    Raises TicketInvalid, ReasonMissing, ReopenedAlready, UpheldAlready, and as ``case_move``.
    """
    if not solved and _upheld_on(inquiry := inquiry_of(code)):
        raise UpheldAlready(title=inquiry.title)
    return _act(code, "settle") if solved else _act(code, "reopen", reason=reason)


def review_ask(*, code: str, reason: str) -> Inquiry:
    """Ask for a review (复查) of the answer. Raises TicketInvalid, ReasonMissing, NoReview, and as ``case_move``."""
    return _act(code, "ask-review", reason=reason)


@transaction.atomic
def _act(code: str, action: str, *, reason: str = "", **rest: Any) -> Inquiry:
    inquiry = inquiry_of(code)
    moved = case_move(case=inquiry, action=action, actor=public_desk(), version=inquiry.version, reason=reason, **rest)
    if not isinstance(moved, Inquiry):
        raise NotFound()
    return moved


def _done_once(inquiry: Inquiry, action: str, upheld: date | None) -> bool:
    """Whether there is nothing left of it for whoever asked: after a review the next step is the office above."""
    once = {"reopen": inquiry.reopened_on or upheld, "ask-review": inquiry.review_asked_on or not inquiry.review_days}
    return bool(once.get(action))
