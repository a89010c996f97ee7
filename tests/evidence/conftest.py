"""The evidence folder of one test, and a short way to hand something in."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pytest_django import Settings

from youju.evidence import store
from youju.evidence.models import File

Receive = Callable[..., File]


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return tmp_path / "evidence"


@pytest.fixture
def receive(db: None) -> Receive:
    def hand_in(content: bytes, name: str) -> File:
        return store.receive(content=BytesIO(content), name=name, received_by="b0b")

    return hand_in
