"""What the page of an inquiry offers and shows, beside what its table of moves says."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from tests.records.inquiries.desk_of_inquiries import NOON, answered, assigned, at_desk, moved, taken_in
from youju.lib import clock
from youju.records.case_rights import open_moves
from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.inquiry.errors import ExtendedAlready
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.page import beside


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def test_what_is_done_once_only_is_not_offered_again(office: SimpleNamespace):
    inquiry = assigned(office)
    assert "extend" in open_moves(office.olga, inquiry)
    inquiry = moved(inquiry, "extend", office.olga, extra=2)
    assert "extend" not in open_moves(office.olga, inquiry)
    with pytest.raises(ExtendedAlready):
        moved(inquiry, "extend", office.olga, extra=2)
    inquiry = moved(moved(answered(office, inquiry), "settle", office.alice), "reopen", office.alice)
    assert "reopen" not in open_moves(office.alice, answered(office, inquiry))


def test_a_review_is_offered_where_the_rule_has_one(office: SimpleNamespace):
    letter, call = (answered(office, assigned(office, channel=channel)) for channel in ("letter", "phone"))
    assert "ask-review" in open_moves(office.alice, letter)
    assert "ask-review" not in open_moves(office.alice, call)


def test_what_somebody_else_answers_has_no_clock_here(office: SimpleNamespace):
    def clocks(inquiry: Inquiry) -> int:
        return len(beside(inquiry, Ledgered.objects.all(), {})["clocks"])

    first, second = taken_in(office), taken_in(office)
    assert clocks(second) == 1
    merged = moved(second, "merge", office.alice, merged_into=first)
    assert (clocks(merged), clocks(first)) == (0, 1)
    assert clocks(moved(first, "decline", office.alice, passed_to="交通局")) == 0
