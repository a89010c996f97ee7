"""How well claims are checked: a row for the half thresholds may be fitted on, for the half they may not, for the
sentences that were sealed, and for those of writers from outside; then how many near misses turn green.

Run: .venv/bin/python -m tests.bench.bench_check [SEED…]. Each seed's demo bureau is built in a temporary folder,
or kept in the folder that YOUJU_BENCH_HOME names. With SHOW=fitted, sealed, outside or all it also lists what went
wrong.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from click import echo

if TYPE_CHECKING:
    from tests.claims.checking.outcomes import Outcome

YEAR = 2025
SEEDS = ("7", "11")
IN_THIS_PROCESS = "--in-this-process"


def in_a_bureau(module: str, seeds: Iterable[str], *more: str) -> None:
    """Run a module for the demo bureau of each seed, in a process of its own: one database a process."""
    kept = os.environ.get("YOUJU_BENCH_HOME")
    with tempfile.TemporaryDirectory(prefix="youju-bench-") as folder:
        for seed in seeds:
            home = Path(kept or folder) / seed
            home.mkdir(parents=True, exist_ok=True)
            settings = {"YOUJU_HOME": str(home), "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "youju.config.settings"}
            command = [sys.executable, "-m", module, IN_THIS_PROCESS, seed, *more]
            subprocess.run(command, env=os.environ | settings, check=True)


def ready(seed: int) -> None:
    """Set Django up and build the bureau unless it is there."""
    import django  # the environment comes first

    django.setup()
    from django.core.management import call_command

    from youju.demo.build import ensure

    call_command("migrate", verbosity=0, interactive=False)
    ensure(seed=seed, year=YEAR, password="for this bench only")


def measure(seed: int) -> None:
    """Check every text and print the table."""
    ready(seed)
    from tests.claims.checking.near_misses import asked, rates
    from tests.claims.checking.outcomes import outcomes, shares
    from tests.claims.checking.phrases import outside, phrases, sealed

    began = perf_counter()
    every = list(outcomes(seed, YEAR, phrases()))
    sets = {
        "fitted": [one for one in every if not one.case.held],
        "held": [one for one in every if one.case.held],
        "sealed": list(outcomes(seed, YEAR, sealed())),
        "outside": list(outcomes(seed, YEAR, outside())),
    }
    echo(f"seed {seed}: {sum(map(len, sets.values()))} claims in {perf_counter() - began:.1f} s")
    for name, some in sets.items():
        echo("   ".join((f"  {name:<7}", *map(str, shares(some).values()))))
    for half, unseen in (("seen", False), ("unseen", True)):
        found = rates(one for one in asked() if one.unseen == unseen)
        green, total = (sum(rate[place] for rate in found.values()) for place in (0, 1))
        by_sort = ", ".join(f"{sort} {rate[0]}/{rate[1]}" for sort, rate in found.items())
        echo(f"  near misses, {half}: green {100 * green / total:.2f}% ({green}/{total}): {by_sort}")
    shown = os.environ.get("SHOW", "")
    for name, some in sets.items():
        for one in some if shown in ("all", name) else ():
            if not one.as_it_should:
                echo(_told(one))


def _told(one: "Outcome") -> str:
    case, checked = one.case, one.checked
    head = f"  {case.sort} {case.writer} {case.code or '–'} → {one.verdict or 'not found'}"
    if checked is None:
        return head
    shown = "".join(f"\n      {c.score:.2f} {c.indicator or c.name} {c.value}" for c in checked.candidates)
    return f"{head}  {checked.claim.text} | {checked.claim.subject} | {checked.reason}{shown}"


if __name__ == "__main__":
    if sys.argv[1:2] == [IN_THIS_PROCESS]:
        measure(int(sys.argv[2]))
    else:
        in_a_bureau("tests.bench.bench_check", sys.argv[1:] or SEEDS)
