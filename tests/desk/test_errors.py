"""Errors become pages: the error's own sentence, a busy database, a fault with its number."""

import logging
from types import SimpleNamespace

import pytest
from django.db import OperationalError
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.desk.workbench import workbench_page


def test_a_fault_is_logged_and_shown_as_a_number(
    cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(workbench_page, "chosen_year", _raises(RuntimeError("secret inside")))
    with caplog.at_level(logging.ERROR):
        answer = desk(cast.alice).get(reverse("workbench"))
    assert answer.status_code == 500
    assert "secret inside" not in answer.text
    number = caplog.records[0].getMessage().split(":")[0]
    assert number in answer.text


def test_a_busy_database_is_said_to_be_busy(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(workbench_page, "chosen_year", _raises(OperationalError("database is locked")))
    answer = desk(cast.alice).get(reverse("workbench"))
    assert answer.status_code == 503
    assert "Nothing was saved." in answer.text


def test_htmx_gets_a_note_for_the_messages(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).get("/records/no-such/", headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"]) == (404, "#messages")
    assert "<html" not in answer.text


def test_a_page_that_is_not_there_says_so(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.alice).get("/no/such/page")
    assert answer.status_code == 404
    assert "There is nothing here" in answer.text


def _raises(error: Exception):
    def fail(*_args: object) -> None:
        raise error

    return fail
