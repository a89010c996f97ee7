"""The same button pressed by many at once, over the real server and database: done once, and the others are told."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier, Thread
from types import SimpleNamespace
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

import pytest
import waitress
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from django.urls import reverse

from tests.desk.paper import seen, visits_form
from tests.records.cast import make_cast, member, verified, visits
from youju.claims.kept.kept_text import KeptText, Paper, text_keep
from youju.errors import YoujuError
from youju.ledger import log
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member, Role
from youju.records.heads.attachments import Attachment
from youju.records.heads.record import Record
from youju.records.heads.refs import new_ref
from youju.records.reading.drift import drifted
from youju.records.statistics.statistic.models import Statistic
from youju.records.verbs.attach import evidence_attach
from youju.records.verbs.corrections import correction_ask
from youju.records.verbs.record_verbs import (
    record_edit,
    record_return,
    record_submit,
    record_verify,
    record_void,
    records_verify,
)

CLIENTS = 32

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def cast(transactional_db: None) -> SimpleNamespace:
    return make_cast()


def at_once(*acts: Callable[[], Any]) -> list[str]:
    """Do all of it at the same moment; for each "done", or the code of the error it got."""
    gate = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> str:
        try:
            gate.wait()
            act()
        except YoujuError as error:
            return error.code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(acts)) as pool:
        return sorted(pool.map(run, acts))


def again(record: Record) -> Record:
    """The record as another colleague has it open."""
    there: Record = type(record).objects.get(pk=record.pk)
    return there


def submitted(cast: SimpleNamespace, quantity: int = 17) -> Record:
    record = visits(cast.bob, cast.hill, quantity)
    record_submit(record=record, actor=cast.bob)
    return record


def test_of_two_officers_who_verify_at_once_one_is_told(cast: SimpleNamespace):
    frank = member("frank", cast.county, Role.OFFICER)
    record = submitted(cast)
    acts = [partial(record_verify, record=again(record), actor=actor) for actor in [cast.alice, frank] * 4]
    assert at_once(*acts) == ["done"] + ["wrong-state"] * 7
    assert log.size() == 1
    assert list(drifted()) == []


def test_two_batches_in_opposite_order_do_not_wait_for_each_other_for_ever(cast: SimpleNamespace):
    frank = member("frank", cast.county, Role.OFFICER)
    records = [submitted(cast, number) for number in range(1, 9)]
    told = at_once(
        partial(records_verify, records=[again(record) for record in records], actor=cast.alice),
        partial(records_verify, records=[again(record) for record in reversed(records)], actor=frank),
    )
    assert told == ["done", "wrong-state"]
    assert log.size() == 8


def test_verify_return_and_void_at_once_leave_one_story(cast: SimpleNamespace):
    for _round in range(3):
        record = submitted(cast)
        told = at_once(
            partial(record_verify, record=again(record), actor=cast.alice),
            partial(record_return, record=again(record), actor=cast.alice, reason="缺照片"),
            partial(record_void, record=again(record), actor=cast.alice, reason="重复"),
        )
        assert told.count("done") in (1, 2)  # verified and then voided is a story too
    assert list(drifted()) == []
    assert list(log.verify()) == []


def test_evidence_added_while_a_record_is_handed_in_is_committed_to_or_refused(cast: SimpleNamespace):
    for round_ in range(4):
        record = submitted(cast)
        record_return(record=record, actor=cast.alice, reason="缺照片")
        links = [f"https://example.com/{round_}/{number}" for number in range(3)]
        at_once(
            *(
                partial(evidence_attach, record=again(record), actor=cast.bob, link=link, grade="third_party")
                for link in links
            ),
            partial(record_submit, record=again(record), actor=cast.bob),
            partial(record_edit, record=again(record), values={"title": "改过"}, actor=cast.bob, version=1),
        )
        if again(record).state == "submitted":
            record_verify(record=again(record), actor=cast.alice)
    assert list(drifted()) == []


def test_of_amendments_asked_at_once_one_waits_and_evidence_is_added_once(cast: SimpleNamespace):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    data = {name: [str(value)] for name, value in visits_form(cast.hill.pk).items()}
    amend = partial(correction_ask, actor=cast.bob, version=record.version, reason="标题", sort="amendment")
    attach = partial(evidence_attach, actor=cast.bob, link="https://example.com/", grade="third_party")
    told = at_once(
        *(partial(amend, record=again(record), data=data | {"title": [f"标题{number}"]}) for number in range(4)),
        *(partial(attach, record=again(record)) for _number in range(4)),
    )
    assert told == ["correction-waiting"] * 3 + ["done"] * 5
    assert Attachment.objects.count() == 1
    assert list(drifted()) == []
    assert list(log.verify()) == []


@pytest.fixture
def site(cast: SimpleNamespace) -> Iterator[str]:
    """The address of the site as it is served at an office: by the same server, with as many threads."""
    server = waitress.create_server(get_wsgi_application(), host="127.0.0.1", port=0, threads=8)
    runner = Thread(target=server.run)
    runner.start()
    yield f"http://127.0.0.1:{server.effective_port}"
    server.task_dispatcher.shutdown()
    server.close()
    runner.join()


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


def press(site: str, who: Member, path: str, form: dict[str, Any], times: int = CLIENTS) -> list[tuple[int, str]]:
    """The same form from as many windows of one browser: each answer's status and where it leads."""
    client = Client()
    client.force_login(who, backend="django.contrib.auth.backends.ModelBackend")
    client.get(reverse("workbench"))
    cookies = "; ".join(f"{name}={value.value}" for name, value in client.cookies.items())
    token = client.get(reverse("password")).context["csrf_token"]
    data = urlencode(form | {"csrfmiddlewaretoken": str(token)}, doseq=True).encode()
    headers = {"Cookie": f"{cookies}; csrftoken={client.cookies['csrftoken'].value}", "Referer": site + path}
    gate = Barrier(times)

    def once(_place: int) -> tuple[int, str]:
        gate.wait()
        try:
            with build_opener(_Stay).open(Request(site + path, data, headers), timeout=60) as answer:
                return int(answer.status), ""
        except HTTPError as error:
            with error:
                return int(error.code), error.headers.get("Location", "")

    with ThreadPoolExecutor(times) as pool:
        return sorted(pool.map(once, range(times)))


