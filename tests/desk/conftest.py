"""The cast at its desks. Models are imported inside: pytest may load this file before Django is set up."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from pytest_django import Settings

if TYPE_CHECKING:
    from youju.orgs.members import Member

Desk = Callable[["Member"], Client]


@pytest.fixture
def cast(db: None) -> SimpleNamespace:
    from tests.records.cast import make_cast

    return make_cast()


@pytest.fixture
def desk(db: None) -> Desk:
    """A browser in English in which a member is logged in."""

    def sit_down(member: Member) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(member, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sit_down


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return tmp_path / "evidence"
