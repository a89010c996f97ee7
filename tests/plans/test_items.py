"""Plan items: drafted by one, approved by another; changed the same way; kept to what may be asked."""

from datetime import date

import pytest

from tests.plans.made import approved, draft, due_of, on, visited
from tests.plans.test_due_life import standing, ticked
from youju.errors import NotAllowed
from youju.ledger.reading import entries_of
from youju.orgs.audit import AuditRow
from youju.plans.access import approvable
from youju.plans.dues import Due, DueState
from youju.plans.errors import BadItem, CodeTaken, NotADraft, NothingToApprove, NotInForce, OwnDraft
from youju.plans.flaws import flaws
from youju.plans.item_verbs import item_change, item_discard, item_draft, item_edit, items_approve
from youju.plans.items import ItemState, PlanItem
from youju.plans.making import preview

pytestmark = pytest.mark.django_db


def test_whoever_drafted_it_cannot_approve_it(cast):
    item = draft(cast)
    with pytest.raises(OwnDraft):
        items_approve(items=[item], actor=cast.alice)
    items_approve(items=[item], actor=cast.grace)
    item.refresh_from_db()
    assert (item.state, item.approver) == (ItemState.APPROVED, cast.grace)


@pytest.mark.parametrize("who", ["bob", "charlie", "dora", "eve"])
def test_who_neither_drafts_nor_approves(cast, who):
    member = getattr(cast, who)
    item = draft(cast)
    with pytest.raises(NotAllowed):
        items_approve(items=[item], actor=member)
    with pytest.raises(NotAllowed):
        item_draft(values=item.fields | {"code": "more"}, actor=member)
    for act in (item_edit, item_change):
        with pytest.raises((NotAllowed, NotInForce)):
            act(item=item, values={"title": "别的"}, actor=member)
    with pytest.raises(NotAllowed):
        item_discard(item=item, actor=member)
    assert Due.objects.count() == 0


def test_a_signing_leader_drafts_nothing(cast):
    with pytest.raises(NotAllowed):
        item_draft(values=draft(cast).fields | {"code": "more"}, actor=cast.grace)


def test_an_officer_of_another_section_neither_drafts_nor_approves(cast):
    cast.frank.grants.update(sections=["study"])
    item = draft(cast)
    with pytest.raises(NotAllowed):
        items_approve(items=[item], actor=cast.frank)
    with pytest.raises(NotAllowed):
        item_edit(item=item, values={"title": "别的"}, actor=cast.frank)


def test_whoever_wrote_any_of_a_draft_does_not_approve_it(cast):
    item = draft(cast)
    item_edit(item=item, values={"title": "走访"}, actor=cast.frank)
    with pytest.raises(OwnDraft):
        items_approve(items=[item], actor=cast.frank)
    with pytest.raises(OwnDraft):  # most of it may still be her own
        items_approve(items=[item], actor=cast.alice)
    assert approvable(cast.alice, [item]) == approvable(cast.frank, [item]) == set()
    items_approve(items=[item], actor=cast.grace)


def test_the_preview_says_what_approving_makes(cast):
    item = draft(cast, kinds=["school", "county"])
    told = preview([item])
    assert told.total == 6
    assert told.by_item == [(item, 6)]
    assert dict(told.by_unit) == {"云溪县教育局": 2, "青山小学": 2, "明湖小学": 2}
    assert told.by_month == [("2025-04", 3), ("2025-05", 3)]
    items_approve(items=[item], actor=cast.frank)
    assert Due.objects.count() == 6


def test_an_approved_item_is_not_edited_and_not_approved_again(cast):
    item = approved(cast)
    with pytest.raises(NotADraft):
        item_edit(item=item, values={"title": "别的"}, actor=cast.alice)
    with pytest.raises(NotADraft):
        items_approve(items=[item], actor=cast.frank)
    with pytest.raises(NothingToApprove):
        items_approve(items=[], actor=cast.frank)
    with pytest.raises(CodeTaken):
        draft(cast)


def test_a_change_waits_for_a_second_person_and_moves_what_was_posted(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    visited(cast, date(2025, 3, 20))
    ticked(date(2025, 5, 20))
    due = due_of(item, cast.hill, "2025-03")
    with on(date(2025, 5, 21)):
        change = item_change(item=item, values={"due_after": 0, "months": [3]}, actor=cast.alice)
        assert standing(due) == {"due", "met"}
        with pytest.raises(NotInForce):  # one change at a time
            item_change(item=item, values={"times": 2}, actor=cast.frank)
        with pytest.raises(OwnDraft):
            items_approve(items=[change], actor=cast.alice)
        items_approve(items=[change], actor=cast.frank)
    due = due_of(change, cast.hill, "2025-03")
    assert due.due_on == date(2025, 3, 31)
    assert [entry.kind for entry in entries_of(due.ref)] == ["post", "post", "void", "void", "post", "post"]
    gone = due_of(change, cast.hill, "2025-04")
    assert (gone.state, standing(gone)) == (DueState.WITHDRAWN, set())
    item.refresh_from_db()
    assert item.state == ItemState.REPLACED
    assert list(flaws()) == []


def test_an_item_taken_out_takes_its_dues_along(cast):
    with on(date(2025, 3, 1)):
        item = approved(cast)
    ticked(date(2025, 5, 20))
    with on(date(2025, 5, 21)):
        end = item_change(item=item, values={}, actor=cast.alice, ends=True)
        items_approve(items=[end], actor=cast.frank)
    assert {due.state for due in end.dues.all()} == {DueState.WITHDRAWN}
    assert not [due for due in end.dues.all() if standing(due)]
    assert PlanItem.objects.filter(state=ItemState.APPROVED).count() == 0
    assert list(flaws()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"measure": "inquiries.received"},
        {"measure": "publicity.posts"},
        {"measure": "exam.candidates"},
        {"measure": "plan.met"},
        {"measure": "accreditation.held"},
        {"measure": "nowhere.known"},
        {"kinds": []},
        {"kinds": ["practice"]},
        {"audience": "units", "units": ["nowhere"]},
        {"audience": "groups", "group_sort": ""},
        {"audience": "persons", "group_sort": "leaders", "measure": "training.batches"},  # not told apart by person
        {"category": "strange"},
        {"rhythm": "days", "days": [{"name": "清明", "day": "4月4日"}]},
        {"rhythm": "once", "first": date(2025, 6, 1), "last": date(2025, 5, 1)},
        {"times": 0},
        {"due_after": 400},
        {"title": " "},
    ],
    ids=str,
)
def test_what_cannot_be_planned(cast, wrong):
    with pytest.raises(BadItem):
        draft(cast, **wrong)


def test_each_verb_leaves_its_audit_row(cast):
    item = draft(cast)
    item_edit(item=item, values={"times": 2}, actor=cast.alice)
    items_approve(items=[item], actor=cast.frank)
    other = draft(cast, code="other")
    item_discard(item=other, actor=cast.alice)
    rows = AuditRow.objects.filter(action__startswith="plan.").order_by("pk").values_list("action", "actor")
    assert list(rows) == [
        ("plan.draft", cast.alice.token),
        ("plan.edit", cast.alice.token),
        ("plan.approve", cast.frank.token),
        ("plan.draft", cast.alice.token),
        ("plan.discard", cast.alice.token),
    ]
