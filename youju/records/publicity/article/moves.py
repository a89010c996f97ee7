"""What may be done with an article, state by state, and by whom: edited, reviewed three times, put up, taken down."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

PUBLISHED = "published"
# What is asked when it is handed in, and what editing may change.
WRITTEN = (
    "title", "channel", "sort", "byline", "source", "original", "body", "tags", "issue", "proofreaders",
    "must_be_public", "old_address",
)  # fmt: skip


class ArticleState(models.TextChoices):
    MANUSCRIPT = "manuscript", _("handed in, to edit")
    SENT_BACK = "sent_back", _("sent back to the author")
    EDITED = "edited", _("edited, first review")
    FIRST = "first", _("second review")
    SECOND = "second", _("final review")
    APPROVED = "approved", _("may be published")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("on the site")
    DOWN = "down", _("taken down")
    GIVEN_UP = "given_up", _("not used")


REVIEWS = ("first", "second", "final")
"""The three, in their order; each is made by somebody else."""

_SEND_BACK = Move(_("Send back to the author"), ArticleState.SENT_BACK, "officer", reason=True)
_TO_EDITOR = Move(_("Back to editing"), ArticleState.EDITED, "officer", reason=True)
_GIVE_UP = Move(_("Do not use it"), ArticleState.GIVEN_UP, "recorder", reason=True)
_SHOW, _HIDE = _("Add a person who is shown"), _("Take out a person who is not shown")


def _price(state: ArticleState) -> Move:
    """Set at any time between the final review and being taken down; it moves the article nowhere."""
    return Move(_("Price of the PDF"), state, "officer", asks=("price",), tells=False)


_PUBLISH = Move(_("Publish now"), ArticleState.LIVE, "officer", posts=(PUBLISHED,))

MOVES: Moves = {
    ArticleState.MANUSCRIPT: {
        "edit": Move(_("Edit and pass on to review"), ArticleState.EDITED, "officer", asks=WRITTEN, files=True),
        "mend": Move(_("Change the manuscript"), ArticleState.MANUSCRIPT, "recorder", asks=WRITTEN, files=True),
        "show": Move(_SHOW, ArticleState.MANUSCRIPT, "recorder", asks=("person", "how"), tells=False),
        "hide": Move(_HIDE, ArticleState.MANUSCRIPT, "recorder", asks=("unshown",), tells=False),
        "send-back": _SEND_BACK,
        "give-up": _GIVE_UP,
    },
    ArticleState.SENT_BACK: {
        "hand-in": Move(_("Hand in again"), ArticleState.MANUSCRIPT, "recorder", asks=WRITTEN, files=True),
        "give-up": _GIVE_UP,
    },
    ArticleState.EDITED: {
        "first": Move(_("Pass the first review"), ArticleState.FIRST, "reader"),
        "rewrite": Move(_("Edit it once more"), ArticleState.EDITED, "officer", asks=WRITTEN, files=True),
        "show": Move(_SHOW, ArticleState.EDITED, "officer", asks=("person", "how"), tells=False),
        "hide": Move(_HIDE, ArticleState.EDITED, "officer", asks=("unshown",), tells=False),
        "send-back": _SEND_BACK,
    },
    ArticleState.FIRST: {
        "second": Move(_("Pass the second review"), ArticleState.SECOND, "reader"),
        "to-editor": _TO_EDITOR,
    },
    ArticleState.SECOND: {
        "final": Move(_("Pass the final review"), ArticleState.APPROVED, "last reader"),
        "to-editor": _TO_EDITOR,
    },
    ArticleState.APPROVED: {
        "publish": _PUBLISH,
        "schedule": Move(_("Schedule it"), ArticleState.SCHEDULED, "officer", asks=("up_at", "down_at")),
        "price": _price(ArticleState.APPROVED),
        "to-editor": _TO_EDITOR,
    },
    ArticleState.SCHEDULED: {
        "appear": Move(_("Published as scheduled"), ArticleState.LIVE, "clock", posts=(PUBLISHED,)),
        "publish": _PUBLISH,
        "unschedule": Move(_("Take off the schedule"), ArticleState.APPROVED, "officer"),
        "price": _price(ArticleState.SCHEDULED),
    },
    ArticleState.LIVE: {
        "take-down": Move(_("Take it down"), ArticleState.DOWN, "officer", reason=True),
        "price": _price(ArticleState.LIVE),
        "run-out": Move(_("Taken down as scheduled"), ArticleState.DOWN, "clock"),
        "consent-gone": Move(_("Taken down: somebody shown no longer agrees"), ArticleState.DOWN, "clock"),
    },
    ArticleState.DOWN: {
        "rework": Move(_("Edit it anew"), ArticleState.EDITED, "officer", reason=True),
    },
    ArticleState.GIVEN_UP: {},
}
