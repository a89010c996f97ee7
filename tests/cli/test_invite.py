from pathlib import Path

import pytest

from tests.records.cast import make_cast
from youju.orgs.actors import CONSOLE
from youju.orgs.member_verbs import member_add
from youju.orgs.role_verbs import role_grant
from youju.orgs.tickets import ticket_of

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def frank():
    hill = make_cast().hill
    frank = member_add(username="frank", name="方舟", unit=hill, actor=CONSOLE)
    role_grant(member=frank, role="liaison", unit=hill, actor=CONSOLE)
    return frank


def test_who_holds_the_role_and_has_not_joined_is_invited_once(youju, frank):
    said = youju("invite", "--role", "liaison", "--site", "https://youju.example")
    unit, name, username, link = said.out.strip().split("\t")
    assert (said.status, unit, name, username) == (0, "青山小学", "方舟", "frank")
    assert ticket_of(link.rpartition("/")[2]).ref == frank.token
    assert youju("invite", "--role", "liaison").status == 1
    assert youju("invite", "--role", "liaison", "--again").status == 0


def test_cards_and_words_are_written(youju, frank, tmp_path: Path):
    cards = tmp_path / "cards.pdf"
    said = youju("invite", "--role", "liaison", "--unit", "hill", "--cards", str(cards), "--group-text")
    assert cards.read_bytes().startswith(b"%PDF")
    assert "方舟" in said.out


def test_an_unknown_unit_is_told_so(youju, frank):
    assert youju("invite", "--role", "liaison", "--unit", "nowhere").status == 2


def test_a_role_that_nobody_holds_yet_is_told_as_such(youju, frank):
    said = youju("invite", "--role", "reviewer", "--lang", "en")
    assert (said.status, "Nobody holds this role there yet" in said.err + said.out) == (1, True)
