"""Guidance of study counts at the unit that was seen; what was found there becomes its follow-up."""

from types import SimpleNamespace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.cast import DAY, verified
from youju.indicators.figures import figure
from youju.ledger.reading import live_facts
from youju.lib.periods import Period
from youju.records.followup.models import Followup
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add

FOUND = "学习记录未写明讨论发言"


def seen(cast: SimpleNamespace, **values: Any) -> Record:
    """The bureau saw how the hill school studies."""
    given = {
        "unit": cast.county, "sort": "listening", "seen": cast.hill, "title": "旁听支部学习", "happened": DAY,
        "topic": "三月集中学习", "went": "", "late_reason": "补录",
        "findings": [{"text": FOUND}, {"text": "补学没有安排"}],
    }  # fmt: skip
    record = record_add(kind=get_record_kind("guidance"), values=given | values, actor=cast.frank)
    return verified(record, cast.frank, cast.alice)


@pytest.fixture(autouse=True)
def _frank(cast: SimpleNamespace) -> None:
    from tests.records.cast import member
    from youju.orgs.members import Role

    cast.frank = member("frank", cast.county, Role.OFFICER)


def test_it_counts_at_the_unit_that_was_seen(cast: SimpleNamespace):
    record = seen(cast)
    seen(cast, findings=[])
    seen(cast, seen=cast.lake, findings=[])
    found = live_facts().filter(entry__record_ref=record.ref)
    assert sorted((f.unit, f.measure, f.quantity, f.category) for f in found) == [
        ("hill", "guidance.findings", 2, "listening"),
        ("hill", "guidance.visits", 1, "listening"),
    ]
    codes = ("guidance.visits", "guidance.schools", "guidance.findings")
    assert [figure(cast.county, Period.year(DAY.year), code).value for code in codes] == [3, 2, 2]


def test_a_finding_begins_a_follow_up_of_the_unit_that_was_seen(cast: SimpleNamespace, client: Client):
    record = seen(cast)
    client.force_login(cast.alice)
    assert client.get(reverse("record", args=[record.ref])).text.count("source=" + record.ref) >= 2
    form = client.get(reverse("case-new", args=["followup"]), {"source": record.ref, "about": FOUND}).context["form"]
    assert form.initial == form.initial | {"unit": cast.hill.pk, "title": FOUND, "note": FOUND}
    assert "owner" not in form.initial
    data = {
        "source": record.ref, "unit": cast.hill.pk, "title": FOUND, "note": FOUND, "owner": cast.bob.pk,
        "happened": DAY.isoformat(), "due_on": "2025-03-28",
    }  # fmt: skip
    assert client.post(reverse("case-new", args=["followup"]), data).status_code == 302
    followup = Followup.objects.get()
    assert (followup.unit, followup.section, followup.source_id) == (cast.hill, "study", record.pk)
    client.force_login(cast.bob)
    assert client.get(reverse("case", args=[followup.ref])).status_code == 200
    assert client.get(reverse("record", args=[record.ref])).status_code == 404


def test_a_stranger_finds_nothing(cast: SimpleNamespace, client: Client):
    record = seen(cast)
    client.force_login(cast.charlie)
    assert client.get(reverse("record", args=[record.ref])).status_code == 404
    assert client.get(reverse("case-new", args=["followup"]), {"source": record.ref}).status_code == 404


def test_a_unit_does_not_guide_itself(cast: SimpleNamespace):
    data = {
        "unit": str(cast.hill.pk), "sort": "listening", "seen": "青山小学", "title": "旁听", "late_reason": "补录",
        "happened": DAY.isoformat(), "topic": "", "went": "",
    }  # fmt: skip
    form = get_record_kind("guidance").form(data, actor=cast.bob)
    assert set(form.errors) == {"seen"}
    assert get_record_kind("guidance").form(data | {"seen": "明湖小学"}, actor=cast.bob).is_valid()
