"""A bureau's own measures and indicators on the desk: proposed by one, approved by another."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import member
from youju.indicators.catalogue import indicators
from youju.indicators.own_indicators import OwnIndicator
from youju.orgs.members import Role
from youju.records.counting.own_measures import OwnMeasure
from youju.records.kinds import all_measures

ACT = {"then": "act"}
TREES: dict[str, Any] = {
    "zh": "植树", "code": "own.trees", "word": "棵", "form": "quantity", "categories": "pine 松树", "aliases": "栽树",
}  # fmt: skip
PINES: dict[str, Any] = {
    "zh": "松树植树", "code": "own.pines", "shape": "sum", "measure": "own.trees", "category": "pine",
    "scope": "subtree", "counts": "全县学校", "one": "一棵为一", "basis": "已核实的记录", "cutoff": "统计期最后一日",
    "owner": "办公室",
}  # fmt: skip


@pytest.fixture
def frank(cast: SimpleNamespace) -> Any:
    return member("frank", cast.county, Role.OFFICER)


def test_a_measure_is_proposed_by_one_and_approved_by_another(cast: SimpleNamespace, desk: Desk, frank: Any):
    alice = desk(cast.alice)
    assert "somebody else has to approve it" in alice.post(reverse("measure-new"), TREES).text
    assert not OwnMeasure.objects.exists()
    alice.post(reverse("measure-new"), TREES | ACT)
    row = OwnMeasure.objects.get()
    assert "own.trees" not in all_measures()
    refused = alice.post(reverse("measure-approve", args=[row.pk]), ACT)
    assert refused.status_code == 403
    assert desk(frank).post(reverse("measure-approve", args=[row.pk]), ACT).status_code == 302
    assert all_measures()["own.trees"].categories["pine"].zh == "松树"


def test_an_indicator_of_it_stands_among_the_figures(cast: SimpleNamespace, desk: Desk, frank: Any):
    alice, other = desk(cast.alice), desk(frank)
    alice.post(reverse("measure-new"), TREES | ACT)
    other.post(reverse("measure-approve", args=[OwnMeasure.objects.get().pk]), ACT)
    assert alice.post(reverse("indicator-new"), PINES | ACT).status_code == 302
    row = OwnIndicator.objects.get()
    assert "全县学校" in alice.get(reverse("own-indicator", args=[row.pk])).text
    other.post(reverse("indicator-approve", args=[row.pk]), ACT)
    assert indicators()["own.pines"].name.zh == "松树植树"
    page = alice.get(reverse("definitions")).text
    assert "植树" in page
    assert "Waiting for a second person" not in page


def test_what_is_wrong_is_said_in_the_form(cast: SimpleNamespace, desk: Desk):
    alice = desk(cast.alice)
    wrong = alice.post(reverse("measure-new"), TREES | {"code": "trees"})
    assert "begins with “own.”" in wrong.text
    assert alice.post(reverse("measure-new"), TREES | {"categories": "pine"}).status_code == 422
    assert not OwnMeasure.objects.exists()


@pytest.mark.parametrize(("who", "status"), [("bob", 403), ("charlie", 403), ("dora", 200), ("eve", 200)])
def test_the_bureau_reads_and_only_officers_and_administrators_propose(
    cast: SimpleNamespace, desk: Desk, who: str, status: int
):
    client = desk(getattr(cast, who))
    assert client.get(reverse("definitions")).status_code == status
    may = 302 if who == "eve" else 403
    assert client.post(reverse("measure-new"), TREES | ACT).status_code == may
