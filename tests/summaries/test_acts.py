"""Every act in every state by every role: what is allowed works, all else is refused with a sentence."""

from collections.abc import Callable
from itertools import product
from types import SimpleNamespace

import pytest

from tests.records.cast import member
from tests.summaries.issuing import PASSWORD, again, frozen, issued, record, signed, written
from youju.errors import NotFound, YoujuError
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.acts import ACTS, acts_open
from youju.summaries.issuing.editions import EditionStep
from youju.summaries.issuing.errata import erratum_begin
from youju.summaries.issuing.giving_up import summary_drop, summary_resume
from youju.summaries.issuing.verbs import (
    standing_edition,
    summary_freeze,
    summary_issue,
    summary_refuse,
    summary_sign,
    summary_withdraw,
)

pytestmark = pytest.mark.django_db

# alice drafts, omar is another officer, sam signs, una both signs and is an officer, bob and charlie are liaisons.
MEMBERS = ("alice", "omar", "sam", "una", "bob", "charlie", "dora", "eve")
STATES = tuple(DocumentState)
ALLOWED = {
    "freeze": ({"alice", "omar", "una"}, {"draft"}),
    "withdraw": ({"alice", "omar", "una"}, {"frozen", "signed"}),
    "sign": ({"sam", "una"}, {"frozen"}),
    "refuse": ({"sam", "una"}, {"frozen"}),
    "issue": ({"alice", "omar", "una"}, {"signed"}),
    "drop": ({"alice", "omar", "una"}, {"draft"}),
    "resume": ({"alice", "omar", "una"}, {"dropped"}),
    "correct": ({"alice", "omar", "una"}, {"issued"}),
}
DOES: dict[str, Callable[[Document, Member], object]] = {
    "freeze": lambda document, actor: summary_freeze(document=document, actor=actor),
    "withdraw": lambda document, actor: summary_withdraw(document=document, reason="改", actor=actor),
    "sign": lambda document, actor: summary_sign(
        document=document, digest=digest_of(document), proof=PASSWORD, actor=actor
    ),
    "refuse": lambda document, actor: summary_refuse(document=document, reason="改", actor=actor),
    "issue": lambda document, actor: summary_issue(document=document, actor=actor),
    "drop": lambda document, actor: summary_drop(document=document, reason="改", actor=actor),
    "resume": lambda document, actor: summary_resume(document=document, actor=actor),
    "correct": lambda document, actor: erratum_begin(document=document, actor=actor),
}


def digest_of(document: Document) -> str:
    return standing_edition(document).digest if document.editions.exists() else ""


def brought(cast: SimpleNamespace, state: str) -> Document:
    """A document in a state; what stands behind it is void where an erratum may be drafted."""
    if state == "dropped":
        return written(cast, state=DocumentState.DROPPED)
    first = record(cast)
    make = {"draft": written, "frozen": frozen, "signed": signed, "issued": issued}
    document = make[state](cast)
    if state == "issued":
        record(cast, 3)
        record_void(record=first, reason="重复", actor=cast.alice)
    return document


def test_the_table_names_every_act() -> None:
    assert set(DOES) == set(ALLOWED) == {act.code for act in ACTS}


@pytest.mark.parametrize(("act", "state", "name"), list(product(DOES, map(str, STATES), MEMBERS)))
def test_each_act(cast: SimpleNamespace, act: str, state: str, name: str) -> None:
    cast.omar = member("omar", cast.county, Role.OFFICER)
    cast.una = member("una", cast.county, Role.SIGNER, Role.OFFICER)
    actor = Member.objects.get(username=name)
    document = brought(cast, state)
    who, states = ALLOWED[act]
    may = name in who and state in states
    assert (act in {each.code for each in acts_open(actor, document)}) == may
    before = AuditRow.objects.count(), document.state
    if may:
        DOES[act](document, actor)
        assert AuditRow.objects.count() > before[0]
        return
    with pytest.raises(YoujuError) as refused:
        DOES[act](document, actor)
    assert str(refused.value) and refused.value.code in ("not-allowed", "document-not-in-state")
    assert (AuditRow.objects.count(), again(document).state) == before
    assert not EditionStep.objects.filter(by=actor, what__in=(act,)).exists() or name in ("alice", "sam")


@pytest.mark.parametrize(("name", "opens"), [("alice", True), ("sam", True), ("dora", True)] + [
    (name, False) for name in ("bob", "charlie", "eve")
])  # fmt: skip
def test_who_reads_the_bureaus_documents(cast: SimpleNamespace, name: str, opens: bool) -> None:
    document = written(cast)
    reader = Member.objects.get(username=name)
    if opens:
        assert get_document_for(reader, document.ref) == document
        return
    with pytest.raises(NotFound):
        get_document_for(reader, document.ref)
