"""How well figures are read: on texts of many genres, the halves used for tuning and the halves that were not.

`pytest -s` prints the table; marked.py says how the texts are marked.
"""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.claims.marked import TEXTS, Figure, judge, parse_marked
from youju.claims.reading import Claim, extract

REFERENCE = Path(__file__).parents[3] / "shared" / "reference"


class Score(NamedTuple):
    figures: int
    f1: float
    false_alarms: float
    kind: float
    approx: float
    unit: float
    exact_span: float


def score_of(names: list[Path]) -> tuple[Score, list[str]]:
    """Score the texts together and describe each mistake."""
    pairs: list[tuple[Figure, Claim]] = []
    missed = false = negatives = 0
    notes: list[str] = []
    for name in names:
        text, figures = parse_marked(name.read_text(encoding="utf-8"))
        right, lost, wrong, others = judge(text, figures, extract(text))
        pairs, missed, false, negatives = pairs + right, missed + len(lost), false + len(wrong), negatives + others
        notes += [f"{name.stem} missed {text[f.start - 8 : f.end + 8]!r} {f}" for f in lost]
        notes += [f"{name.stem} false {text[c.start - 8 : c.end + 8]!r} {c.text} {c.value}" for c in wrong]
        notes += [
            f"{name.stem} {field} {text[f.start - 8 : f.end + 8]!r}: {getattr(c, field)!r} for {getattr(f, field)!r}"
            for f, c in right
            for field in ("kind", "approx", "unit", "start", "end")
            if getattr(f, field) != getattr(c, field)
        ]
    count = len(pairs)
    fields = ("kind", "approx", "unit")
    kind, approx, unit = (sum(getattr(f, field) == getattr(c, field) for f, c in pairs) / count for field in fields)
    spans = sum((f.start, f.end) == (c.start, c.end) for f, c in pairs) / count
    f1 = 2 * count / (2 * count + missed + false)
    return Score(count + missed, f1, false / max(negatives, 1), kind, approx, unit, spans), notes


def show(half: str, score: Score) -> None:
    print(  # noqa: T201 - the scores are what this test is for
        f"\n{half}: {score.figures} figures, F1 {score.f1:.3f}, false alarms {score.false_alarms:.3f}, "
        f"kind {score.kind:.3f}, qualifier {score.approx:.3f}, unit {score.unit:.3f}, span {score.exact_span:.3f}"
    )


SEEN, UNSEEN = ("tune", "fresh", "opened"), ("held", "blind")
"""Of each genre one half is used for tuning; of the other only the scores are looked at.

The opened ones were written before the rules that read them, measured, and only then used: ADR 6 has their first run.
"""


@pytest.mark.parametrize("halves", [SEEN, UNSEEN], ids=["seen", "unseen"])
def test_it_reads_texts_of_every_genre(halves: tuple[str, ...]) -> None:
    names = [sorted(TEXTS.glob(f"*-{half}.txt")) for half in halves]
    for half, chosen in zip(halves, names, strict=True):
        show(half, score_of(chosen)[0])
    score, notes = score_of([name for chosen in names for name in chosen])
    show("together", score)
    if halves == SEEN:
        print("\n".join(notes))  # noqa: T201 - only of the halves used for tuning
    assert len(set().union(*names)) >= 12
    assert score.figures >= 400
    assert score.f1 >= 0.97
    assert score.false_alarms <= 0.02
    assert (score.kind >= 0.99, score.approx >= 0.98, score.unit >= 0.97) == (True, True, True)


def test_it_reads_the_sealed_texts() -> None:
    """Written by somebody who knew the guideline and not the reader; their score is shown, and bound to nothing yet."""
    names = sorted(TEXTS.glob("*-sealed.txt"))
    score, _ = score_of(names)
    show("sealed", score)
    assert (len(names), score.figures >= 400) == (10, True)


def reference_figures() -> list[tuple[Figure, str]]:
    """Read figures.tsv: each figure and its section."""
    lines = (REFERENCE / "figures.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [
        (Figure(int(r[0]), int(r[1]), Decimal(r[3]) if r[3] else None, r[4], r[5], r[6], r[8] == "yes"), r[7])
        for r in rows
    ]


if REFERENCE.is_dir():

    def test_it_reads_the_reference_summary() -> None:
        """Collected only beside the shared folder, whose words must not be copied here."""
        text = (REFERENCE / "annual-summary.txt").read_bytes().decode("utf-8")
        rows = reference_figures()
        pairs, missed, false, _ = judge(text, [figure for figure, _ in rows], extract(text))
        sections = dict(rows)
        assert (missed, false) == ([], [])
        for figure, claim in pairs:
            read = (claim.start, claim.end, claim.value, claim.unit, claim.kind, claim.approx, claim.section)
            assert read == (*figure[:6], sections[figure])
