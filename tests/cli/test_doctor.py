import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings

from tests.records.cast import make_cast
from youju.config.secret import secret_key
from youju.ledger import triggers
from youju.lib import clock

pytestmark = pytest.mark.django_db(transaction=True)


def _found(said) -> set[str]:
    return {each["check"] for each in json.loads(said.out)}


def test_it_says_which_triggers_are_missing(youju):
    triggers.remove()
    said = youju("doctor", "--json")
    assert said.status == 1
    assert "triggers" in _found(said)


def test_it_says_what_others_can_read(youju, monkeypatch):
    monkeypatch.setattr("youju.lib.modes.close", lambda home: None)  # as where the files are another account's
    home, key = Path(settings.HOME), Path(settings.HOME) / "secret-key"
    secret_key(home)
    home.chmod(0o755)
    key.chmod(0o644)
    try:
        found = json.loads(youju("doctor", "--json").out)
    finally:
        key.chmod(0o600)
        home.chmod(0o700)
    assert str(home) in " ".join(each["sentence"] for each in found if each["check"] == "permissions")


def test_it_says_that_the_clock_went_back(youju):
    from youju.orgs.audit import AuditRow

    AuditRow.objects.create(at=clock.now() + timedelta(days=1), actor="a1", action="x", target="y")
    assert "clock" in _found(youju("doctor", "--json"))


def test_it_says_that_visitors_come_without_https(youju, settings):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "youju.example"]
    assert "exposure" in _found(youju("doctor", "--json"))


def test_it_says_whether_a_bureau_is_ready_to_begin(youju):
    make_cast()
    said = youju("doctor", "--live", "--json")
    found = {each["check"]: each for each in json.loads(said.out)}
    assert said.status == 1
    assert found["deciders"]["must"] and found["deciders"]["sentences"]
    assert "✗" in youju("doctor", "--live").out
    assert youju("live").status == 2
