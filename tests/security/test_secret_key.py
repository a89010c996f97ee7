"""The secret key of a fresh installation, asked for by many at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from youju.config.secret import secret_key


def test_all_who_ask_first_read_the_same_key(tmp_path: Path):
    for place in range(20):
        with ThreadPoolExecutor(16) as hands:
            keys = set(hands.map(secret_key, [tmp_path / f"{place}"] * 64))
        assert len(keys) == 1
        assert len(keys.pop()) > 60


def test_it_is_made_once_and_read_by_its_owner_alone(tmp_path: Path):
    key = secret_key(tmp_path / "home")
    assert secret_key(tmp_path / "home") == key
    (file,) = (tmp_path / "home").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
