"""What may be done with an inquiry, state by state, and by whom."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.records.heads.case import Move, Moves

RECEIVED, ANSWERED, GIVEN, SETTLED = "received", "answered", "given", "settled"
# What is asked when it is taken in, and may be corrected until it is answered.
WRITTEN = (
    "channel", "sort", "title", "text", "topic", "about_unit", "happened", "received_time", "visitors",
    "foreign_number",
)  # fmt: skip
# By these a unit comes to see the inquiry.
PASSES_ON = ("assign", "reassign")
ANSWER = ("wording", "draft", "basis", "public", "redacted", "promised_on")


class InquiryState(models.TextChoices):
    RECEIVED = "received", pgettext_lazy("inquiry", "received")
    ACCEPTED = "accepted", _("accepted for handling")
    ASSIGNED = "assigned", _("in hand")
    PAUSED = "paused", _("paused, the asker is to add something")
    DRAFTED = "drafted", _("to sign")
    SIGNED = "signed", _("signed, to send")
    ANSWERED = "answered", pgettext_lazy("inquiry", "answered")
    SETTLED = "settled", _("settled")
    REVIEW = "review", pgettext_lazy("inquiry", "under review")
    NOT_OURS = "not_ours", _("passed on, not ours")
    MERGED = "merged", _("merged with another")


_S = InquiryState
# Somebody else answers these, or another inquiry stands for them.
UNCOUNTED = (_S.NOT_OURS, _S.MERGED)
_CORRECT, _MERGE, _RELATE = _("Correct what was taken in"), _("Merge with another"), _("Name related inquiries")
_SUPPLEMENT = _("Add what the asker says further")
_HAND_OVER = _("Give it to somebody else")


def _correct(state: str) -> Move:
    return Move(_CORRECT, state, "officer", asks=WRITTEN)


def _relate(state: str) -> Move:
    return Move(_RELATE, state, "officer", asks=("linked",), tells=False)


def _supplement(state: str) -> Move:
    return Move(_SUPPLEMENT, state, "asker or officer", asks=("supplement",), files=True)


def _extend(state: str) -> Move:
    return Move(_("Extend the time, once"), state, "other officer", reason=True, asks=("extra",))


_MERGED = Move(_MERGE, _S.MERGED, "officer", asks=("merged_into",), takes_back=(RECEIVED,))
_REASSIGN = Move(_HAND_OVER, _S.ASSIGNED, "officer", reason=True, asks=("unit", "owner", "passed_text", "passed_files"))
_DRAFT = Move(_("Write an answer"), _S.DRAFTED, "handler", asks=ANSWER, files=True)
_REOPEN = Move(_("Reopen: it is not solved"), _S.ASSIGNED, "asker or officer", reason=True, takes_back=(SETTLED,))
_ASK_REVIEW = Move(_("Ask for a review"), _S.REVIEW, "asker or officer", reason=True)

MOVES: Moves = {
    _S.RECEIVED: {
        "accept": Move(_("Accept it"), _S.ACCEPTED, "officer"),
        "decline": Move(
            _("Not ours: pass it on"), _S.NOT_OURS, "officer", takes_back=(RECEIVED,), reason=True, asks=("passed_to",)
        ),
        "merge": _MERGED,
        "correct": _correct(_S.RECEIVED),
        "supplement": _supplement(_S.RECEIVED),
    },
    _S.ACCEPTED: {
        "assign": Move(_("Assign it"), _S.ASSIGNED, "officer", asks=("unit", "owner", "passed_text", "passed_files")),
        "merge": _MERGED,
        "correct": _correct(_S.ACCEPTED),
        "relate": _relate(_S.ACCEPTED),
        "supplement": _supplement(_S.ACCEPTED),
    },
    _S.ASSIGNED: {
        "draft": _DRAFT,
        "pause": Move(_("Pause: the asker is to add something"), _S.PAUSED, "handler", asks=("update", "told_how")),
        "extend": _extend(_S.ASSIGNED),
        "reassign": _REASSIGN,
        "correct": _correct(_S.ASSIGNED),
        "relate": _relate(_S.ASSIGNED),
        "supplement": _supplement(_S.ASSIGNED),
    },
    _S.PAUSED: {
        "supplement": _supplement(_S.ASSIGNED),
        "resume": Move(_("Go on without it"), _S.ASSIGNED, "handler", reason=True),
    },
    _S.DRAFTED: {
        "sign": Move(_("Sign"), _S.SIGNED, "signing officer", asks=("signing", "proof")),
        "send-back": Move(_("Send back for rewriting"), _S.ASSIGNED, "signing officer", reason=True),
        "draft": _DRAFT,
        "extend": _extend(_S.DRAFTED),
        "supplement": _supplement(_S.DRAFTED),
    },
    _S.SIGNED: {
        "answer": Move(_("The answer was given"), _S.ANSWERED, "handler", posts=(ANSWERED, GIVEN)),
        "unsign": Move(_("Take the signature back"), _S.DRAFTED, "signing officer", reason=True),
    },
    _S.ANSWERED: {
        "settle": Move(_("Settle it"), _S.SETTLED, "asker or handler", posts=(SETTLED,)),
        "update": Move(_("Tell the asker how it goes on"), _S.ANSWERED, "handler", asks=("update",)),
        "reopen": _REOPEN,
        "ask-review": _ASK_REVIEW,
        "extend": _extend(_S.ANSWERED),
        "relate": _relate(_S.ANSWERED),
    },
    _S.SETTLED: {
        "reopen": _REOPEN,
        "ask-review": _ASK_REVIEW,
    },
    _S.REVIEW: {
        "uphold": Move(_("The answer stands"), _S.SETTLED, "other officer", posts=(SETTLED,), asks=("update",)),
        "rewrite": Move(_("It is answered anew"), _S.ASSIGNED, "other officer", reason=True),
    },
    _S.NOT_OURS: {
        "take-back": Move(_("It is ours after all"), _S.RECEIVED, "officer", posts=(RECEIVED,), reason=True),
    },
    _S.MERGED: {
        "part": Move(_("It is an inquiry of its own"), _S.RECEIVED, "officer", posts=(RECEIVED,), reason=True),
    },
}
