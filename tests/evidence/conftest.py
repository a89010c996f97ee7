"""The evidence folder of one test, and a short way to hand something in.

Models are imported inside: pytest may load this file before Django is set up.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest
from pytest_django import Settings

if TYPE_CHECKING:
    from youju.evidence.models import File


class Receive(Protocol):
    def __call__(self, content: bytes, name: str) -> File: ...


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.EVIDENCE_FOLDER = tmp_path / "evidence"
    return tmp_path / "evidence"


@pytest.fixture
def receive(db: None) -> Receive:
    from youju.evidence import store

    def hand_in(content: bytes, name: str) -> File:
        return store.receive(content=BytesIO(content), name=name, received_by="b0b")

    return hand_in
