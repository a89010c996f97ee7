"""An officer whose sections leave one out finds no trace of it: not in pages, counts, search, files or lists."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from django.db.models import Q
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.orgs.plant import plant
from tests.records.cast import member, session, verified, visits
from youju.orgs.members import Member, Role, RoleGrant
from youju.records.errors import OwnRecord
from youju.records.heads.attachments import Attachment
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind, kinds
from youju.records.reading import access
from youju.records.reading.access import heads_for, visible_to
from youju.records.verbs.record_verbs import record_submit, record_verify

TITLE = "走访农户"


@pytest.fixture
def otto(cast: SimpleNamespace) -> Member:
    """An officer of one office, for study alone."""
    made = member("otto", plant("office", "office", "宣传科", cast.county), Role.OFFICER)
    RoleGrant.objects.filter(member=made).update(sections=["study"])
    return made


@pytest.fixture
def records(cast: SimpleNamespace, desk: Desk) -> list[Record]:
    """A statistic in each state that the bureau sees, with evidence, and a change asked for."""
    waiting, counted, voided, returned = (visits(cast.bob, cast.hill, number) for number in (3, 4, 5, 6))
    for record in (waiting, counted, voided, returned):
        desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
        record_submit(record=record, actor=cast.bob)
    alice = desk(cast.alice)
    for record in (counted, voided):
        record_verify(record=record, actor=cast.alice)
    alice.post(reverse("record-void", args=[voided.ref]), {"reason": "重复"})
    alice.post(reverse("record-return", args=[returned.ref]), {"reason": "缺照片"})
    form = visits_form(cast.hill.pk, value="6", reason="少记", version=counted.version)
    desk(cast.bob).post(reverse("record-correct", args=[counted.ref]), form)
    desk(cast.bob).post(
        reverse("evidence-attach", args=[counted.ref]), {"link": "https://example.com/", "grade": "stated"}
    )
    return [waiting, counted, voided, returned]


def test_no_page_shows_a_record_of_a_section_left_out(
    cast: SimpleNamespace, desk: Desk, otto: Member, records: list[Record]
):
    client = desk(otto)
    pages = [
        *(reverse(name) for name in ("workbench", "records", "review", "ledger", "check")),
        reverse("record-list", args=["study"]) + f"?text={TITLE}",
        reverse("figure", args=["exam.candidates"]) + "?period=2025",
    ]
    for page in pages:
        text = client.get(page, follow=True).text
        assert TITLE not in text.replace(f'value="{TITLE}"', ""), page
        assert not any(record.ref in text for record in records), page
    checked = client.post(reverse("check"), {"text": "今年高考考生4人。", "period": "2025"}).text
    assert not any(record.ref in checked for record in records)
    assert ">0</strong>" in client.get(reverse("workbench")).text
    assert client.get(reverse("record-list", args=["statistics"])).status_code == 404
    assert reverse("record-list", args=["statistics"]) not in client.get(reverse("records"), follow=True).text


def test_no_address_opens_one(cast: SimpleNamespace, desk: Desk, otto: Member, records: list[Record]):
    for record in records:
        assert desk(otto).get(reverse("record", args=[record.ref])).status_code == 404
    for attachment in Attachment.objects.all():
        assert desk(otto).get(reverse("evidence", args=[attachment.pk])).status_code == 404
    assert heads_for(otto, [record.ref for record in records]) == []


def test_an_offices_officer_reaches_every_school_of_the_county_in_the_sections_given(
    cast: SimpleNamespace, desk: Desk, otto: Member
):
    record = session(cast.bob, cast.hill, [], [])
    record_submit(record=record, actor=cast.bob)
    assert "三月集中学习" in desk(otto).get(reverse("review")).text
    record_verify(record=record, actor=otto)
    record.refresh_from_db()
    assert record.state == "verified"


def test_who_has_another_section_does_not_stand_in_the_way_of_a_one_person_office(cast: SimpleNamespace, otto: Member):
    type(cast.county).objects.filter(pk=cast.county.pk).update(single_post=True)
    cast.county.refresh_from_db()
    people: list[object] = []
    own, study = visits(cast.alice, cast.county), session(cast.alice, cast.county, people, people)  # type: ignore[arg-type]  # a session of the section's own people
    verified(own, cast.alice, cast.alice)
    with pytest.raises(OwnRecord):
        verified(study, cast.alice, cast.alice)


def test_a_liaison_for_one_section_writes_in_no_other(cast: SimpleNamespace, desk: Desk):
    RoleGrant.objects.filter(member=cast.bob).update(sections=["study"])
    assert desk(cast.bob).get(reverse("record-new", args=["statistic"])).status_code == 403
    assert desk(cast.bob).get(reverse("record-new", args=["session"])).status_code == 200


def test_what_a_kind_withholds_is_withheld_from_lists_counts_and_lookups_alike(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, records: list[Record]
):
    """No kind withholds anything yet: this one keeps households visited from whoever is no auditor."""

    def households(reader: Member) -> Q:
        return Q(pk__in=()) if reader.has_role(Role.AUDITOR) else Q(sort="exam.candidates")

    told = tuple(replace(kind, withheld=households) if kind.code == "statistic" else kind for kind in kinds())
    monkeypatch.setattr(access, "kinds", lambda: told)
    refs = [record.ref for record in records]
    for reader, sees in ((cast.alice, 0), (cast.bob, 0), (cast.dora, 4)):
        assert visible_to(reader).count() == sees
        assert visible_to(reader, get_record_kind("statistic").model).count() == sees
        assert len(heads_for(reader, refs)) == sees
