"""Who asked: opened with a reason, erased only once that was asked again."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.inquiries.desk_of_inquiries import taken_in
from youju.orgs.audit import AuditRow
from youju.records.inquiries.inquiry.askers import Asker


def test_it_is_shown_with_a_reason_and_never_without(cast: SimpleNamespace, desk: Desk) -> None:
    alice, address = desk(cast.alice), reverse("inquiry-asker", args=[taken_in(cast).ref])
    assert "13800001234" not in alice.get(address).text
    assert alice.post(address, {"reason": ""}).status_code == 422
    assert "13800001234" in alice.post(address, {"reason": "回访"}).text
    assert AuditRow.objects.filter(action="asker.open", actor=cast.alice.token).count() == 1


def test_one_press_erases_nothing(cast: SimpleNamespace, desk: Desk) -> None:
    inquiry = taken_in(cast)
    alice, address = desk(cast.alice), reverse("inquiry-asker", args=[inquiry.ref])
    asked = alice.post(address, {"reason": "本人要求删除", "erase": "1"}).text
    assert "本人要求删除" in asked and "13800001234" not in asked
    assert Asker.objects.count() == 1
    done = alice.post(address, {"reason": "本人要求删除", "erase": "sure"})
    assert (done.status_code, done["Location"]) == (302, reverse("case", args=[inquiry.ref]))
    assert not Asker.objects.exists()
