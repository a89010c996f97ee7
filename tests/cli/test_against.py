"""``youju ledger verify --against``: the ledger beside a checkpoint that was kept outside."""

from pathlib import Path

import pytest

from tests.machine.installation import Installation


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    return Installation(tmp_path_factory.mktemp("site")).found(work=True)


def test_it_goes_on_from_its_own_checkpoint_and_from_no_other(site: Installation, tmp_path: Path):
    kept = tmp_path / "kept.txt"
    kept.write_text(site.run("ledger", "checkpoint").stdout)
    site.run("ledger", "checkpoint")
    done = site.run("ledger", "verify", "--fast", "--against", str(kept))
    assert done.returncode == 0, done.stderr
    lines = kept.read_text().splitlines(keepends=True)
    forged = tmp_path / "forged.txt"
    forged.write_text("".join([lines[0], "99\n", *lines[2:]]))
    done = site.run("ledger", "verify", "--fast", "--json", "--against", str(forged))
    assert done.returncode == 1
    assert '"checkpoint"' in done.stdout
    assert site.run("ledger", "verify", "--against", str(tmp_path / "nowhere")).returncode == 2


def test_a_log_that_is_behind_is_a_finding(site: Installation, tmp_path: Path):
    backup, kept = tmp_path / "old.youju", tmp_path / "kept.txt"
    site.run("ledger", "checkpoint")
    site.run("backup", str(backup))
    kept.write_text(site.run("ledger", "checkpoint").stdout)
    old = Installation(tmp_path / "old")
    assert old.run("restore", str(backup)).returncode == 0
    done = old.run("ledger", "verify", "--fast", "--json", "--against", str(kept))
    assert (done.returncode, '"checkpoint"' in done.stdout) == (1, True)
