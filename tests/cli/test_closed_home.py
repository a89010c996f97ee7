"""Whatever a command makes in the home is closed to other accounts, and what was open before is closed by the next."""

from pathlib import Path

from tests.machine.installation import Installation


def test_a_command_makes_and_leaves_everything_closed(tmp_path: Path):
    site = Installation(tmp_path / "home").found()
    for path in [site.home, *site.home.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o044)
    assert site.run("ledger", "checkpoint").returncode == 0
    assert (site.home / "ledger-checkpoint").exists()
    assert [path for path in [site.home, *site.home.rglob("*")] if path.stat().st_mode & 0o077] == []
