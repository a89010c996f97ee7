"""代报 on the desk: the school's workbench shows what was typed for it, and one tap hands it in."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import seen
from tests.records.cast import visits
from youju.records.heads.record import Record
from youju.records.verbs.record_verbs import record_submit


@pytest.fixture
def filed(cast: SimpleNamespace) -> Record:
    record = visits(cast.alice, cast.hill)
    record_submit(record=record, actor=cast.alice)
    return record


def test_one_tap_on_the_workbench_hands_it_in(cast: SimpleNamespace, desk: Desk, filed: Record):
    page = desk(cast.bob).get(reverse("workbench")).text
    assert reverse("record-confirm", args=[filed.ref]) in page
    answer = desk(cast.bob).post(
        reverse("record-confirm", args=[filed.ref]), {**seen(filed), "back": "workbench"}, follow=True
    )
    assert answer.redirect_chain[-1][0] == reverse("workbench")
    filed.refresh_from_db()
    assert (filed.state, filed.author) == ("submitted", cast.bob)
    assert reverse("record-confirm", args=[filed.ref]) not in desk(cast.bob).get(reverse("workbench")).text


def test_the_page_says_whom_it_waits_for_and_has_words_for_the_group(cast: SimpleNamespace, desk: Desk, filed: Record):
    page = desk(cast.alice).get(reverse("record", args=[filed.ref])).text
    assert "filed for the unit, to confirm" in page
    assert f"For the liaison of 青山小学: “{filed.title}”" in page
    assert reverse("record", args=[filed.ref]) in page


def test_it_is_not_in_the_bureaus_queue_and_a_stranger_finds_no_trace(cast: SimpleNamespace, desk: Desk, filed: Record):
    assert filed.title not in desk(cast.alice).get(reverse("review")).text
    assert filed.title not in desk(cast.charlie).get(reverse("workbench")).text
    assert desk(cast.charlie).post(reverse("record-confirm", args=[filed.ref]), seen(filed)).status_code == 404


def test_it_bears_its_mark_after_it_was_confirmed(cast: SimpleNamespace, desk: Desk, filed: Record):
    desk(cast.bob).post(reverse("record-confirm", args=[filed.ref]), seen(filed))
    assert "filed for the unit</span>" in desk(cast.alice).get(reverse("record", args=[filed.ref])).text
