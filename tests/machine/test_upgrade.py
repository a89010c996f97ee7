"""What an earlier version wrote is brought up to this one: figures, log and content stay, and work goes on.

``upgrade/bureau.sql`` has the rows of an installation as it was when most kinds of records were there and half of the
present tables were not; ``upgrade/figures.json`` what that version printed of them.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.machine.installation import Installation

EARLIER = Path(__file__).parent / "upgrade"
# Figures that are told in another unit since, under a name of that unit: 450 minutes.
SINCE = {"volunteers.minutes": ("volunteers.hours", "7.5")}

# The tables as that version had them, then its rows.
_BEGIN = r"""
import re, sys, django; django.setup()
from pathlib import Path
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
made = [re.search(r"VALUES \(\d+, '(\w+)', '(\w+)'", line) for line in lines if '"django_migrations"' in line]
MigrationExecutor(connection).migrate(list(dict(each.groups() for each in made if each).items()))
rows = [line for line in lines if '"django_migrations"' not in line]
connection.ensure_connection()
connection.connection.executescript("\n".join(["PRAGMA foreign_keys = OFF;", "BEGIN;", *rows, "COMMIT;"]))
"""
_UPGRADE = """
import django; django.setup()
from youju.cli.database import migrate; migrate()
"""
_LOOK = """
import json, django; django.setup()
from tests.records.cast import verified, visits
from youju.indicators.figures import figures
from youju.ledger import log
from youju.lib.periods import Period
from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.records.reading.drift import drifted
def look():
    found = figures(home_unit(), Period.year(2025)).items()
    printed = {code: str(figure.value) for code, figure in found if figure.value is not None}
    return {"figures": printed, "size": log.size(), "root": log.root().hex(), "faults": [*map(str, log.verify())],
            "drifted": [each.ref for each in drifted()]}
before = look()
bob, alice = (Member.objects.get(username=name) for name in ("bob", "alice"))
verified(visits(bob, bob.unit, 5), bob, alice)
print(json.dumps([before, look()]))
"""


def _in(installation: Installation, program: str, *args: str) -> str:
    command = [sys.executable, "-c", program, *args]
    done = subprocess.run(command, env=installation.environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """What stands right after the upgrade, and once one more record was verified."""
    installation = Installation(tmp_path_factory.mktemp("earlier"))
    _in(installation, _BEGIN, str(EARLIER / "bureau.sql"))
    refused = installation.run("figures", "--lang", "en")
    assert (refused.returncode, refused.stdout) == (2, "") and "older than this version" in refused.stderr
    _in(installation, _UPGRADE)
    found: list[dict[str, Any]] = json.loads(_in(installation, _LOOK))
    return found


def test_every_figure_is_what_it_was(looks: list[dict[str, Any]]) -> None:
    """Indicators that came since are not asked."""
    then = json.loads((EARLIER / "figures.json").read_text("utf-8"))
    wanted: dict[str, str] = dict(SINCE.get(code, (code, value)) for code, value in then["figures"].items())
    assert {code: looks[0]["figures"].get(code) for code in wanted} == wanted


def test_the_log_is_the_same_and_sound_and_nothing_differs_from_it(looks: list[dict[str, Any]]) -> None:
    then = json.loads((EARLIER / "figures.json").read_text("utf-8"))
    assert {name: looks[0][name] for name in ("size", "root")} == {name: then[name] for name in ("size", "root")}
    assert looks[0]["faults"] == looks[0]["drifted"] == []


def test_work_goes_on(looks: list[dict[str, Any]]) -> None:
    before, after = (int(look["figures"]["exam.candidates"]) for look in looks)
    assert after == before + 5
    assert looks[1]["size"] == looks[0]["size"] + 1
    assert looks[1]["faults"] == looks[1]["drifted"] == []
