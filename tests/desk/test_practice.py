"""The page 试一试: a button a step, and what it showed."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from youju.bureau.practice import practice_record


def test_it_is_walked_by_its_buttons(cast: SimpleNamespace, desk: Desk):
    client, page = desk(cast.bob), reverse("practice")
    for step in ("write", "hand-in", "return", "mend", "again"):
        assert f'value="{step}"' in client.get(page).text
        client.post(page, {"step": step})
    assert "Somebody else must decide on it." in client.post(page, {"step": "own"}, follow=True).text
    client.post(page, {"step": "verify"})
    assert "<strong>17</strong>" in client.get(page).text
    assert "What stays" in client.post(page, {"step": "void"}, follow=True).text


def test_nobody_meets_the_trial_of_another_in_lists(cast: SimpleNamespace, desk: Desk):
    desk(cast.bob).post(reverse("practice"), {"step": "write"})
    record = practice_record(cast.bob)
    assert record is not None
    for member in (cast.alice, cast.bob, cast.charlie):
        assert record.ref not in desk(member).get(reverse("record-list", args=["statistics"])).text
        assert desk(member).get(reverse("record", args=[record.ref])).status_code == 404


def test_whoever_has_no_role_has_nothing_to_try(cast: SimpleNamespace, desk: Desk):
    cast.bob.grants.all().delete()
    assert desk(cast.bob).get(reverse("practice")).status_code == 403
