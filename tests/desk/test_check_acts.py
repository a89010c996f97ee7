"""What an officer does with a checked claim: each button brings the text, and gets it back checked again."""

import re
from html import unescape
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.orgs.plant import plant
from tests.records.cast import verified, visits
from youju.claims.memory.remembered import Remembered

HIDDEN = "帮扶对象入户谈心17人。"  # no word of it names what is counted
WRONG = "今年高考考生19人。"


@pytest.fixture
def alice(cast: SimpleNamespace, desk: Desk) -> Client:
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    return desk(cast.alice)


def _sent(client: Client, text: str, **more: str) -> str:
    answer = client.post(reverse("check"), {"text": text, "period": "2025", **more})
    assert answer.status_code == 200
    return answer.text


def _acts(page: str, name: str) -> list[str]:
    return [unescape(value) for value in re.findall(rf'name="act" value="({name}\|[^"]*)"', page)]


def _kept_text(page: str) -> str:
    found = re.search(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
    assert found
    return unescape(found[1])


def test_confirming_is_remembered_and_shown(alice: Client):
    (act,) = _acts(_sent(alice, WRONG), "confirm")
    page = _sent(alice, WRONG, act=act)
    assert Remembered.objects.get().target == "exam.candidates"
    assert "bound by hand: alice" in page
    assert _kept_text(page) == WRONG


@pytest.mark.parametrize("said", ["exam.candidates", "高考 考生", "参加高考人数"])
def test_any_figure_is_found_by_words_of_its_name_or_its_code(alice: Client, said: str):
    page = _sent(alice, HIDDEN, act="seek|1", **{"target-1": said})
    assert _kept_text(page) == HIDDEN
    act = next(act for act in _acts(page, "correct") if act.endswith("|exam.candidates"))
    page = _sent(alice, HIDDEN, act=act)
    assert "mark-supported" in page
    assert "bound by hand" in page


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("", "Type a word of the figure"),
        ("moon", "No figure of this sort is called “moon”"),
        ("走访 月球", "The nearest:"),
        ("reviews.satisfaction", "No figure of this sort"),  # a percentage is the number of nothing
    ],
)
def test_what_is_not_found_is_said_and_nothing_is_kept(alice: Client, said: str, sentence: str):
    page = _sent(alice, HIDDEN, act="seek|1", **{"target-1": said})
    assert sentence in page
    assert _kept_text(page) == HIDDEN
    assert not Remembered.objects.exists()


@pytest.mark.parametrize(
    ("target", "sentence"),
    [("moon", "is no figure of this bureau"), ("reviews.satisfaction", "different sorts of number")],
)
def test_what_cannot_be_bound_is_said(alice: Client, target: str, sentence: str):
    (act,) = _acts(_sent(alice, WRONG), "confirm")
    page = _sent(alice, WRONG, act=f"correct|{act.split('|')[1]}|{target}")
    assert sentence in page
    assert not Remembered.objects.exists()


def test_a_binding_is_taken_back(alice: Client):
    (act,) = _acts(_sent(alice, WRONG), "confirm")
    (back,) = _acts(_sent(alice, WRONG, act=act), "forget")
    page = _sent(alice, WRONG, act=back)
    assert "bound by hand" not in page
    assert not Remembered.objects.standing().exists()


def test_the_ledgers_value_goes_into_the_text(alice: Client):
    text = f"  一、走访\n{WRONG}\n"
    (act,) = _acts(_sent(alice, text), "use")
    page = _sent(alice, text, act=act)
    assert _kept_text(page) == text.replace("19人", "17人")
    assert "mark-supported" in page


@pytest.mark.parametrize("name", ["use", "confirm"])
def test_a_button_for_words_that_are_gone_changes_nothing(alice: Client, name: str):
    (act,) = _acts(_sent(alice, WRONG), name)
    edited = "另有要事：慰问企业3家。"
    page = _sent(alice, edited, act=act)
    assert "The text has changed there" in page
    assert _kept_text(page) == edited
    assert not Remembered.objects.exists()


def test_a_file_becomes_text_that_is_sent_on(alice: Client):
    from tests.desk.paper import paper

    page = alice.post(reverse("check"), {"upload": paper("草稿.txt", WRONG.encode()), "period": "2025"}).text
    assert _kept_text(page) == WRONG
    assert 'value="草稿"' in page


def test_sums_inside_the_text_link_to_both_places(alice: Client):
    page = _sent(alice, "每月集中学习，全年集中学习11次。")
    assert "but the text says 11次" in page
    places = re.search(r'class="sum-places">(.*?)</p>', page, re.DOTALL)
    assert places
    anchors = re.findall(r'href="#([^"]+)"', places[1])
    assert len(anchors) == 2
    assert all(f'id="{anchor}"' in page for anchor in anchors)


@pytest.mark.parametrize("act", ["dance|1", "confirm", "confirm|1", "use|1|2", "forget|1|2"])
def test_what_no_button_asks_is_not_found(alice: Client, act: str):
    assert alice.post(reverse("check"), {"text": WRONG, "period": "2025", "act": act}).status_code == 404


@pytest.mark.parametrize(
    "act", ["use|x|a|b", "use|9999999|19人|1", "forget|x", "forget|99999999999999999", "use|0||1", "seek|0", "seek|x"]
)
def test_what_points_nowhere_is_said(alice: Client, act: str):
    assert "The text has changed there" in _sent(alice, WRONG, act=act)


def test_an_auditor_reads_and_binds_nothing(alice: Client, cast: SimpleNamespace, desk: Desk):
    (act,) = _acts(_sent(alice, WRONG), "confirm")
    dora = desk(cast.dora)
    assert _acts(_sent(dora, WRONG), "confirm") == []
    assert dora.post(reverse("check"), {"text": WRONG, "period": "2025", "act": act}).status_code == 403
    assert not Remembered.objects.exists()


@pytest.mark.parametrize("name", ["charlie", "bob", "eve"])
def test_nobody_else_binds_a_phrase(alice: Client, cast: SimpleNamespace, desk: Desk, name: str):
    (act,) = _acts(_sent(alice, WRONG), "confirm")
    answer = desk(getattr(cast, name)).post(reverse("check"), {"text": WRONG, "period": "2025", "act": act})
    assert answer.status_code == 403
    assert not Remembered.objects.exists()


def test_a_binding_of_another_bureau_is_not_taken_back(alice: Client, cast: SimpleNamespace):

    far = plant(code="far", kind="county", name="远山县教育局", parent=cast.city)
    row = Remembered.objects.create(unit=far, subject="x", word="户", target="x", name="x", by=cast.alice)
    _sent(alice, WRONG, act=f"forget|{row.pk}")
    assert Remembered.objects.standing().get() == row
