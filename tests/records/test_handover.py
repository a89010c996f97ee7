"""交接: drafts, running cases and lists of groups go from one member to another, all of it or nothing."""

from types import SimpleNamespace

import pytest

from tests.records.cast import member, people, study_group, verified, visits
from youju.errors import NotAllowed
from youju.orgs.audit import AuditRow
from youju.orgs.errors import ReasonMissing
from youju.orgs.group_verbs import keeper_set
from youju.orgs.members import Member, Role
from youju.records.followup.sample import sample
from youju.records.heads.case import Case, steps_of
from youju.records.heads.sections import Section
from youju.records.kinds import get_case_kind
from youju.records.reading.access import can
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_open
from youju.records.verbs.handover import NothingInHand, NotTheirs, in_hand, member_hand_over
from youju.records.verbs.record_verbs import record_submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def carl(cast: SimpleNamespace) -> Member:
    return member("carl", cast.hill, Role.LIAISON)


def opened(cast: SimpleNamespace, owner: Member) -> Case:
    values = sample(cast.hill, visits(cast.bob, cast.hill).happened) | {"owner": owner}
    return case_open(kind=get_case_kind("followup"), values=values, actor=cast.alice, section=Section.STUDY)


def hand_over(cast: SimpleNamespace, to: Member) -> None:
    member_hand_over(member=cast.bob, to=to, actor=cast.eve, reason="调离")


def test_drafts_cases_and_lists_have_a_new_hand(cast: SimpleNamespace, carl: Member):
    case = opened(cast, cast.bob)
    draft = visits(cast.bob, cast.hill)
    group = study_group(cast.hill, people(cast.hill, "王一"))
    keeper_set(group=group, keepers=[cast.bob, cast.alice], actor=cast.alice)
    held = in_hand(cast.bob)
    assert tuple(map(len, held)) == (2, 1, 1)
    hand_over(cast, carl)
    assert in_hand(cast.bob).total == 0
    assert tuple(map(len, in_hand(carl))) == (2, 1, 1)
    draft.refresh_from_db()
    assert draft.author == carl
    assert {keeper.member for keeper in group.keepers.all()} == {carl, cast.alice}
    case.refresh_from_db()
    assert (case.owner, steps_of(case)[-1].action, steps_of(case)[-1].reason) == (carl, "hand-over", "调离")


def test_the_ledger_agrees_afterwards(cast: SimpleNamespace, carl: Member):
    opened(cast, cast.bob)
    hand_over(cast, carl)
    assert list(drifted()) == []


def test_what_was_handed_in_keeps_its_author(cast: SimpleNamespace, carl: Member):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    done = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    visits(cast.bob, cast.hill)
    hand_over(cast, carl)
    for each in (record, done):
        each.refresh_from_db()
        assert each.author == cast.bob


def test_neither_the_old_hand_nor_the_new_one_verifies_it(cast: SimpleNamespace):
    officer = member("adam", cast.county, Role.OFFICER)
    draft = visits(cast.alice, cast.hill)
    member_hand_over(member=cast.alice, to=officer, actor=cast.eve, reason="休假")
    draft.refresh_from_db()
    record_submit(record=draft, actor=officer)
    assert not can(officer, "verify", draft)
    assert not can(cast.alice, "verify", draft)


def test_who_may_not_do_it_takes_nothing_over(cast: SimpleNamespace):
    draft = visits(cast.bob, cast.hill)
    with pytest.raises(NotTheirs):
        hand_over(cast, cast.charlie)
    draft.refresh_from_db()
    assert draft.author == cast.bob


@pytest.mark.parametrize("who", ["alice", "bob", "charlie", "dora"])
def test_only_an_administrator_hands_over(cast: SimpleNamespace, carl: Member, who: str):
    visits(cast.bob, cast.hill)
    with pytest.raises(NotAllowed):
        member_hand_over(member=cast.bob, to=carl, actor=getattr(cast, who), reason="x")


def test_a_reason_and_something_in_hand_are_needed(cast: SimpleNamespace, carl: Member):
    with pytest.raises(NothingInHand):
        hand_over(cast, carl)
    visits(cast.bob, cast.hill)
    with pytest.raises(ReasonMissing):
        member_hand_over(member=cast.bob, to=carl, actor=cast.eve, reason=" ")


def test_the_audit_row_says_from_whom_to_whom_and_how_many(cast: SimpleNamespace, carl: Member):
    visits(cast.bob, cast.hill)
    hand_over(cast, carl)
    row = AuditRow.objects.get(action="member.hand-over")
    assert (row.target, row.detail["to"], row.detail["drafts"]) == (cast.bob.token, carl.token, 1)
