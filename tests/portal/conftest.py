"""A bureau with an open site. Models are imported inside: pytest may load this file before Django is set up."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace

import pytest
from django.test import Client
from pytest_django import Settings


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return tmp_path / "evidence"


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """A database that is emptied between tests knows of no act by which a kept page could be told to be old."""
    from youju.portal.kept import KEPT

    KEPT.clear()


@pytest.fixture
def office(db: None) -> SimpleNamespace:
    from tests.portal.site import make_office

    return make_office()


@pytest.fixture
def reader() -> Client:
    """A browser in English in which nobody is logged in."""
    return Client(headers={"accept-language": "en"})
