"""Every action in every state by every role: what the table allows works, all else is refused with a sentence."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import transaction

from tests.records.inquiries.desk_of_inquiries import (
    NOON,
    answered,
    assigned,
    at_desk,
    drafted,
    moved,
    signed,
    taken_in,
)
from youju.errors import NotAllowed, YoujuError
from youju.ledger import log
from youju.lib import clock
from youju.records.errors import NoSuchMove
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.moves import MOVES, InquiryState
from youju.records.inquiries.inquiry.public_desk import public_desk
from youju.records.reading.drift import drifted

ACTIONS = sorted({action for moves in MOVES.values() for action in moves})
ROLES = ("alice", "olga", "sam", "bob", "charlie", "dora", "eve", "public")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    """Bob's school has the inquiry, a letter with a limit for settling and a review; alice wrote the answer."""
    with clock.at(NOON):
        cast.public = public_desk()
        yield at_desk(cast)


def in_state(office: SimpleNamespace, state: str) -> Inquiry:
    way: dict[str, Any] = {
        "received": lambda: taken_in(office, channel="letter"),
        "accepted": lambda: moved(taken_in(office, channel="letter"), "accept", office.alice),
        "assigned": lambda: assigned(office, office.hill, office.bob, channel="letter"),
        "not_ours": lambda: moved(taken_in(office), "decline", office.alice, passed_to="县人社局"),
        "merged": lambda: moved(taken_in(office), "merge", office.alice, merged_into=taken_in(office)),
    }
    if state in way:
        return way[state]()  # type: ignore[no-any-return]  # each gives an inquiry
    inquiry = in_state(office, "assigned")
    if state == "paused":
        return moved(inquiry, "pause", office.bob, update="请补充年级。", told_how="电话")
    if state == "drafted":
        return moved(inquiry, "draft", office.alice, draft=drafted(office.alice))
    if state == "signed":
        return signed(office, inquiry)
    inquiry = answered(office, inquiry)
    steps = {"answered": (), "settled": ("settle",), "review": ("ask-review",)}[state]
    for action in steps:
        inquiry = moved(inquiry, action, office.alice)
    return inquiry


def _values(office: SimpleNamespace, action: str, actor: Any) -> dict[str, Any]:
    """What the form of the move would give."""
    given: dict[str, dict[str, Any]] = {
        "assign": {"unit": office.county, "owner": office.alice},
        "reassign": {"unit": office.county, "owner": office.alice},
        "decline": {"passed_to": "县人社局"},
        "draft": {"draft": drafted(actor)},
        "extend": {"extra": 5},
        "pause": {"update": "请补充年级。", "told_how": "电话"},
        "sign": {"signing": Signing(1, actor)},
        "supplement": {"supplement": "补充：二年级。"},
        "update": {"update": "正在核实。"},
        "uphold": {"update": "复查后认为答复属实。"},
        "correct": {"text": "改过的正文", "channel": "letter", "sort": "question", "happened": date(2025, 3, 7)},
    }
    if action == "merge":
        return {"merged_into": taken_in(office)}
    return given.get(action, {})


# Alice and olga are officers of the county, alice drafted what there is; sam signs; bob is of the school and in charge.
_ALLOWED = {
    "officer": {"alice", "olga"},
    "other officer": {"alice", "olga"},
    "handler": {"alice", "olga", "bob"},
    "signing officer": {"olga", "sam"},
    "asker or officer": {"alice", "olga", "public"},
    "asker or handler": {"alice", "olga", "bob", "public"},
}


@pytest.mark.parametrize("state", InquiryState.values)
def test_each_move_is_open_to_just_those_of_the_table(office: SimpleNamespace, state: str):
    inquiry, tried = in_state(office, state), 0
    size = log.size()
    for action, role in ((action, role) for action in ACTIONS for role in ROLES):
        move, actor = MOVES[InquiryState(state)].get(action), getattr(office, role)
        with transaction.atomic():
            allowed = _ALLOWED[move.right] if move else set()
            if role not in allowed:
                with pytest.raises(NoSuchMove if move is None else NotAllowed) as refused:
                    moved(inquiry, action, actor)
                assert isinstance(refused.value, YoujuError) and str(refused.value)
                assert log.size() == size
            else:
                values = _values(office, action, actor)
                assert moved(inquiry, action, actor, **values).state == move.to  # type: ignore[union-attr]  # there is one
                assert list(drifted()) == [], (action, role)
            transaction.set_rollback(True)
        tried += 1
    assert tried == len(ACTIONS) * len(ROLES)
