"""Fits the weights of the score (youju/claims/ranking/weights.toml) on one half of the generated texts, and prints how
often the right figure stands first on that half, on the half that was not used, and on the other sets.

Run: make fit-score, or python -m tests.bench.fit_score [SEED] [--write]. Without --write it only prints. The bureau is
built in a temporary folder, or kept in the folder that YOUJU_BENCH_HOME names.

What is made small: how far the right figure fails to stand clear of the best other one, how far it stays below what
names a figure for certain, and how far a silent claim, or a near miss that no word beside the number betrays, comes
near that. Each counts at most 1, so that what the words do not tell pulls at nothing. A weight keeps its sign and costs
a little. Rows with "given" stay as they are: no generated text shows what they are for, or they only set the scale.
"""

import sys
from collections.abc import Collection, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from click import echo

from tests.bench.bench_check import IN_THIS_PROCESS, SEEDS, YEAR, in_a_bureau, ready

if TYPE_CHECKING:
    from tests.claims.checking.generator import Case, Truth
    from youju.claims.ranking.features import Features
    from youju.claims.ranking.ranker import Ranker

_CLEAR, _NAMED, _SILENT = 0.1, 0.55, 0.3  # of the score: clear of the next, named for certain, not named at all
_CLEARLY, _SURELY, _NEARLY = 0.1, 0.15, 0.2  # over how much each loss rises from 0 to 1
_STEP, _STEPS, _START, _COST = 0.05, 11, 0.2, 0.5
_ROUNDS = 12
_OTHERWISE = ("unit", "level", "turned")

Vector = tuple[float, ...]


class Known(NamedTuple):
    """A claim whose figure is known: the features of the figure, and of all others. right: empty for a silent claim."""

    right: Vector
    others: tuple[Vector, ...]


def known(seed: int, *, held: bool) -> Iterator[Known]:
    """The claims of the generated texts, and the near misses, of one half."""
    from tests.claims.checking.generator import texts
    from tests.claims.checking.outcomes import truth_of
    from tests.claims.checking.phrases import outside, phrases, sealed

    truth = truth_of(YEAR)
    for spoken in (phrases, sealed, outside):
        for text in texts(truth, seed, spoken()):
            ranker = _ranker(text.text)
            asked = [case for case in text.cases if case.held == held and case.sort not in _OTHERWISE]
            yield from (one for case in asked for one in _known(ranker, case, truth))
    yield from _near(held=held)


def _known(ranker: "Ranker", case: "Case", truth: "Truth") -> Iterator[Known]:
    at = next((n for n, one in enumerate(ranker.claims) if one.start < case.end and case.start < one.end), None)
    if at is None:
        return
    if not case.code:
        yield _silent(ranker, at)
        return
    mean = truth.year[case.code]
    same = {code for code, one in truth.year.items() if (one.entries, one.value) == (mean.entries, mean.value)}
    found = [one for one in ranker.ranked(at)[0] if not one.excluded]
    right = [one for one in found if one.candidate.code in same]
    if right:
        yield Known(right[0].features, tuple(one.features for one in found if one not in right))


def _silent(ranker: "Ranker", at: int) -> Known:
    """What no word beside the number keeps from being green, the score has to."""
    found = [one for one in ranker.ranked(at)[0] if not one.excluded]
    return Known((), tuple(one.features for one in found if not ranker.unexplained(at, one.candidate, changed=False)))


def _near(*, held: bool) -> Iterator[Known]:
    from tests.claims.checking.near_misses import rows

    for place, (_, _, sentence) in enumerate(rows("near_misses.txt")):
        ranker = _ranker(sentence.replace("{n}", "26"))
        if (place % 2 == 1) == held and ranker.claims:
            yield _silent(ranker, len(ranker.claims) - 1)


def _ranker(text: str) -> "Ranker":
    from youju.claims.context.places import Places
    from youju.claims.ranking.ledger import Ledger
    from youju.claims.ranking.ranker import Ranker
    from youju.claims.reading import read
    from youju.ledger.tree import within_log
    from youju.lib.periods import Period
    from youju.orgs.tree import home_unit

    home, period = home_unit(), Period.year(YEAR)
    return Ranker(text, read(text), Ledger(home, period, within_log(None)), Places.of(home, period, {}))


