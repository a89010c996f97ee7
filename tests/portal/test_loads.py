"""Floods and guessing: small here, as large as is promised with YOUJU_SOAK=1, which prints what was run.

10,000 spam posts and 200 parents behind one address; 1,000,000 guesses at the codes of inquiries.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter
from types import SimpleNamespace

import pytest
import time_machine
from django.test import Client, RequestFactory
from django.urls import reverse

from tests.portal.test_asking import TEXT, sent
from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.codes import code_digest
from youju.lib.refs import ALPHABET
from youju.orgs import guessing
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change
from youju.orgs.tickets import Purpose, Ticket
from youju.portal.asking.ask_form import AskForm
from youju.portal.open_form import count_sent, form_token
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.published import published_answers
from youju.records.verbs.asker_verbs import LETTERS, inquiry_ask

_SOAK = bool(os.environ.get("YOUJU_SOAK"))
_SPAM, _PARENTS = (10_000, 200) if _SOAK else (24, 4)
_GUESSES, _TIMED, _BATCH = (1_000_000, 400, 500) if _SOAK else (5_000, 5, 500)
_OF_ONE, _OF_ALL = (guessing.GUESSES, guessing.GUESSES_OF_ALL) if _SOAK else (10, 25)


@pytest.fixture(autouse=True)
def one_moment() -> Iterator[None]:
    """Counts by address end after ten minutes; however slow the machine is, all of it happens within them."""
    with time_machine.travel(datetime.now(UTC), tick=False):
        yield


def test_spam_reaches_nobody_and_every_parent_is_heard(office: SimpleNamespace, reader: Client):
    """Whoever posts like a machine, and parents who write meanwhile, all behind one address.

    As a soak the steps of the view are taken one by one, and nothing is drawn: the form, what keeps machines out, the
    count by address, the verb.
    """
    random, told = Random(7), Counter[tuple[str, int]]()
    replayed = _handed_out()
    kinds = ("filled", "at once", "links", "forged", "replayed", "in haste")
    posts = [kinds[at % len(kinds)] for at in range(_SPAM)] + ["parent"] * _PARENTS
    random.shuffle(posts)
    for number, kind in enumerate(posts):
        values, seconds = _post(kind, number, replayed)
        with clock.at(clock.now() + timedelta(seconds=seconds)):
            status = _stepwise(values) if _SOAK else reader.post(reverse("site-ask"), values).status_code
        told[kind, status] += 1
    print(f"{_SPAM:,} spam posts and {_PARENTS} parents behind one address: {dict(sorted(told.items()))}")
    assert told["parent", 200] == _PARENTS
    assert not any(status == 200 for (kind, status) in told if kind in ("filled", "at once", "links", "forged"))
    assert told["replayed", 200] <= 1  # a form that was handed out once makes one inquiry
    assert told["in haste", 200] <= 400
    assert not published_answers().exists()
    assert not any(TEXT in reader.get(address).text for address in ("/site/", "/site/answers/", "/site/search/?q=堵车"))


def test_one_form_sent_for_ever_takes_nobodys_place(office: SimpleNamespace, reader: Client):
    setting_change(name="ask_per_address", text="20", actor=CONSOLE)
    replayed = _handed_out() | {"send": "1", "homepage": ""}
    with clock.at(clock.now() + timedelta(seconds=60)):
        told = [
            reader.post(reverse("site-ask"), replayed | {"text": f"{TEXT}第{number}次。"}).status_code
            for number in range(30)
        ]
    values, seconds = _post("parent", 1, replayed)
    with clock.at(clock.now() + timedelta(seconds=seconds)):
        assert reader.post(reverse("site-ask"), values).status_code == 200
    assert told.count(200) == 1 and told[-1] == 429


def _handed_out() -> dict[str, str]:
    """The form as it is shown, without drawing it."""
    return {"token": form_token(), "sort": "question"}


def _post(kind: str, number: int, replayed: dict[str, str]) -> tuple[dict[str, str], int]:
    """What is sent, and so many seconds after the form was shown."""
    text = f"{TEXT}第{number}次。"
    form = {"forged": {"token": "made:up:token", "sort": "question"}, "replayed": replayed}.get(kind) or _handed_out()
    more = {
        "filled": {"homepage": "http://spam.example"},
        "links": {"text": f"{text} http://a.example http://b.example www.c.example"},
    }.get(kind, {})
    seconds = {"at once": 1, "in haste": 5, "parent": 90}.get(kind, 60)
    return form | {"text": text, "send": "1", "homepage": ""} | more, seconds


def _stepwise(values: dict[str, str]) -> int:
    """The steps of ``ask_page.ask``, and the status that it would answer with."""
    request = RequestFactory().post(reverse("site-ask"), values)
    form = AskForm.sent(request)
    if form.shown is not None and not form.is_valid():
        return 422
    try:
        form.refuse_machines()
        count_sent(request, form)
        inquiry_ask(ref=form.shown.ref if form.shown else "", files=[], **form.values())
    except YoujuError as error:
        return error.status
    return 200


def test_guessing_a_code_finds_nothing(office: SimpleNamespace, reader: Client):
    """The digests of so many random codes, asked of the table as the verb does, beside codes that hold."""
    for _each in range(3):
        sent(reader)
    random, hits = Random(11), 0
    for _batch in range(_GUESSES // _BATCH):
        digests = [code_digest("".join(random.choices(ALPHABET, k=LETTERS))) for _each in range(_BATCH)]
        hits += Ticket.objects.filter(digest__in=digests).count()
    print(f"{_GUESSES:,} guesses asked of the table: {hits} hits; there are {len(ALPHABET) ** LETTERS:.1e} codes")
    assert hits == 0
    assert Ticket.objects.filter(purpose=Purpose.ASKER).count() == 3


def test_guesses_by_the_page_are_held_off_from_one_address_and_from_many(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(guessing, "GUESSES", _OF_ONE)
    monkeypatch.setattr(guessing, "GUESSES_OF_ALL", _OF_ALL)
    inquiry, code = sent(reader)
    tried = Counter(_guess(reader, number, "10.0.0.1") for number in range(_OF_ONE + 20))
    spread = Counter(_guess(reader, number, f"10.1.{number // 250}.{number % 250}") for number in range(_OF_ALL))
    again = Counter(_guess(reader, number, "10.2.0.1") for number in range(5))
    print(f"guesses by the page: from one address {tried}, from {_OF_ALL} others {spread}, then from one {again}")
    assert tried == {422: _OF_ONE, 429: 20}
    assert again == {422: 1, 429: 4}
    assert inquiry.number in reader.post(reverse("site-asked"), {"code": code}, REMOTE_ADDR="10.3.0.1").text


def test_all_addresses_of_one_line_are_one_guesser(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    """Who has an IPv6 line has 2^64 addresses of it."""
    monkeypatch.setattr(guessing, "GUESSES", 5)
    tried = [_guess(reader, number, f"2001:db8:1:2:{number:x}::{number:x}") for number in range(1, 8)]
    assert tried == [422] * 5 + [429] * 2
    assert _guess(reader, 9, "2001:db8:1:3::1") == 422
    assert [_guess(reader, number, address) for number, address in enumerate(["10.0.0.1", "::ffff:10.0.0.1"] * 3)] == [
        422
    ] * 5 + [429]


def _guess(reader: Client, number: int, address: str) -> int:
    return int(reader.post(reverse("site-asked"), {"code": f"{number:012d}"}, REMOTE_ADDR=address).status_code)


def test_a_wrong_code_an_ended_one_and_one_of_another_sort_cannot_be_told_apart(
    office: SimpleNamespace, reader: Client, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(guessing, "GUESSES", 10**9)
    monkeypatch.setattr(guessing, "GUESSES_OF_ALL", 10**9)
    inquiry, ended = sent(reader)
    Ticket.objects.filter(ref=inquiry.ref).update(expires=clock.now() - timedelta(days=1))
    _other, foreign = sent(reader)
    Ticket.objects.filter(digest=code_digest(foreign)).update(purpose=Purpose.REDEEM)
    taken: dict[str, list[float]] = {"wrong": [], "ended": [], "foreign": []}
    said: set[tuple[int, str]] = set()
    for _time in range(_TIMED):
        for kind, code in (("wrong", "abcdabcdabcd"), ("ended", ended), ("foreign", foreign)):
            began = perf_counter()
            answer = reader.post(reverse("site-asked"), {"code": code})
            taken[kind].append(perf_counter() - began)
            said.add((answer.status_code, re.sub(r'value="[^"]*"', "", answer.text)))
    middle = {kind: 1000 * median(times) for kind, times in taken.items()}
    print(f"{_TIMED} answers each, median in ms: " + ", ".join(f"{kind} {ms:.2f}" for kind, ms in middle.items()))
    assert len(said) == 1
    if _SOAK:  # a few answers tell nothing of a time
        assert max(middle.values()) < 1.25 * min(middle.values())
    assert Inquiry.objects.count() == 2
