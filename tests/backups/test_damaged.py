"""Damaged backups are refused before anything is written, whatever the damage."""

import os
import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.backups.damage import EVERY, bomb_behind_a_bomb, forged, other_version, zip_bomb
from youju.backups.backup import backup_write
from youju.backups.errors import BackupDamaged, NotABackup, OtherVersion
from youju.backups.reading import opened
from youju.orgs.actors import CONSOLE

# `make soak` asks for a thousand.
COUNT = int(os.environ.get("YOUJU_TEST_DAMAGES", "200"))
REFUSALS = (BackupDamaged, NotABackup, OtherVersion)


@pytest.fixture
def sound(bureau: SimpleNamespace, tmp_path: Path) -> bytes:
    return backup_write(file=tmp_path / "sound.youju", actor=CONSOLE).file.read_bytes()


def test_every_damage_is_refused(sound: bytes, elsewhere: Callable[[], Path], tmp_path: Path):
    home, file = elsewhere(), tmp_path / "damaged.youju"
    chance = random.Random(20261128)
    taken = []
    for number in range(COUNT):
        damage = EVERY[number % len(EVERY)]
        content = damage(sound, chance)
        assert content != sound, damage.__name__
        file.write_bytes(content)
        try:
            with opened(file):
                taken.append((number, damage.__name__))
        except REFUSALS as error:
            assert file.name in str(error)
    assert taken == []
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("bomb", [zip_bomb, bomb_behind_a_bomb])
def test_a_bomb_costs_little_memory(sound: bytes, tmp_path: Path, bomb: Callable[..., None]):
    file = tmp_path / "bomb.youju"
    file.write_bytes(forged(bomb)(sound, random.Random(1)))
    tracemalloc.start()
    with pytest.raises(BackupDamaged), opened(file):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 64 * 1024**2


def test_another_version_is_said_to_be_one(sound: bytes, tmp_path: Path):
    file = tmp_path / "later.youju"
    file.write_bytes(forged(other_version)(sound, random.Random(1)))
    with pytest.raises(OtherVersion, match="0"), opened(file):
        pass


def test_something_else_is_no_backup(tmp_path: Path):
    (tmp_path / "letter.docx").write_bytes(b"PK\3\4 something else")
    for file in (tmp_path / "letter.docx", Path("/dev/zero"), tmp_path):
        with pytest.raises(NotABackup), opened(file):
            pass


def test_an_undamaged_one_is_taken(sound: bytes, tmp_path: Path):
    with opened(tmp_path / "sound.youju") as backup:
        assert backup.manifest.evidence.files == 2
