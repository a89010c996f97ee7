"""What is too long is told and stands there whole, to be shortened: nothing that somebody typed is cut off."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import seen
from tests.records.cast import visits
from youju.orgs.errors import TooLong
from youju.orgs.reasons import given_reason, in_full
from youju.records.heads.states import State
from youju.records.verbs.postings import fresh
from youju.records.verbs.record_verbs import record_submit

LONG = "请写明地点。" * 80


def _form(page: str) -> Tag:
    form = BeautifulSoup(page, "html.parser").select_one("main form[action]")
    assert form is not None
    return form


def _sent_again(client: Client, page: str, **shortened: str) -> int:
    """Send the form of the page again as it stands there, but for what was shortened."""
    form = _form(page)
    values = {str(field["name"]): str(field["value"]) for field in form.select("input[type=hidden]")}
    return client.post(str(form["action"]), values | shortened).status_code


def test_a_reason_that_is_too_long_stands_there_whole_and_is_sent_again_shortened(cast: SimpleNamespace, desk: Desk):
    there, alice = visits(cast.bob, cast.hill), desk(cast.alice)
    record_submit(record=there, actor=cast.bob)
    answer = alice.post(
        reverse("record-return", args=[there.ref]), {"reason": LONG, "back": "review"} | seen(fresh(there))
    )
    assert answer.status_code == 422 and "At most 400 characters fit here, and what you wrote has 480." in answer.text
    box = _form(answer.text).select_one("textarea[name=reason]")
    assert box is not None and box.text.strip() == LONG
    assert fresh(there).state == State.SUBMITTED
    assert _sent_again(alice, answer.text, reason="请写明地点。") == 302
    assert fresh(there).state == State.RETURNED


def test_a_page_that_asks_in_parts_keeps_its_form_and_gets_a_note(cast: SimpleNamespace, desk: Desk):
    there = visits(cast.bob, cast.hill)
    record_submit(record=there, actor=cast.bob)
    address, part = reverse("record-return", args=[there.ref]), {"HX-Request": "true"}
    answer = desk(cast.alice).post(address, {"reason": LONG} | seen(fresh(there)), headers=part)
    assert answer.status_code == 422 and answer["HX-Retarget"] == "#messages" and "<form" not in answer.text


@pytest.mark.parametrize("name", ["password", "proof", "code"])
def test_nothing_secret_is_shown_again(cast: SimpleNamespace, desk: Desk, name: str):
    there = visits(cast.bob, cast.hill)
    record_submit(record=there, actor=cast.bob)
    values = {"reason": LONG, name: "geheim-17"} | seen(fresh(there))
    answer = desk(cast.alice).post(reverse("record-return", args=[there.ref]), values)
    assert answer.status_code == 422 and "geheim-17" not in answer.text


def test_up_to_the_limit_it_is_kept_as_it_was_typed():
    assert in_full("字" * 400, 400) == given_reason("字" * 400) == "字" * 400
    with pytest.raises(TooLong) as refused:
        given_reason("字" * 401)
    assert (refused.value.most, refused.value.details["has"]) == (400, 401)
