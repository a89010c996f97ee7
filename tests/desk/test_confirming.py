"""领导确认 on the desk: one tap on a phone, and a mark at the entry and beside claims."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.test_confirmations import alone, sam  # noqa: F401  # fixtures
from youju.orgs.members import Member
from youju.records.heads.record import Record


def test_one_button_confirms_all_that_is_ticked(
    cast: SimpleNamespace,
    desk: Desk,
    sam: Member,  # noqa: F811  # the fixture
    alone: list[Record],  # noqa: F811  # the fixture
):
    client = desk(sam)
    assert reverse("confirm") in client.get(reverse("workbench")).text
    page = client.get(reverse("confirm"))
    assert page.text.count('name="seq"') == 2
    seqs = [row.seq for row in page.context["rows"]]
    assert "2 entries are confirmed." in client.post(reverse("confirm"), {"seq": seqs}, follow=True).text
    assert "confirmed by a leader" in desk(cast.alice).get(reverse("record", args=[alone[0].ref])).text
    sent = {"text": "2025年全县高考考生7人。", "period": "2025", "title": "总结"}
    assert "confirmed by a leader: 2" in desk(cast.alice).post(reverse("check"), sent).text


def test_nothing_ticked_confirms_nothing(desk: Desk, sam: Member, alone: list[Record]):  # noqa: F811  # the fixtures
    for sent in ({}, {"seq": "9" * 30}, {"seq": "1" * 5000}, {"seq": "x"}):
        answer = desk(sam).post(reverse("confirm"), sent, follow=True)
        assert "Nothing was ticked" in answer.text


def test_nobody_else_opens_it(cast: SimpleNamespace, desk: Desk):
    for member in (cast.alice, cast.bob, cast.dora, cast.eve):
        assert desk(member).get(reverse("confirm")).status_code == 403