def test_a_form_sent_by_an_impatient_hand_is_one_record(cast: SimpleNamespace, site: str):
    form = visits_form(cast.hill.pk, ref=new_ref("statistic"), then="submit")
    page = reverse("record", args=[form["ref"]])
    assert set(press(site, cast.bob, "/records/statistic/new", form)) == {(302, page)}
    assert [record.state for record in Statistic.objects.all()] == ["submitted"]


def test_a_record_verified_in_many_windows_is_posted_once(cast: SimpleNamespace, site: str):
    record = submitted(cast)
    answers = press(site, cast.alice, reverse("record-verify", args=[record.ref]), seen(record))
    assert [status for status, _where in answers] == [302] + [409] * (CLIENTS - 1)
    assert log.size() == 1


def test_evidence_sent_in_many_windows_is_there_once(cast: SimpleNamespace, site: str):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    form = {"link": "https://example.com/news", "grade": "third_party"}
    answers = press(site, cast.bob, reverse("evidence-attach", args=[record.ref]), form)
    assert {status for status, _where in answers} == {302}
    assert (Attachment.objects.count(), log.size()) == (1, 2)
    assert list(drifted()) == []


def test_a_text_kept_in_many_windows_is_kept_once(cast: SimpleNamespace, site: str):
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    form = {"text": "今年高考考生17人。", "period": "2025", "title": "年度总结", "keep": "new"}
    answers = press(site, cast.alice, reverse("keep"), form, times=48)
    assert set(answers) == {(302, reverse("kept-text", args=[KeptText.objects.get().pk]))}
    assert AuditRow.objects.filter(action="text.keep").count() == 1


def test_the_next_draft_kept_in_many_windows_takes_its_place_once(cast: SimpleNamespace, site: str):
    bureau, first = cast.county, Paper("年度总结", "今年高考考生17人。", "2025", "")
    kept = text_keep(unit=bureau, paper=first, found=[], actor=cast.alice)
    form = {
        "text": "今年高考考生18人。",
        "period": "2025",
        "title": "年度总结",
        "keep": "again",
        "kept": f"{kept.pk}:1",
    }
    answers = press(site, cast.alice, reverse("keep"), form)
    assert set(answers) == {(302, reverse("kept-text", args=[kept.pk]))}
    kept.refresh_from_db()
    assert (kept.version, kept.text) == (2, form["text"])
