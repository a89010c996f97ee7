"""Kill the server while many write: nothing acknowledged may be lost, nothing doubled, nothing half done.

    python -m tests.soak.kills --kills 5 --writers 16 --database sqlite

A killed process loses nothing that the machine has taken; what a power cut loses is not tried here.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from queue import Queue
from threading import Event
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from tests.soak.clients import Office
    from tests.soak.journal import Journal

_ACKS_BETWEEN = (10, 60)


class Outcome(NamedTuple):
    """What the database holds beside what was acknowledged. Each list must be empty."""

    acknowledged: int
    lost: list[str]
    doubled: list[str]
    found: list[str]


@click.command()
@click.option("--kills", default=5, show_default=True)
@click.option("--writers", default=16, show_default=True)
@click.option("--database", type=click.Choice(["sqlite", "postgres"]), default="sqlite", show_default=True)
@click.option("--seed", default=1, show_default=True, help="Of the moments at which the server is killed.")
def soak(kills: int, writers: int, database: str, seed: int) -> None:
    """Run it, print the figures, and exit with 1 where one is not as it must be."""
    with ExitStack() as running:
        home = running.enter_context(tempfile.TemporaryDirectory(prefix="youju-soak-"))
        _prepare(home, database, running)
        office, ready = _run(Path(home), kills, writers, random.Random(seed))
        outcome = _outcome(office.journal)
    click.echo(
        f"{database}: {kills} kills, {writers} writers, {outcome.acknowledged} acknowledged; lost {len(outcome.lost)}, "
        f"doubled {len(outcome.doubled)}, found by ledger verify {len(outcome.found)}; "
        f"ready again after at most {max(ready):.1f} s"
    )
    for line in (*outcome.lost, *outcome.doubled, *outcome.found):
        click.echo(f"    {line}")
    sys.exit(bool(outcome.lost or outcome.doubled or outcome.found))


def _prepare(home: str, database: str, running: ExitStack) -> None:
    """An empty installation of its own, migrated, with Django set up for it in this process too."""
    Path(home, "static").mkdir()  # whitenoise warns where it is missing
    os.environ |= {"YOUJU_HOME": home, "DJANGO_SETTINGS_MODULE": "youju.config.settings", "DATABASE_URL": ""}
    if database == "postgres":
        from tests.postgres import postgres_server

        os.environ["DATABASE_URL"] = running.enter_context(postgres_server())
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def _run(home: Path, kills: int, writers: int, chance: random.Random) -> "tuple[Office, list[float]]":
    from tests.records.cast import make_cast
    from tests.soak import clients
    from tests.soak.journal import Journal
    from tests.soak.site import Site

    cast, site, stop = make_cast(), Site(), Event()
    recorder, verifier = (clients.Browser(site.url, member) for member in (cast.bob, cast.alice))
    office = clients.Office(recorder, verifier, cast.hill.pk, Queue(), Journal(home / "journal"))
    ready = [site.start()]
    threads = clients.start(office, writers, stop)
    try:
        for _kill in range(kills):
            _wait_for(office.journal.count() + chance.randint(*_ACKS_BETWEEN), office.journal)
            site.kill()
            ready.append(site.start())
        _wait_for(office.journal.count() + _ACKS_BETWEEN[0], office.journal)
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        site.kill()
    return office, ready


def _wait_for(acks: int, journal: "Journal") -> None:
    deadline = time.monotonic() + 120
    while journal.count() < acks:
        if time.monotonic() > deadline:
            raise RuntimeError("the clients make no headway")
        time.sleep(0.05)


def _outcome(journal: "Journal") -> Outcome:
    from youju.ledger.reading import Entry
    from youju.records.heads.attachments import Attachment
    from youju.records.statistics.statistic.models import Statistic

    acts = journal.acts()
    states = dict(Statistic.objects.values_list("ref", "state"))
    evidence = list(Attachment.objects.values_list("record_ref", flat=True))
    posted = list(Entry.objects.values_list("record_ref", flat=True))
    reached = {"submit": ("submitted", "verified"), "verify": ("verified",)}
    lost = [f"lost: {act} {ref}" for act, ref in acts if states.get(ref) not in reached[act]]
    lost += [f"lost: evidence of {ref}" for act, ref in acts if act == "submit" and ref not in evidence]
    doubled = [f"doubled: {ref}" for ref in {*posted, *evidence} if max(posted.count(ref), evidence.count(ref)) > 1]
    return Outcome(sum(acts.values()), lost, doubled, _verify())


def _verify() -> list[str]:
    command = [sys.executable, "-m", "youju.cli.main", "ledger", "verify", "--json"]
    done = subprocess.run(command, capture_output=True, check=False, text=True)
    found = [str(finding["sentence"]) for finding in json.loads(done.stdout or "[]")]
    return found if done.returncode in (0, 1) else [done.stderr]


if __name__ == "__main__":
    soak()
