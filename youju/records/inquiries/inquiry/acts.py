"""What keeps a move of an inquiry from being made, and what it brings about besides what was typed."""

from collections.abc import Callable
from datetime import date, timedelta

from youju.errors import YoujuError
from youju.lib import clock
from youju.orgs.members import Member
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.circles import HANDLES_ACCUSATIONS, is_kept_from
from youju.records.inquiries.inquiry.clocks import decline_until, waited
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.errors import (
    AccusedHandles,
    AskerNamed,
    ExtendedAlready,
    HandlerBarred,
    MergesAcross,
    NoExtension,
    NoReview,
    ReopenedAlready,
    SubjectNamesAsker,
    TooLateToDecline,
)
from youju.records.inquiries.inquiry.lacking import lacking
from youju.records.inquiries.inquiry.personal import names_asker

# Moves by which no clock begins, ends or is set otherwise.
LEAVES_CLOCKS = frozenset({"assign", "reassign", "draft", "sign", "send-back", "unsign", "relate"})


def may_act(inquiry: InquiryColumns, action: str) -> None:
    """Raises what the state and the right alone do not know: a limit that passed.

    The page offers the move all the same: whoever is too late reads until when it was possible.
    """
    if action == "decline" and (until := decline_until(inquiry)) and clock.today() > until:
        raise TooLateToDecline(title=inquiry.title, day=until)


def obstacle_to(inquiry: InquiryColumns, action: str) -> YoujuError | None:
    """What is done once only, or is not in the rule. Read from the row alone: lists ask it of every case."""
    if action == "extend":
        return ExtendedAlready(title=inquiry.title) if inquiry.extra else _no_extension(inquiry)
    if action == "reopen" and inquiry.reopened_on:
        return ReopenedAlready(title=inquiry.title)
    return _no_review(inquiry) if action == "ask-review" else None


def act(inquiry: InquiryColumns, action: str, actor: Member) -> None:
    """Bring about what the move means; what was typed with it is written already."""
    if action in _CHECKED:
        _CHECKED[action](inquiry)
    if (brought := _BROUGHT.get(action)) is not None:
        inquiry.keep(**brought(inquiry, clock.today()))
    if action in ("supplement", "resume"):
        _end_pause(inquiry)
    elif action in ("unsign", "send-back"):
        inquiry.answers.filter(sent_on=None).update(signer=None, signed_at=None)


def review_until(inquiry: InquiryColumns) -> date | None:
    """The last day on which a review can be asked for; None where there is none."""
    told = inquiry.settled_on or inquiry.last_word_on
    return told + timedelta(inquiry.review_days) if told and inquiry.review_days else None


def _no_review(inquiry: InquiryColumns) -> YoujuError | None:
    until = review_until(inquiry)
    if until is None or clock.today() > until or inquiry.review_asked_on:
        return NoReview(title=inquiry.title, day=until or clock.today())
    return None


def _no_extension(inquiry: InquiryColumns) -> YoujuError | None:
    return None if inquiry.extension else NoExtension(title=inquiry.title, days=0)


def _end_pause(inquiry: InquiryColumns) -> None:
    """The day on which it goes on is the last of the pause; what went on the same day was none."""
    today = clock.today()
    inquiry.pauses.filter(last=None, first__gt=today).delete()
    inquiry.pauses.filter(last=None).update(last=today)


def _refuse_accused(inquiry: InquiryColumns) -> None:
    """Also a handler from whom it is kept, and in whose hands nobody would see it."""
    if inquiry.is_accusation and inquiry.unit.kind not in HANDLES_ACCUSATIONS:
        raise AccusedHandles(unit=inquiry.unit)
    if inquiry.is_accusation and inquiry.owner and is_kept_from(inquiry.owner, inquiry):
        raise HandlerBarred(name=inquiry.owner)
    if inquiry.unit.kind in HANDLES_ACCUSATIONS:
        return
    if found := names_asker(inquiry, inquiry.passed_text or inquiry.text):
        raise AskerNamed(found=found)
    if found := names_asker(inquiry, inquiry.title):
        raise SubjectNamesAsker(found=found)


def _refuse_mixed(inquiry: InquiryColumns) -> None:
    into = inquiry.merged_into
    both = {inquiry.sort, into.sort} if into else set()
    alike = into is not None and len(both) == 1 and into.about_unit_id == inquiry.about_unit_id
    if InquirySort.ACCUSATION in both and not alike:
        raise MergesAcross()


def _refuse_long(inquiry: InquiryColumns) -> None:
    if not 1 <= (inquiry.extra or 0) <= inquiry.extension:
        raise NoExtension(title=inquiry.title, days=inquiry.extension)


def _refuse_unready(inquiry: InquiryColumns) -> None:
    """An answer whose places are not filled in, or that promises something without a day."""
    answer = inquiry.answers.order_by("-version").first()
    for missing in lacking(answer.text, answer.redacted, answer.promised_on) if answer else ():
        raise missing


_CHECKED: "dict[str, Callable[[InquiryColumns], None]]" = {
    "assign": _refuse_accused,
    "reassign": _refuse_accused,
    "merge": _refuse_mixed,
    "extend": _refuse_long,
    "draft": _refuse_unready,
}


def _answered(inquiry: InquiryColumns, today: date) -> dict[str, object]:
    """Give the signed version; the first time that is the first answer, on time or not."""
    inquiry.answers.exclude(signer=None).filter(sent_on=None).update(sent_on=today)
    told: dict[str, object] = {"last_word_on": today}
    if inquiry.answered_on is None:
        pauses = [pause.span for pause in inquiry.pauses.all()]
        late = inquiry.answer_due is not None and today > inquiry.answer_due
        told |= {"answered_on": today, "on_time": not late, "work_days": waited(inquiry, today, pauses)}
    if inquiry.reopened_on and inquiry.again_on is None:
        told["again_on"] = today
    if inquiry.review_asked_on and inquiry.reviewed_on is None:
        told["reviewed_on"] = today
    return told


_BROUGHT: "dict[str, Callable[[InquiryColumns, date], dict[str, object]]]" = {
    "accept": lambda inquiry, today: {"accepted_on": today},
    "take-back": lambda inquiry, today: {"passed_to": ""},
    "part": lambda inquiry, today: {"merged_into": None},
    "answer": _answered,
    "update": lambda inquiry, today: {"last_word_on": today},
    "settle": lambda inquiry, today: {"settled_on": today},
    "reopen": lambda inquiry, today: {"settled_on": None, "reopened_on": today, "last_word_on": today},
    "ask-review": lambda inquiry, today: {"review_asked_on": today},
    "uphold": lambda inquiry, today: {"reviewed_on": today, "settled_on": inquiry.settled_on or today},
    "rewrite": lambda inquiry, today: {"settled_on": None},
}
