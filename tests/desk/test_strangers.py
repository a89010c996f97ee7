"""A member of another school: every address that names a record or its evidence, by GET and by POST."""

from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.addresses import url_patterns
from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.records.cast import noted, visits
from youju.ledger import log
from youju.records.heads.attachments import Attachment
from youju.records.heads.record import Record
from youju.records.statistics.statistic.models import Statistic
from youju.records.verbs.record_verbs import record_submit, record_verify

# What an address may be given: these name something of a unit's own …
_OWNED = {"ref", "pk"}
# … and these do not.
_COMMON = {"place", "code", "tag", "section", "year", "action", "name", "number", "ending"}
# Of administrators alone: test_members.py.
_OF_MEMBERS = {"token", "grant"}
_REFUSED = {403, 404}


def owned_routes() -> list[tuple[str, set[str]]]:
    found = [(str(each.name), set(each.pattern.converters)) for each in url_patterns()]
    return [(name, asked) for name, asked in found if asked & _OWNED]


def _record_with_evidence(cast: SimpleNamespace, desk: Desk, state: str) -> tuple[Record, int]:
    record = visits(cast.bob, cast.hill)
    desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    attachment = Attachment.objects.get(record_ref=record.ref)
    if state != "draft":
        record_submit(record=record, actor=cast.bob)
    if state == "verified":
        record_verify(record=record, actor=cast.alice)
    return record, attachment.pk


def _everything() -> tuple[object, ...]:
    return (
        list(Statistic.objects.order_by("pk").values()),
        list(Attachment.objects.order_by("pk").values()),
        noted(),
        log.size(),
    )


def test_every_address_says_what_it_is_given():
    asked = {name for each in url_patterns() for name in each.pattern.converters}
    assert asked <= _OWNED | _COMMON | _OF_MEMBERS


@pytest.mark.parametrize("state", ["draft", "submitted", "verified"])
def test_it_finds_nothing_and_changes_nothing(cast: SimpleNamespace, desk: Desk, state: str):
    record, pk = _record_with_evidence(cast, desk, state)
    before, charlie = _everything(), desk(cast.charlie)
    routes = owned_routes()
    assert len(routes) > 10
    for name, asked in routes:
        known = {"ref": record.ref, "pk": pk, "action": "finish", "ending": "md"}
        given = {key: known.get(key, 1) for key in asked}
        assert _REFUSED & _tried(charlie, reverse(name, kwargs=given), record), name
    assert _everything() == before


def _tried(client: Client, url: str, record: Record) -> set[int]:
    """The answers to GET and POST, none of which may let charlie in; 405 tells nothing."""
    form = {"reason": "x", "decision": "accept", "version": record.version, "ref": record.ref, "title": "x"}
    answers = {client.get(url).status_code, client.post(url, form).status_code}
    assert answers <= _REFUSED | {405}, f"{url}: {answers}"
    return answers


def test_the_review_queue_is_not_for_a_liaison(cast: SimpleNamespace, desk: Desk):
    record, _pk = _record_with_evidence(cast, desk, "submitted")
    before, charlie = _everything(), desk(cast.charlie)
    assert charlie.get(reverse("review")).status_code == 403
    assert charlie.post(reverse("review"), {"ref": record.ref}).status_code == 403
    assert _everything() == before


def test_lists_leave_the_other_school_out(cast: SimpleNamespace, desk: Desk):
    _record_with_evidence(cast, desk, "verified")
    page = desk(cast.charlie).get(reverse("record-list", args=["statistics"]))
    assert page.status_code == 200
    assert "走访农户" not in page.text


def test_a_filter_by_a_foreign_unit_finds_nothing(cast: SimpleNamespace, desk: Desk):
    _record_with_evidence(cast, desk, "verified")
    page = desk(cast.charlie).get(reverse("record-list", args=["statistics"]), {"unit": "hill"})
    assert "走访农户" not in page.text


@pytest.mark.parametrize("unit", ["hill", "yun", "lan", "no-such"])
@pytest.mark.parametrize("route", [("figures",), ("figure", "exam.candidates")])
def test_figures_of_other_units_are_not_found(cast: SimpleNamespace, desk: Desk, route: tuple[str, ...], unit: str):
    url = reverse(route[0], args=route[1:])
    assert desk(cast.charlie).get(url, {"unit": unit}).status_code == 404


@pytest.mark.parametrize("route", [("summary", 2025), ("newest-summary",), ("bindings",)])
def test_the_bureaus_pages_are_the_bureaus(cast: SimpleNamespace, desk: Desk, route: tuple[object, ...]):
    assert desk(cast.charlie).get(reverse(str(route[0]), args=route[1:])).status_code == 403


def test_the_workbench_shows_its_own_alone(cast: SimpleNamespace, desk: Desk):
    _record_with_evidence(cast, desk, "draft")
    page = desk(cast.charlie).get(reverse("workbench"))
    assert page.status_code == 200
    assert "走访农户" not in page.text


def test_a_record_cannot_be_written_for_another_school(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.charlie).post(reverse("record-new", args=["statistic"]), visits_form(cast.hill.pk))
    assert answer.status_code == 422
    assert not Statistic.objects.exists()


def test_the_reference_of_a_foreign_record_is_not_taken_over(cast: SimpleNamespace, desk: Desk):
    record, _pk = _record_with_evidence(cast, desk, "draft")
    form = visits_form(cast.lake.pk, ref=record.ref)
    assert desk(cast.charlie).post(reverse("record-new", args=["statistic"]), form).status_code == 404
    assert Statistic.objects.get().author == cast.bob


@pytest.mark.parametrize("route", [("records",), ("record-list", "study"), ("figures",), ("summary", 2025), ("check",)])
def test_the_administrator_sees_no_records(cast: SimpleNamespace, desk: Desk, route: tuple[object, ...]):
    answer = desk(cast.eve).get(reverse(str(route[0]), args=route[1:]), follow=True)
    assert answer.status_code == 403