def loss(some: Sequence[Known], weights: Vector) -> float:
    """How far the claims are from what they should be, and a little for each weight."""
    total = _COST * sum(map(abs, weights))
    for one in some:
        best = _best(weights, one)
        if one.right:
            own = _dot(weights, one.right)
            total += _ramp((best + _CLEAR - own) / _CLEARLY) + _ramp((_NAMED - own) / _SURELY)
        else:
            total += _ramp((best - _SILENT) / _NEARLY)
    return total


def _ramp(value: float) -> float:
    return min(1.0, max(0.0, value))


def first(some: Sequence[Known], weights: Vector) -> tuple[int, int]:
    """How many right figures stand first, and of how many."""
    spoken = [one for one in some if one.right]
    return sum(_dot(weights, one.right) >= _best(weights, one) for one in spoken), len(spoken)


def fit(some: Sequence[Known], now: "Features", given: Collection[str]) -> "Features":
    """Move one weight after the other to where the loss is least, until none moves. now: tells signs and the given."""
    free = {place: 1 if weight > 0 else -1 for place, (name, weight) in enumerate(zip(now._fields, now, strict=True))
            if name not in given}  # fmt: skip
    weights: Vector = tuple(_START * free[place] if place in free else weight for place, weight in enumerate(now))
    for _round in range(_ROUNDS):
        before = weights
        for place, sign in free.items():
            steps = (round(sign * _STEP * step, 2) for step in range(_STEPS))
            moved = ((*weights[:place], step, *weights[place + 1 :]) for step in steps)
            weights = min((weights, *moved), key=partial(loss, some))
        if weights == before:
            break
    return type(now)(*weights)


def _best(weights: Vector, one: Known) -> float:
    return max((_dot(weights, other) for other in one.others), default=0.0)


def _dot(weights: Vector, features: Vector) -> float:
    return sum(weight * feature for weight, feature in zip(weights, features, strict=True) if feature)


def main(seed: int, *, write: bool) -> None:
    """Fit, print, and with ``write`` put the weights into the file."""
    from youju.claims.ranking.score import FILE, rows, weights

    sets = {half: list(known(seed, held=half == "held")) for half in ("training", "held")}
    now, given = weights(), [name for name, row in rows().items() if "given" in row]
    fitted = fit(sets["training"], now, given)
    for title, each in (("as they are", now), ("fitted", fitted)):
        firsts = ((half, first(some, each)) for half, some in sets.items())
        said = ", ".join(f"{half} {100 * right / total:.1f}% ({right}/{total})" for half, (right, total) in firsts)
        echo(f"right figure first, weights {title}: {said}")
    for name, was, weight in zip(now._fields, now, fitted, strict=True):
        without = [loss(some, fitted._replace(**{name: 0.0})) - loss(some, fitted) for some in sets.values()]
        told = "given" if name in given else f"{was:+.2f} → {weight:+.2f}"
        echo(f"  {name:<16} {told:<15} without it the loss moves by {without[0]:+.1f}, held {without[1]:+.1f}")
    if write:
        _write(FILE, fitted)


def _write(file: Path, fitted: "Features") -> None:
    """Put the weights into the rows of the file; everything else in it stays."""
    name, lines = "", []
    for line in file.read_text("utf-8").splitlines():
        name = line.strip("[]") if line.startswith("[") else name
        lines.append(f"weight = {abs(getattr(fitted, name)):g}" if line.startswith("weight = ") else line)
    file.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    if sys.argv[1:2] == [IN_THIS_PROCESS]:
        ready(int(sys.argv[2]))
        main(int(sys.argv[2]), write="--write" in sys.argv)
    else:
        seeds = [word for word in sys.argv[1:] if word != "--write"]
        in_a_bureau("tests.bench.fit_score", seeds[:1] or SEEDS[:1], *({"--write"} & set(sys.argv)))
