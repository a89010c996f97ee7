"""The same bytes once, whole on the disk before any row, and told apart when they change."""

import os
import time
from io import BytesIO
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.db.models import QuerySet

from tests.evidence import samples
from tests.evidence.conftest import Receive
from youju.evidence import store
from youju.evidence.errors import ContentMissing, FileRefused
from youju.evidence.folder import forced_together, path_of
from youju.evidence.models import File


def test_it_keeps_the_same_content_once(receive: Receive, folder: Path):
    first = receive(samples.jpeg(), "a.jpg")
    again = receive(samples.jpeg(), "另一个名字.jpeg")

    assert again == first
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1


def test_it_notes_who_handed_it_in_first(receive: Receive):
    receive(samples.jpeg(), "a.jpg")

    later = store.receive(content=BytesIO(samples.jpeg()), name="a.jpg", received_by="a11ce")

    assert later.received_by == "b0b"


def test_it_gives_back_what_was_received(receive: Receive):
    file = receive(samples.pdf(), "通知.pdf")

    with store.open_file(file) as content:
        assert content.read() == samples.pdf()


def test_it_says_that_the_content_is_missing(receive: Receive):
    file = receive(samples.png(), "a.png")
    path_of(file.sha256).unlink()

    with pytest.raises(ContentMissing, match=file.sha256):
        store.open_file(file)


def test_it_finds_content_sound(receive: Receive):
    assert store.verify(receive(samples.png(), "a.png")) is None


def test_it_finds_one_changed_bit(receive: Receive):
    file = receive(samples.png(), "a.png")
    path = path_of(file.sha256)
    path.chmod(0o600)
    path.write_bytes(bytes([samples.png()[0] ^ 1]) + samples.png()[1:])

    damage = store.verify(file)

    assert damage is not None
    assert (damage.sha256, damage.what) == (file.sha256, store.Harm.CHANGED)
    assert file.sha256 in damage.sentence


def test_it_finds_content_missing(receive: Receive):
    file = receive(samples.png(), "a.png")
    path_of(file.sha256).unlink()

    damage = store.verify(file)

    assert damage is not None
    assert damage.what == store.Harm.MISSING


def test_it_mends_damaged_content_when_it_comes_in_again(receive: Receive):
    file = receive(samples.png(), "a.png")
    path_of(file.sha256).chmod(0o600)
    path_of(file.sha256).write_bytes(b"broken")

    receive(samples.png(), "a.png")

    assert store.verify(file) is None


def test_it_forces_the_file_to_the_disk_before_its_name_and_its_row(monkeypatch: pytest.MonkeyPatch, receive: Receive):
    steps: list[str] = []
    _note(monkeypatch, steps, os, "fsync")
    _note(monkeypatch, steps, Path, "replace")
    _note(monkeypatch, steps, QuerySet, "bulk_create")

    receive(samples.png(), "a.png")

    renamed = steps.index("replace")
    assert "fsync" in steps[:renamed]
    assert steps[renamed:] == ["replace", "fsync", "bulk_create", "bulk_create"]


def _note(monkeypatch: pytest.MonkeyPatch, steps: list[str], owner: object, name: str) -> None:
    """Let a function do its work and write down that it was called."""
    work = getattr(owner, name)

    def noted(*args: object, **kwargs: object) -> object:
        steps.append(name)
        return work(*args, **kwargs)

    monkeypatch.setattr(owner, name, noted)


def test_it_lists_files_that_no_row_knows(monkeypatch: pytest.MonkeyPatch, receive: Receive):
    known = receive(samples.jpeg(), "a.jpg")

    def die(*_args: object, **_kwargs: object):
        raise DatabaseError("the power went")

    monkeypatch.setattr(QuerySet, "bulk_create", die)
    with pytest.raises(DatabaseError):
        receive(samples.png(), "a.png")
    for path in path_of(known.sha256).parents[2].rglob("*"):
        os.utime(path, (0, 0))

    (orphan,) = store.orphans()

    assert orphan.read_bytes() == samples.png()


def test_it_does_not_call_a_young_file_an_orphan(receive: Receive):
    young = path_of("ab" * 32).parents[2] / "incoming" / "tmp123"
    path_of(receive(samples.png(), "a.png").sha256).rename(young)
    os.utime(young, (time.time() - 60,) * 2)  # the disk's own clock may be another than the one of this run

    assert list(store.orphans()) == []


def test_it_lists_what_an_interrupted_transfer_left(receive: Receive, folder: Path):
    receive(samples.png(), "a.png")
    left = folder / "incoming" / "tmp123"
    left.write_bytes(b"half")
    os.utime(left, (0, 0))

    assert list(store.orphans()) == [left]


def test_a_row_is_never_updated(receive: Receive):
    file = receive(samples.png(), "a.png")

    with pytest.raises(TypeError):
        file.save()
    with pytest.raises(TypeError):
        File.objects.update(size=1)
    with pytest.raises(TypeError):
        File.objects.bulk_update([file], ["size"])


def test_it_reads_a_stream_piece_by_piece(receive: Receive):
    class Counting(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 < size <= 1024 * 1024
            return super().read(size)

    store.receive(content=Counting(b"a" * 3_000_000), name="a.txt", received_by="b0b")


def test_many_are_kept_as_if_one_after_the_other(db: None):
    jpeg, png, text = samples.jpeg(), samples.png(), "签到".encode()
    names = ("a.jpg", "b.png", "again.jpg", "签到.txt")
    sent = [store.Sent(BytesIO(each), name, "b0b") for each, name in zip((jpeg, png, jpeg, text), names, strict=True)]
    files = store.receive_many(sent=sent)
    assert [file.extension for file in files] == ["jpg", "png", "jpg", "txt"]
    assert files[0] == files[2] and File.objects.count() == 3
    assert [store.verify(file) for file in files] == [None] * 4
    assert store.receive_many(sent=[]) == []


def test_one_that_is_refused_keeps_all_of_them_out(folder: Path, db: None):
    contents = {"a.txt": "甲".encode(), "b.pdf": b"no pdf", "c.txt": "乙".encode()}
    with pytest.raises(FileRefused):
        store.receive_many(sent=[store.Sent(BytesIO(content), name, "b0b") for name, content in contents.items()])
    assert not File.objects.exists()
    assert [path for path in folder.rglob("*") if path.is_file()] == []


def test_many_are_forced_to_the_disk_before_their_rows(monkeypatch: pytest.MonkeyPatch, db: None):
    steps: list[str] = []
    _note(monkeypatch, steps, os, "fsync")
    _note(monkeypatch, steps, QuerySet, "bulk_create")
    store.receive_many(sent=[store.Sent(BytesIO(f"第{place}份".encode()), "a.txt", "b0b") for place in range(12)])
    first = steps.index("bulk_create")
    assert steps[:first].count("fsync") >= 24  # each file, and each folder that holds one
    assert "fsync" not in steps[first:]


def test_what_is_forced_together_is_forced_once_at_the_end(monkeypatch: pytest.MonkeyPatch, receive: Receive):
    steps: list[str] = []
    _note(monkeypatch, steps, os, "fsync")
    with forced_together():
        for place in range(3):
            receive(f"第{place}份".encode(), "a.txt")
        assert steps == []
    assert len(steps) >= 6


def test_after_an_error_nothing_is_forced(monkeypatch: pytest.MonkeyPatch, receive: Receive):
    steps: list[str] = []
    _note(monkeypatch, steps, os, "fsync")
    with pytest.raises(RuntimeError), forced_together():
        receive("甲".encode(), "a.txt")
        raise RuntimeError
    assert steps == []
