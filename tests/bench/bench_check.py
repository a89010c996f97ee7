"""How well claims are checked: a table for the half the thresholds were fitted on, and for the half that was not.

Run over demo bureaus of several seeds: `python tests/bench/bench_check.py 7 11`. Each seed's bureau is built in a
temporary folder, unless YOUJU_BENCH_HOME names a folder that keeps them.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tests.claims.checking.generator import Case, Truth
    from youju.claims.checked import Checked

YEAR = 2025
_SCHOOLS = 12


class Outcome(NamedTuple):
    """A case and what was said of it; checked is None where no claim was found at its place."""

    case: "Case"
    checked: "Checked | None"
    first: bool  # the right indicator stands first
    among: bool  # … or among the first three


def main(seeds: list[int]) -> None:
    """Print the table for each seed."""
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            home = Path(os.environ.get("YOUJU_BENCH_HOME", folder)) / str(seed)
            home.mkdir(parents=True, exist_ok=True)
            pid = os.fork()  # one database a process
            if pid == 0:
                _run(seed, home)
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(pid, 0)


def _run(seed: int, home: Path) -> None:
    os.environ |= {"YOUJU_HOME": str(home), "DJANGO_SETTINGS_MODULE": "youju.config.settings"}
    import django  # after the settings are named

    django.setup()
    from django.core.management import call_command

    from youju.demo.build import ensure

    call_command("migrate", verbosity=0, interactive=False)
    ensure(seed=seed, year=YEAR, password="bench")
    began = time.perf_counter()
    outcomes = list(measured(seed))
    print(f"\nseed {seed}: {len(outcomes)} claims, {time.perf_counter() - began:.1f} s")
    for name, held in (("fitted", False), ("held", True)):
        print(f"  {name:<7}", *table([one for one in outcomes if one.case.held == held]))
    if os.environ.get("SHOW"):
        _show(outcomes)


def measured(seed: int) -> Iterator[Outcome]:
    """Check every text of a seed's set."""
    from tests.claims.checking.generator import texts
    from youju.claims.check import check
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    truth = truth_of()
    for text in texts(truth, seed):
        found = check(text.text, unit=home_unit(), period=Period.year(YEAR), aliases={})
        for case in text.cases:
            yield _outcome(case, found, truth)


def truth_of() -> "Truth":
    """The figures of the bureau, of its year before, and of some of its schools."""
    from tests.claims.checking.generator import Truth
    from youju.indicators.figures import figures
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit
    from youju.orgs.units import Unit

    home, period = home_unit(), Period.year(YEAR)
    schools = Unit.objects.filter(kind="school", parent=home)[:_SCHOOLS]
    return Truth(
        figures(home, period),
        figures(home, period.previous()),
        {str(unit.short_name or unit.name): figures(unit, period) for unit in schools},
    )


def _outcome(case: "Case", found: "Iterable[Checked]", truth: "Truth") -> Outcome:
    checked = next((one for one in found if one.claim.start < case.end and case.start < one.claim.end), None)
    if checked is None or not case.code:
        return Outcome(case, checked, False, False)
    same = {
        code
        for code, figure in truth.year.items()
        if figure.entries == truth.year[case.code].entries and figure.value == truth.year[case.code].value
    }
    codes = [choice.indicator for choice in checked.candidates]
    return Outcome(case, checked, bool(codes) and codes[0] in same, bool(same & set(codes)))


def table(outcomes: list[Outcome]) -> list[str]:
    """The shares that the goals speak of."""
    spoken = [one for one in outcomes if one.case.code and one.case.sort not in ("unit", "level")]
    right = [one for one in outcomes if one.case.sort in ("right", "about")]
    wrong = [one for one in outcomes if one.case.sort in ("little", "lot", "unit", "year", "level")]
    silent = [one for one in outcomes if one.case.sort == "silent"]
    return [
        f"first {share(spoken, lambda one: one.first)}",
        f"among 3 {share(spoken, lambda one: one.among)}",
        f"right green {share(right, _is('supported'))}",
        f"wrong red/amber {share(wrong, _is('contradicted', 'ambiguous'))}",
        f"false green {share([*wrong, *silent], _is('supported'))}",
        f"silent grey {share(silent, _is('unsupported', ''))}",
    ]


def _is(*verdicts: str):
    return lambda one: (one.checked.verdict.value if one.checked else "") in verdicts


def share(outcomes: list[Outcome], holds) -> str:
    """How many hold, in percent."""
    count = sum(map(bool, map(holds, outcomes)))
    return f"{100 * count / max(1, len(outcomes)):.1f}% ({count}/{len(outcomes)})"


def _show(outcomes: list[Outcome]) -> None:
    """Print what went wrong in the half that may be looked at."""
    for one in outcomes:
        verdict = one.checked.verdict.value if one.checked else "-"
        good = {"right": "supported", "about": "supported", "silent": "unsupported"}.get(one.case.sort)
        bad = verdict != good if good else verdict in ("supported", "unsupported", "-")
        if bad and not (one.case.held and os.environ["SHOW"] != "all"):
            c = one.checked
            print(
                one.case.sort,
                one.case.writer,
                one.case.code,
                "→",
                verdict,
                c and (c.indicator or c.cell),
                c and (c.claim.text, c.claim.subject, c.reason),
            )
            for choice in c.candidates if c else ():
                print("      ", choice.indicator or choice.name, round(choice.score, 3), choice.value)
    print(Counter((one.case.sort, one.checked.verdict.value if one.checked else "-") for one in outcomes))


if __name__ == "__main__":
    main([int(seed) for seed in sys.argv[1:]] or [7])
