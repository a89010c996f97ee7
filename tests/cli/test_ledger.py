import json

import pytest
from django.db import transaction

from tests.records.cast import make_cast, verified, visits
from youju.ledger import log, triggers
from youju.ledger.facts import FactLine, Posting
from youju.ledger.reading import Fact
from youju.lib.clock import today

pytestmark = pytest.mark.django_db(transaction=True)


def _post(ref: str) -> None:
    line = FactLine(unit="c1", day=today(), measure="study.sessions", quantity=1)
    posting = Posting(ref=ref, milestone="verified", unit="c1", actor="a1", facts=(line,), commitment=bytes(32))
    with transaction.atomic():
        log.post(posting)


def test_verify_finds_a_sound_log_sound(youju):
    cast = make_cast()
    verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    said = youju("ledger", "verify", "--json")
    assert (said.status, json.loads(said.out)) == (0, [])


def test_verify_names_an_entry_that_speaks_of_no_record(youju):
    _post("study-1")
    said = youju("ledger", "verify", "--json")
    assert said.status == 1
    assert {finding["place"] for finding in json.loads(said.out)} == {"study-1"}


def test_verify_names_the_damaged_entry(youju):
    _post("study-1")
    triggers.remove()
    Fact.objects.update(quantity=2)
    said = youju("ledger", "verify", "--lang", "en")
    assert said.status == 1
    assert "entry 0" in said.out


def test_prove_gives_the_entry_and_a_signed_checkpoint(youju):
    _post("study-1")
    said = youju("ledger", "prove", "study-1")
    assert said.status == 0
    assert json.loads(said.out)["entry"]["record_ref"] == "study-1"


def test_prove_of_a_record_the_ledger_does_not_know_is_bad_input(youju):
    said = youju("ledger", "prove", "study-9")
    assert (said.status, said.out) == (2, "")
    assert said.err
