"""On a phone the filters of a list are folded behind one button, which says how many are set."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk

LIST = reverse("record-list", args=["volunteering"])


def test_the_button_says_how_many_filters_are_set(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(LIST, {"year": "2025", "text": "看望", "kind": "visit", "order": "day"}).text
    assert '<span id="filters-set">Filter (2)</span>' in page
    assert '<span id="filters-set">Filter</span>' in desk(cast.bob).get(LIST).text


def test_the_queue_has_the_same_button(cast: SimpleNamespace, desk: Desk):
    assert '<span id="filters-set">Filter (1)</span>' in desk(cast.alice).get(reverse("review"), {"mark": "late"}).text


def test_filters_that_are_wrong_stand_open(cast: SimpleNamespace, desk: Desk):
    page = desk(cast.bob).get(LIST, {"month": "5月"}).text
    assert 'id="filters-fold" autocomplete="off" checked' in page
