"""What may be done with a selection, state by state, and by whom. Whoever scores does not sign."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.heads.case import Move, Moves

CALLED = "called"
# What the call says, and may be changed until schools nominate.
WRITTEN = (
    "title", "award", "happened", "due_on", "most", "nominees", "quota_by", "by_town", "occasion", "note",
    "criteria", "quotas",
)  # fmt: skip


class RoundState(models.TextChoices):
    CALLED = "called", _("call in preparation")
    COLLECTING = "collecting", _("nominations open")
    TOWN = "town", _("towns review")
    PANEL = "panel", _("panel scores")
    LISTED = "listed", _("list drawn up")
    NOTICE = "notice", _("list under notice")
    DECIDED = "decided", _("decision signed")
    AWARDED = "awarded", _("title awarded")
    RECOMMENDED = "recommended", _("recommended upward")
    CANCELLED = "cancelled", _("selection cancelled")


_S = RoundState
_CANCEL = Move(_("Cancel the selection"), _S.CANCELLED, "officer", takes_back=(CALLED,), reason=True)
_TO_PANEL = Move(_("Hand over to the panel"), _S.PANEL, "officer")
_QUOTAS = ("due_on", "quotas")

MOVES: Moves = {
    _S.CALLED: {
        "begin": Move(_("Open it for nominations"), _S.COLLECTING, "officer", files=True),
        "mend": Move(_("Change what the call says"), _S.CALLED, "officer", asks=WRITTEN, tells=False),
        "cancel": _CANCEL,
    },
    _S.COLLECTING: {
        "to_panel": _TO_PANEL,
        "to_town": Move(_("End nominations; towns go on reviewing"), _S.TOWN, "officer"),
        "requota": Move(_("Change quotas or the last day"), _S.COLLECTING, "officer", asks=_QUOTAS, tells=False),
        "cancel": _CANCEL,
    },
    _S.TOWN: {
        "to_panel": _TO_PANEL,
        "reopen": Move(_("Open it for nominations again"), _S.COLLECTING, "officer", asks=("due_on",)),
        "cancel": _CANCEL,
    },
    _S.PANEL: {
        "list": Move(_("Close the panel, draw up the list"), _S.LISTED, "officer", asks=("picks",)),
        "cancel": _CANCEL,
    },
    _S.LISTED: {
        "publish": Move(
            _("Put the list under notice"), _S.NOTICE, "officer", asks=("posted_at", "contact", "names_basis"),
            files=True,
        ),
        "edit": Move(_("Change the list"), _S.LISTED, "officer", asks=("picks",)),
        "cancel": _CANCEL,
    },
    _S.NOTICE: {
        "decide": Move(
            _("Sign the decision"), _S.DECIDED, "signer", asks=("document", "decided_on", "proof"), files=True
        ),
        "edit": Move(
            _("Change the list; its notice runs anew"), _S.NOTICE, "officer", asks=("picks",), reason=True
        ),
        "stop": Move(_("Stop the notice"), _S.LISTED, "officer", reason=True),
        "cancel": _CANCEL,
    },
    _S.DECIDED: {
        "award": Move(_("Give the title: award list and certificates"), _S.AWARDED, "officer", files=True),
    },
    _S.AWARDED: {
        "recommend": Move(_("Recommend to the next level"), _S.RECOMMENDED, "officer", asks=("recommended_to",)),
    },
    _S.RECOMMENDED: {},
    _S.CANCELLED: {},
}  # fmt: skip
