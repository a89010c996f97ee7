"""Clients that write without pause, and go on with the same act where the server died under it."""

import time
from collections.abc import Callable
from http.client import HTTPException
from queue import Empty, Queue
from threading import Event, Thread
from typing import Any, NamedTuple
from urllib.error import HTTPError, URLError
from urllib.request import HTTPRedirectHandler, Request, build_opener

from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart
from django.urls import reverse

from tests.desk.paper import paper, visits_form
from tests.soak.journal import Journal
from youju.orgs.members import Member
from youju.records.heads.refs import new_ref

DONE, ALREADY = 302, 409
_GONE = 0


class Browser:
    """A member's browser, logged in: the session lies in the database and outlives the server."""

    def __init__(self, site: str, member: Member) -> None:
        client = Client(SERVER_NAME="127.0.0.1")
        client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
        client.get(reverse("password"))
        self._token = client.cookies["csrftoken"].value
        self._cookies = "; ".join(f"{name}={cookie.value}" for name, cookie in client.cookies.items())
        self._site = site

    def post(self, path: str, form: dict[str, Any]) -> int:
        """The answer's status; 0 where the server went away before it had answered."""
        data = encode_multipart(BOUNDARY, form | {"csrfmiddlewaretoken": self._token})
        headers = {"Cookie": self._cookies, "Content-Type": MULTIPART_CONTENT}
        try:
            with build_opener(_Stay).open(Request(self._site + path, data, headers), timeout=60) as answer:
                return int(answer.status)
        except HTTPError as error:
            with error:
                return int(error.code)
        except (URLError, OSError, HTTPException):
            return _GONE


class _Stay(HTTPRedirectHandler):
    def redirect_request(self, *_args: Any, **_kwargs: Any) -> None:
        return None


class Office(NamedTuple):
    """Who writes, who verifies, what waits to be verified, and what the server said it has done."""

    recorder: Browser
    verifier: Browser
    unit: int
    waiting: "Queue[str]"
    journal: Journal


def record_and_hand_in(office: Office, stop: Event) -> None:
    """One new record after another, each with its file."""
    while not stop.is_set():
        ref = new_ref("statistic")
        content = f"走访登记 {ref}".encode()

        def send(ref: str = ref, content: bytes = content) -> int:
            form = visits_form(office.unit, ref=ref, then="submit", uploads=paper(content=content))
            return office.recorder.post(reverse("record-new", args=["statistic"]), form)

        if _until_answered(send, stop) == DONE:
            office.journal.note("submit", ref)
            office.waiting.put(ref)


def verify_what_waits(office: Office, stop: Event) -> None:
    """Whatever was handed in, as soon as it is there."""
    while not stop.is_set():
        try:
            ref = office.waiting.get(timeout=0.2)
        except Empty:
            continue

        def send(ref: str = ref) -> int:
            return office.verifier.post(reverse("record-verify", args=[ref]), {"seen": f"{ref}:1"})

        if _until_answered(send, stop) in (DONE, ALREADY):  # already: the answer got lost with the server
            office.journal.note("verify", ref)


def start(office: Office, writers: int, stop: Event) -> list[Thread]:
    """Half of the threads write, half verify."""
    acts = [record_and_hand_in, verify_what_waits]
    threads = [Thread(target=acts[number % 2], args=(office, stop)) for number in range(writers)]
    for thread in threads:
        thread.start()
    return threads


def _until_answered(send: Callable[[], int], stop: Event) -> int:
    while (status := send()) in (_GONE, 503) and not stop.is_set():
        time.sleep(0.1)
    if status >= 500 and status != 503:
        raise AssertionError(f"the server answered {status}")
    return status
