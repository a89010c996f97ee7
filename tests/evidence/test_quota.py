"""One member's files end at what the setting allows."""

from io import BytesIO
from pathlib import Path

import pytest

from tests.evidence.conftest import Receive
from youju.evidence.errors import QuotaFull
from youju.evidence.store import Sent, receive_many
from youju.orgs.actors import CONSOLE
from youju.orgs.setting_verbs import setting_change

MEGABYTE = 1024**2


def test_what_is_beyond_it_is_refused_and_not_kept(receive: Receive, folder: Path):
    setting_change(name="member_megabytes", text="2", actor=CONSOLE)
    receive(b"a" * MEGABYTE, "a.txt")
    with pytest.raises(QuotaFull):
        receive(b"b" * (MEGABYTE + 1), "b.txt")
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    receive(b"a" * MEGABYTE, "the same again.txt")
    receive(b"c" * MEGABYTE, "c.txt")


def test_none_is_no_limit(receive: Receive):
    setting_change(name="member_megabytes", text="0", actor=CONSOLE)
    assert receive(b"a" * MEGABYTE, "a.txt").size == MEGABYTE


def test_of_many_those_before_count_too(receive: Receive, folder: Path):
    setting_change(name="member_megabytes", text="2", actor=CONSOLE)
    texts = [letter * MEGABYTE for letter in (b"a", b"b", b"c")]
    with pytest.raises(QuotaFull):
        receive_many(sent=[Sent(BytesIO(text), "a.txt", "b0b") for text in texts])
    assert [path for path in folder.rglob("*") if path.is_file()] == []
    assert len(receive_many(sent=[Sent(BytesIO(text), "a.txt", "b0b") for text in texts[:2]])) == 2
