"""What a verb refuses is said in the form that was sent: nobody writes the same deeds twice on a telephone."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.honours.selection import CALLED, called, moved, staffed
from youju.lib import clock
from youju.records.honours.nomination.models import Nomination

DEEDS = "三年照顾邻居老人，从不声张。"


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(CALLED):
        yield staffed(cast)


def test_a_nomination_beyond_the_quota_keeps_what_was_typed(office: SimpleNamespace, desk: Desk):
    round = moved(called(office, quotas=[{"unit": office.hill, "base": 0, "places": 1}]), "begin", office.alice)
    bob, address = desk(office.bob), reverse("case-new", args=["nomination"])
    form = {"unit": office.hill.pk, "selection": round.pk, "person": office.hillers[0].name, "note": DEEDS}
    assert bob.post(address, form).status_code == 302
    refused = bob.post(address, form | {"person": office.hillers[1].name})
    assert refused.status_code == 409
    assert "may nominate 1" in refused.text and DEEDS in refused.text and office.hillers[1].name in refused.text
    assert Nomination.objects.count() == 1
    page = bob.get(reverse("case", args=[round.ref])).text
    assert "Your unit may nominate 1; 1 are nominated." in page
    assert "Your unit may nominate" not in desk(office.charlie).get(reverse("case", args=[round.ref])).text


def test_a_move_that_is_no_longer_to_be_made_has_a_page_of_its_own(office: SimpleNamespace, desk: Desk):
    round = called(office)
    form = {"version": round.version, "reason": "改期再办"}
    cancel = reverse("case-move", args=[round.ref, "cancel"])
    assert desk(office.alice).post(cancel, form).status_code == 302
    again = desk(office.alice).post(cancel, form)
    assert again.status_code == 409 and 'data-code="no-such-move"' in again.text


def test_what_somebody_wrote_meanwhile_is_said_on_a_page_of_its_own(office: SimpleNamespace, desk: Desk):
    round = moved(called(office), "begin", office.alice)
    form = {"version": round.version - 1, "reason": "改期再办"}
    answer = desk(office.alice).post(reverse("case-move", args=[round.ref, "cancel"]), form)
    assert answer.status_code == 409 and 'data-code="newer-version"' in answer.text
