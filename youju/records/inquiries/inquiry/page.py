"""What the page of an inquiry shows besides: its clocks day by day, answers, words, related inquiries."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from youju.orgs.deadlines import conclusion, explanation
from youju.orgs.members import Member
from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.inquiry.acts import review_until
from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.circles import is_local
from youju.records.inquiries.inquiry.clocks import Clock
from youju.records.inquiries.inquiry.dues import clocks_of
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import UNCOUNTED, InquiryState
from youju.records.inquiries.inquiry.unsealing import may_open_asker


class ShownClock(NamedTuple):
    """conclusion: the due day in a sentence; days: every day on the way with what it is."""

    clock: Clock
    conclusion: str
    days: list[tuple[date, str]]


def _clocks(inquiry: Inquiry) -> list[Clock]:
    """None of what somebody else answers: nothing is due here."""
    return [] if inquiry.state in UNCOUNTED else clocks_of(inquiry)


def beside(inquiry: Inquiry, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read: of the others not even that there are any is shown."""
    told = (InquiryState.ANSWERED, InquiryState.SETTLED)
    merged = {row.pk for row in Inquiry.objects.filter(merged_into=inquiry)}
    linked = {row.pk for row in inquiry.linked.all()} | merged | {inquiry.merged_into_id or 0}
    return {
        "head_number": inquiry.number,
        "clocks": [ShownClock(each, conclusion(each.found), explanation(each.found)) for each in _clocks(inquiry)],
        "answers": list(inquiry.answers.select_related("drafter", "signer")),
        "words": list(inquiry.words.all()),
        "pauses": list(inquiry.pauses.all()),
        "merged": merged,
        "linked": list(readable.filter(pk__in=linked)),
        "review_until": review_until(inquiry) if inquiry.state in told else None,
    }


def beside_for(inquiry: Inquiry, member: Member) -> dict[str, Any]:
    """What depends on who reads: whether the asker is kept and may be opened; what a school reads of the rest."""
    may_open = may_open_asker(member, inquiry)
    return {
        "may_open_asker": may_open,
        "asker_kept": may_open and Asker.objects.filter(record=inquiry.pk).exists(),
        "is_local": is_local(member, inquiry.unit),
        **(_as_said(inquiry, member) if is_local(member, inquiry.unit) else {}),
    }


def _as_said(inquiry: Inquiry, reader: Member) -> dict[str, Any]:
    """Answers, words and pauses, each as far as the reader may know what was typed. The rows are not saved.

    What its own members drafted a school reads as it is: they do not know who asked.
    """
    answers = list(inquiry.answers.select_related("drafter", "signer"))
    words, pauses = list(inquiry.words.all()), list(inquiry.pauses.all())
    for answer in answers:
        if answer.drafter.unit_id != inquiry.unit_id:
            answer.text, answer.redacted = inquiry.said(answer.text, reader), inquiry.said(answer.redacted, reader)
    for word in words:
        word.text = inquiry.said(word.text, reader)
    for pause in pauses:
        pause.told_how = inquiry.said(pause.told_how, reader)
    return {"answers": answers, "words": words, "pauses": pauses}
