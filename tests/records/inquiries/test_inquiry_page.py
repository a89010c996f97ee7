"""What the page of an inquiry offers and shows, beside what its table of moves says."""

from collections.abc import Iterator
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from tests.records.inquiries.desk_of_inquiries import DAY, NOON, answered, assigned, at_desk, moved, taken_in
from youju.lib import clock
from youju.records.case_rights import open_moves
from youju.records.heads.ledgered import Ledgered
from youju.records.inquiries.inquiry.errors import ExtendedAlready
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.page import beside
from youju.records.inquiries.inquiry.waits import waits_long


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


def test_what_waits_too_long_stands_in_red_paused_or_not(office: SimpleNamespace):
    waiting, paused = taken_in(office), moved(assigned(office), "pause", office.alice, told_how="电话")
    done = answered(office)
    for days, word in ((59, ""), (60, "已60天未答复"), (86, "已86天未答复")):
        today = DAY + timedelta(days=days)
        with translation.override("zh-hans"):
            assert [each.red_word(today) for each in (waiting, paused, done)] == [word, word, ""]
        assert set(Inquiry.objects.filter(waits_long(today))) == ({waiting, paused} if word else set())


def test_one_that_was_reopened_waits_anew(office: SimpleNamespace):
    inquiry = answered(office, assigned(office))
    with clock.at(NOON + timedelta(days=90)):
        inquiry = moved(inquiry, "reopen", office.alice)
    assert inquiry.red_word(DAY + timedelta(days=100)) == ""
    assert "60" in inquiry.red_word(DAY + timedelta(days=150))
    assert Inquiry.objects.filter(waits_long(DAY + timedelta(days=150))).exists()


def test_whoever_leads_finds_it_on_the_first_screen(office: SimpleNamespace, client: Client):
    inquiry = taken_in(office, title="校车何时开通")
    with clock.at(NOON + timedelta(days=60)):
        for who, is_told in (("sam", True), ("alice", True), ("bob", False), ("eve", False)):
            client.force_login(getattr(office, who))
            assert ("已60天未答复" in client.get(reverse("workbench")).content.decode()) == is_told, who
        client.force_login(office.sam)
        listed = client.get(f"{reverse('cases-of', args=['inquiry'])}?which=long").content.decode()
    assert inquiry.title in listed
