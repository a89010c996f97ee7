"""A database that does not answer: 503, when to try again, and a sentence."""

from types import SimpleNamespace

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.desk.unavailable import is_away
from youju.desk.workbench import workbench_page

GONE = OperationalError("connection failed: Connection refused")


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch) -> None:
    """The rules are PostgreSQL's, whatever the tests run on."""
    monkeypatch.setattr(connection, "vendor", "postgresql")


def _raises(error: Exception):
    def fail(*_args: object, **_named: object) -> None:
        raise error

    return fail


def test_it_says_so_in_a_view(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, away: None):
    reader = desk(cast.alice)
    monkeypatch.setattr(workbench_page, "chosen_year", _raises(GONE))
    answer = reader.get(reverse("workbench"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")
    assert "数据库暂时没有响应" in answer.text and "Connection refused" not in answer.text


def test_htmx_gets_a_note(cast: SimpleNamespace, desk: Desk, monkeypatch: pytest.MonkeyPatch, away: None):
    reader = desk(cast.alice)
    monkeypatch.setattr(workbench_page, "chosen_year", _raises(GONE))
    answer = reader.get(reverse("workbench"), headers={"HX-Request": "true"})
    assert (answer.status_code, answer["HX-Retarget"]) == (503, "#messages")
    assert "<html" not in answer.text


@pytest.mark.parametrize("error", [GONE, OperationalError("database is locked")])
def test_it_says_so_where_not_even_the_reader_is_known(
    cast: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, away: None, error: Exception
):
    client = Client(raise_request_exception=False)
    client.force_login(cast.alice)
    monkeypatch.setattr("django.contrib.auth.middleware.get_user", _raises(error))
    answer = client.get(reverse("workbench"))
    assert (answer.status_code, answer["Retry-After"]) == (503, "10")


def test_a_missing_table_is_a_fault_of_ours():
    assert not is_away(OperationalError("no such table: x")) or connection.vendor != "sqlite"
    assert not is_away(OperationalError("database is locked"))
    assert not is_away(ValueError("x"))


def test_a_connection_cut_off_is_away(away: None):
    assert is_away(InterfaceError("the connection is closed"))


def test_personal_pages_are_kept_nowhere(cast: SimpleNamespace, desk: Desk):
    for address in (reverse("workbench"), "/no/such/page", reverse("login")):
        assert "no-store" in desk(cast.alice).get(address)["Cache-Control"]
