"""Guessing is slow whatever is guessed; whoever sits at the own browser is not locked out by strangers."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from youju.lib import clock
from youju.orgs import guessing
from youju.orgs.audit import AuditRow
from youju.orgs.guessing import TooManyGuesses
from youju.orgs.member_verbs import member_add
from youju.orgs.setting_verbs import setting_change
from youju.orgs.wrong_tries import WrongTry

PASSWORD = "a long pass phrase"


def tried(username: str, password: str = "wrong", *, address: str = "10.0.0.1", client: Client | None = None) -> int:
    client = client or Client(headers={"accept-language": "en"})
    form = {"username": username, "password": password}
    return client.post(reverse("login"), form, REMOTE_ADDR=address).status_code


def test_after_some_free_tries_each_wait_is_twice_the_last(cast: SimpleNamespace):
    now = clock.now()
    with clock.at(now):
        assert [tried("bob") for _try in range(6)] == [200] * 5 + [429]
    for wait in (10, 20, 40, 80):
        with clock.at(now + timedelta(seconds=wait - 1)):
            assert tried("bob") == 429
        now += timedelta(seconds=wait)
        with clock.at(now):
            assert tried("bob") == 200
    assert WrongTry.objects.filter(key="account:bob").count() == 9


def test_the_longest_wait_is_the_settings(cast: SimpleNamespace):
    setting_change(name="log_in_pause_minutes", text="1", actor=cast.eve)
    now = clock.now()
    with clock.at(now):
        for _try in range(5):
            tried("bob")
    for _again in range(6):
        now += timedelta(seconds=61)
        with clock.at(now):
            assert tried("bob") == 200


def test_the_right_password_waits_too_and_then_opens(cast: SimpleNamespace):
    now = clock.now()
    with clock.at(now):
        assert [tried("bob") for _try in range(5)][-1] == 200
        assert tried("bob", PASSWORD) == 429
    with clock.at(now + timedelta(seconds=11)):
        assert tried("bob", PASSWORD) == 302


def test_strangers_behind_the_same_address_do_not_lock_a_known_browser_out(cast: SimpleNamespace):
    own = Client(headers={"accept-language": "en"})
    assert tried("bob", PASSWORD, client=own) == 302
    own.post(reverse("logout"))
    for _try in range(30):
        tried("bob")
    assert tried("bob", PASSWORD) == 429
    assert tried("bob", PASSWORD, client=own) == 302


def test_a_known_browser_guesses_no_faster(cast: SimpleNamespace):
    own = Client()
    tried("bob", PASSWORD, client=own)
    own.post(reverse("logout"))
    assert [tried("bob", client=own) for _try in range(6)] == [200] * 5 + [429]


def test_a_forged_cookie_makes_no_browser_known(cast: SimpleNamespace):
    own, other = Client(), Client()
    tried("bob", PASSWORD, client=own)
    other.cookies["device"] = own.cookies["device"].value[:-2] + "xx"
    assert [tried("bob", client=other) for _try in range(6)][-1] == 429
    borrowed = Client()
    borrowed.cookies["device"] = own.cookies["device"].value
    assert [tried("charlie", client=borrowed) for _try in range(6)][-1] == 429, "it is known for bob alone"


def test_many_accounts_from_one_address_are_slowed(cast: SimpleNamespace):
    answers = [tried(f"guessed{number}", f"wrong {number}") for number in range(30)]
    assert answers.count(200) == 20 and answers[-1] == 429
    assert tried("charlie", PASSWORD, address="10.0.0.2") == 302


def test_one_password_over_many_accounts_and_addresses_is_slowed(cast: SimpleNamespace):
    answers = [tried(f"guessed{number}", "Aa123456", address=f"10.0.1.{number}") for number in range(20)]
    assert answers.count(200) == 10 and answers[-1] == 429
    assert tried("bob", PASSWORD, address="10.0.2.1") == 302


def test_no_password_can_be_read_from_what_is_kept(cast: SimpleNamespace):
    tried("bob", "Aa123456")
    mark = WrongTry.objects.get(key__startswith="password:").key.partition(":")[2]
    assert len(mark) == 4


def test_the_owner_is_told_once(cast: SimpleNamespace):
    for _try in range(3):
        tried("bob", address="10.9.9.9")
    own = Client(headers={"accept-language": "en"})
    tried("bob", PASSWORD, client=own)
    page = own.get(reverse("workbench")).text
    assert "3 wrong passwords were tried" in page and "10.9.9.9" in page
    own.post(reverse("logout"))
    tried("bob", PASSWORD, client=own)
    assert "wrong password" not in own.get(reverse("workbench")).text


def test_old_passwords_are_guessed_no_faster(cast: SimpleNamespace):
    own = Client(headers={"accept-language": "en"})
    tried("bob", PASSWORD, client=own)
    new = {"new_password1": "qingshan 2026 xx", "new_password2": "qingshan 2026 xx"}
    for _try in range(5):
        own.post(reverse("password"), new | {"old_password": "wrong"})
    answer = own.post(reverse("password"), new | {"old_password": PASSWORD})
    assert "Too many wrong passwords" in answer.text


def test_each_wrong_try_is_noted_without_what_was_typed(cast: SimpleNamespace):
    tried("bob")
    tried("my secret password")
    rows = AuditRow.objects.filter(action="log-in.failed").order_by("id")
    assert [(row.target, row.actor) for row in rows] == [(cast.bob.token, "nobody"), ("unknown", "nobody")]
    assert "secret" not in " ".join(str(row.detail) for row in rows)


@pytest.mark.parametrize("username", ["frank", "closed"])
def test_an_account_without_a_password_or_closed_opens_to_nothing(cast: SimpleNamespace, username: str):
    made = member_add(username=username, name="方", unit=cast.hill, actor=cast.eve)
    if username == "closed":
        made.set_password(PASSWORD)
        made.is_active = False
        made.save()
    assert tried(username, PASSWORD) == 200


def test_a_server_that_starts_anew_has_not_forgotten_the_guessed_codes(cast: SimpleNamespace):
    """The counts lie in the database; of the address only a keyed hash."""
    for _guess in range(guessing.GUESSES):
        guessing.guess_count("10.0.0.7", "ticket")
    with pytest.raises(TooManyGuesses):
        guessing.refuse_guessing("10.0.0.7", "ticket")
    guessing.refuse_guessing("10.0.0.8", "ticket")
    assert not WrongTry.objects.filter(key__contains="10.0.0.7").exists()
    assert not WrongTry.objects.exclude(address="").exists()
    with clock.at(clock.now() + timedelta(seconds=guessing.SECONDS)):
        guessing.refuse_guessing("10.0.0.7", "ticket")
