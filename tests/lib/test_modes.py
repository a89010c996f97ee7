"""Other accounts of the machine read nothing of an installation."""

from pathlib import Path

from youju.lib.modes import close, open_to_others


def _home(folder: Path) -> Path:
    home = folder / "home"
    (home / "evidence" / "ab").mkdir(parents=True)
    for name in ("youju.sqlite3", "youju.sqlite3-wal", "secret-key", "evidence/ab/file"):
        (home / name).write_text("x")
        (home / name).chmod(0o644)
    for place in (home, home / "evidence", home / "evidence" / "ab"):
        place.chmod(0o755)
    return home


def test_what_is_open_is_named_and_closed(tmp_path: Path):
    home = _home(tmp_path)
    assert {path.name for path in open_to_others(home)} >= {"home", "youju.sqlite3-wal", "secret-key", "file"}
    close(home)
    assert list(open_to_others(home)) == []
    assert (home.stat().st_mode & 0o777, (home / "secret-key").stat().st_mode & 0o777) == (0o700, 0o600)


def test_a_home_that_holds_other_things_keeps_its_mode_and_they_theirs(tmp_path: Path):
    home = _home(tmp_path)
    (home / "letters.txt").write_text("x")
    (home / "letters.txt").chmod(0o644)
    close(home)
    assert home.stat().st_mode & 0o777 == 0o755
    assert (home / "letters.txt").stat().st_mode & 0o777 == 0o644
    assert (home / "secret-key").stat().st_mode & 0o777 == 0o600


def test_a_folder_that_all_may_write_to_is_left_alone(tmp_path: Path):
    home = _home(tmp_path)
    home.chmod(0o1777)
    close(home)
    assert home.stat().st_mode & 0o7777 == 0o1777


def test_a_link_is_not_followed(tmp_path: Path):
    home, outside = _home(tmp_path), tmp_path / "outside"
    outside.write_text("x")
    outside.chmod(0o644)
    (home / "evidence" / "link").symlink_to(outside)
    close(home)
    assert outside.stat().st_mode & 0o777 == 0o644


def test_a_home_that_is_not_there_is_not_made(tmp_path: Path):
    close(tmp_path / "nowhere")
    assert list(open_to_others(tmp_path / "nowhere")) == []
    assert list(tmp_path.iterdir()) == []
