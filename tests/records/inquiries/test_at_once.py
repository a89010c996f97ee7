"""The same form or the same press, many at one moment from many connections: one effect.

64 at once under YOUJU_SOAK=1 and on PostgreSQL; in the suite on SQLite, which writes one after the other, fewer.
"""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import SimpleNamespace

import pytest
from django.db import connection

from tests.records.cast import make_cast
from tests.records.inquiries.desk_of_inquiries import (
    DAY,
    NOON,
    assigned,
    at_desk,
    drafted,
    moved,
    reread,
    signed,
    taken_in,
)
from youju.errors import YoujuError
from youju.ledger import log
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.records.heads.case import MOVED, OPENED
from youju.records.heads.refs import new_ref
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.askers import AskerValues
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.kinds import get_case_kind
from youju.records.reading.drift import drifted
from youju.records.verbs.asker_verbs import inquiry_ask
from youju.records.verbs.case_verbs import case_move, case_open

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def office() -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(make_cast())


def presses() -> int:
    return 64 if os.environ.get("YOUJU_SOAK") == "1" or connection.vendor == "postgresql" else 16


def at_once(press: Callable[[], object]) -> int:
    """How many of them went through; the others were refused with a sentence."""
    count = presses()
    gate = Barrier(count)

    def one(_place: int) -> bool:
        gate.wait()
        try:
            with clock.at(NOON):
                press()
        except YoujuError as refusal:
            assert str(refusal)
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(count) as pool:
        return sum(pool.map(one, range(count)))


def steps(action: str, move: str) -> int:
    return sum(row.detail.get("move") == move for row in AuditRow.objects.filter(action=action))


def test_the_same_form_taken_in_at_the_desk(office: SimpleNamespace):
    ref = new_ref("inquiry")
    values = {
        "unit": office.county, "title": "校车", "happened": DAY, "channel": "phone", "sort": "question",
        "text": "校车几点到站？", "received_time": "", "foreign_number": "", "asker": AskerValues("钱先生"),
    }  # fmt: skip
    done = at_once(lambda: case_open(kind=get_case_kind("inquiry"), values=values, actor=office.alice, ref=ref))
    assert done == presses()  # whoever comes later is given the one that is there
    assert (Inquiry.objects.count(), steps(OPENED, "open"), live_facts().count()) == (1, 1, 1)
    assert list(drifted()) == [] and list(log.verify()) == []


def test_the_same_form_sent_by_whoever_asks(office: SimpleNamespace):
    ref = new_ref("inquiry")
    at_once(lambda: inquiry_ask(sort="question", text="校车几点到站？", asker=AskerValues(), ref=ref))
    assert (Inquiry.objects.count(), steps(OPENED, "open"), live_facts().count()) == (1, 1, 1)


@pytest.mark.parametrize("action", ["assign", "draft", "sign", "answer", "settle", "reopen"])
def test_one_press_of_each_move(office: SimpleNamespace, action: str):
    """In whatever state it is possible; numbers, versions, follow-ups and facts come once."""
    inquiry = _before(office, action)
    actor: Member = office.sam if action == "sign" else office.alice
    values = {
        "assign": {"unit": office.county, "owner": office.alice},
        "draft": {"draft": drafted(office.alice)},
        "sign": {"signing": Signing(1, office.sam)},
    }.get(action, {})
    facts = live_facts().count()

    def press() -> None:
        case_move(
            case=reread(inquiry.pk), action=action, actor=actor, version=inquiry.version, reason="说明", values=values
        )

    assert at_once(press) == 1
    assert steps(MOVED, action) == 1 and reread(inquiry.pk).version == inquiry.version + 1
    assert reread(inquiry.pk).answers.count() == (0 if action == "assign" else 1)
    assert live_facts().count() - facts == {"answer": 3, "settle": 1, "reopen": -1}.get(action, 0)
    assert list(drifted()) == [] and list(log.verify()) == []


def _before(office: SimpleNamespace, action: str) -> Inquiry:
    """An inquiry in the state in which the move is made."""
    if action == "assign":
        return moved(taken_in(office), "accept", office.alice)
    inquiry = assigned(office)
    if action == "draft":
        return inquiry
    if action == "sign":
        return moved(inquiry, "draft", office.alice, draft=drafted(office.alice))
    inquiry = signed(office, inquiry)
    if action == "answer":
        return inquiry
    inquiry = moved(inquiry, "answer", office.alice)
    return moved(inquiry, "settle", office.alice) if action == "reopen" else inquiry
