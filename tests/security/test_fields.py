"""Whatever is typed into any field of any form: never a fault of ours, and what is wrong is said."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any, NamedTuple

import pytest
from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import paper, visits_form
from tests.records.cast import people, session, verified, visits
from tests.security import hostile
from tests.security.conftest import Undone
from youju.claims.kept.kept_text import KeptText
from youju.records.verbs.record_verbs import record_submit

# The characters that a browser shows as a tag; escaped they are text.
_RAW = ("<script>alert(1)", "<img src=x")

Form = tuple[str, dict[str, list[str | bytes]]]


class Place(NamedTuple):
    """A page with forms, and who sits at it."""

    who: str
    path: str


@pytest.fixture
def places(cast: SimpleNamespace, desk: Desk) -> list[Place]:
    """One page for every form of the desk."""
    roster = people(cast.hill, "王一", "李二")
    draft, study = visits(cast.bob, cast.hill), session(cast.bob, cast.hill, roster, roster)
    waiting, sound, doubtful = (visits(cast.bob, cast.hill, n) for n in (3, 4, 5))
    desk(cast.bob).post(reverse("evidence-attach", args=[draft.ref]), {"uploads": paper(), "grade": "file"})
    record_submit(record=waiting, actor=cast.bob)
    for record in (sound, doubtful):
        verified(record, cast.bob, cast.alice)
    asked = visits_form(cast.hill.pk, value="6", reason="少一户", version=doubtful.version)
    desk(cast.bob).post(reverse("record-correct", args=[doubtful.ref]), asked)
    desk(cast.alice).post(reverse("keep"), {"text": "今年高考考生4人。", "period": "2025", "title": "总结"})
    kept = KeptText.objects.get()
    return [
        Place("", reverse("login")),
        Place("bob", reverse("password")),
        Place("bob", reverse("record-new", args=["statistic"])),
        Place("bob", reverse("record-new", args=["session"])),
        Place("bob", reverse("record", args=[draft.ref])),
        Place("bob", reverse("record-edit", args=[draft.ref])),
        Place("bob", reverse("record-edit", args=[study.ref])),
        Place("bob", reverse("record-amend", args=[sound.ref])),
        Place("bob", reverse("record-correct", args=[sound.ref])),
        Place("alice", reverse("record", args=[waiting.ref])),
        Place("alice", reverse("record", args=[sound.ref])),
        Place("alice", reverse("record", args=[doubtful.ref])),
        Place("alice", reverse("review")),
        Place("alice", reverse("check")),
        Place("alice", reverse("kept-texts")),
        Place("alice", reverse("kept-text", args=[kept.pk])),
    ]


def test_no_field_of_no_form_makes_a_fault(places: list[Place], cast: SimpleNamespace, desk: Desk, undone: Undone):
    tried = 0
    for place in places:
        client = _client(place, cast, desk)
        for action, fields in _forms(client, place.path):
            for name in fields:
                for what, value in hostile.fields().items():
                    with undone():
                        answer = client.post(action, fields | {name: [value]})
                        _judge(answer, f"{place.who} {action} {name}: {what}")
                    tried += 1
    assert tried > 200


def test_every_field_at_once_and_none_at_all(places: list[Place], cast: SimpleNamespace, desk: Desk, undone: Undone):
    for place in places:
        client = _client(place, cast, desk)
        for action, fields in _forms(client, place.path):
            for what, value in hostile.FIELDS.items():
                with undone():
                    _judge(client.post(action, {name: [value] for name in fields}), f"{action} all: {what}")
                    twice = {name: [value, *values] for name, values in fields.items()}
                    _judge(client.post(action, twice), f"{action} twice: {what}")
            with undone():
                _judge(client.post(action), f"{action} nothing")


def _client(place: Place, cast: SimpleNamespace, desk: Desk) -> Client:
    client = desk(getattr(cast, place.who)) if place.who else Client(headers={"accept-language": "en"})
    client.raise_request_exception = False
    return client


def _judge(answer: Any, what: str) -> None:
    assert answer.status_code < 500, what
    if not answer.streaming:
        page = answer.content.decode()
        assert not [raw for raw in _RAW if raw in page], what


def _forms(client: Client, path: str) -> Iterator[Form]:
    """Every form that posts, with its fields as a browser would send them."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    for form in page.find_all("form", method="post"):
        yield str(form.get("action") or path), dict(_fields(form))


def _fields(form: Tag) -> Iterator[tuple[str, list[str | bytes]]]:
    names = {str(each["name"]) for each in form.select("[name]")}
    for name in sorted(names - {"csrfmiddlewaretoken", "uploads", "upload"}):
        yield name, [value for each in form.select(f'[name="{name}"]') for value in _values(each)]


def _values(control: Tag) -> list[str | bytes]:
    if control.name == "textarea":
        return [control.text]
    if control.name == "select":
        chosen = control.select("option[selected]")
        return [str(option.get("value", "")) for option in chosen]
    if control.get("type") in ("checkbox", "radio") and not control.has_attr("checked"):
        return []
    return [str(control.get("value", ""))]
