"""What the desk says of a head: where its page is, its state in words and as a shape.

A head alone does not know its kind's words; whoever has many heads of many kinds asks here.
"""

from django.urls import reverse

from youju.records.heads.ledgered import Ledgered
from youju.records.kind import CaseKind
from youju.records.kinds import find_kind

SHAPES = {
    "checked": "done",
    "reported": "submitted",
    "requested": "submitted",
    "sent": "submitted",
    "notice": "open",
    "closing": "done",
    "closed": "done",
    "adopted": "confirmed",
    "called": "draft",
    "collecting": "submitted",
    "town": "submitted",
    "panel": "submitted",
    "listed": "submitted",
    "decided": "confirmed",
    "awarded": "confirmed",
    "recommended": "confirmed",
    "handed": "submitted",
    "passed": "submitted",
    "accepted": "confirmed",
    "issued": "confirmed",
    "held": "confirmed",
    "sent_back": "returned",
    "refused": "returned",
    "declined": "dropped",
    "withdrawn": "dropped",
    "cancelled": "dropped",
    "struck": "voided",
    "annulled": "voided",
    "applied": "submitted",
    "admitted": "open",
    "assessed": "submitted",
    "reviewed": "done",
    "proposed": "submitted",
    "granted": "confirmed",
    "manuscript": "draft",
    "edited": "submitted",
    "first": "submitted",
    "second": "submitted",
    "approved": "done",
    "scheduled": "open",
    "live": "confirmed",
    "down": "voided",
    "given_up": "dropped",
    "preparing": "draft",
    "noticed": "submitted",
    "established": "open",
    "replied": "done",
    "concluded": "confirmed",
    "passed_on": "done",
    "set_aside": "dropped",
    "drafted": "draft",
    "to_sign": "submitted",
    "received": "submitted",
    "assigned": "open",
    "paused": "open",
    "signed": "done",
    "answered": "done",
    "settled": "confirmed",
    "not_ours": "done",
    "merged": "done",
}
"""By states that have no shape of their own, the shape they share; every other state's shape bears its name."""


def address_of(head: Ledgered) -> str:
    """Where its page is: that of a case or of a record, as its kind is."""
    return reverse("case" if isinstance(find_kind(head.kind), CaseKind) else "record", args=[head.ref])


def state_words(head: Ledgered) -> str:
    """Its state in the words of its kind."""
    kind = find_kind(head.kind)
    if isinstance(kind, CaseKind) and head.state in kind.model.STATES.values:
        return str(kind.model.STATES(head.state).label)
    return head.state_label


def shape_of(state: str) -> str:
    """The shape that stands beside a state's words; most states share one of a few."""
    return SHAPES.get(state, state)
