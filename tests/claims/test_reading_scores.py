"""How well figures are read: on texts of seven genres, the half used for tuning and the half that was not.

The texts are marked [[figure|value|unit|kind|approx]]; {{…}} is neither rewarded nor punished. Every other numeral in
them is a hard negative. `pytest -s` prints the table.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

import pytest

from youju.claims.reading import Claim, extract

TEXTS = Path(__file__).parent / "texts"
REFERENCE = Path(__file__).parents[3] / "shared" / "reference"
MARKUP = re.compile(r"\[\[([^|\]]+)\|([^|]*)\|([^|]*)\|(\w+)\|(\w+)\]\]|\{\{(.+?)\}\}")
NUMERAL = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?|[一二三四五六七八九十百千万亿两]+")


class Figure(NamedTuple):
    start: int
    end: int
    value: Decimal | None
    unit: str
    kind: str
    approx: str
    optional: bool = False


class Score(NamedTuple):
    figures: int
    f1: float
    false_alarms: float
    kind: float
    approx: float
    unit: float
    exact_span: float


def parse_marked(marked: str) -> tuple[str, list[Figure]]:
    """Take the markup out and give the plain text with its figures."""
    text, figures, at = "", [], 0
    for found in MARKUP.finditer(marked):
        text += marked[at : found.start()]
        inner = found[1] or found[6]
        value = Decimal(found[2]) if found[2] else None
        figures.append(
            Figure(len(text), len(text) + len(inner), value, found[3], found[4], found[5], optional=bool(found[6]))
        )
        text, at = text + inner, found.end()
    return text + marked[at:], figures


def overlap(figure: Figure, claim: Claim) -> bool:
    return figure.start < claim.end and claim.start < figure.end


def judge(text: str, figures: list[Figure]) -> tuple[list[tuple[Figure, Claim]], list[Figure], list[Claim], int]:
    """Pair figures with claims: pairs, missed figures, false claims, and how many hard negatives there were."""
    claims = extract(text)
    pairs, missed, used = [], [], set()
    for figure in figures:
        hit = next((c for c in claims if c not in used and overlap(figure, c)), None)
        if hit is not None:
            used.add(hit)
        if not figure.optional and (hit is None or hit.value != figure.value):
            missed.append(figure)
        elif hit is not None and not figure.optional:
            pairs.append((figure, hit))
    wrong = {(hit.start, hit.end) for hit in used} - {(hit.start, hit.end) for _, hit in pairs}
    optional = [figure for figure in figures if figure.optional]
    false = [c for c in claims if c not in used]
    false += [c for c in used if (c.start, c.end) in wrong and not any(overlap(f, c) for f in optional)]
    negatives = sum(
        not any(f.start < found.end() and found.start() < f.end for f in figures) for found in NUMERAL.finditer(text)
    )
    return pairs, missed, false, negatives


def score_of(names: list[Path]) -> tuple[Score, list[str]]:
    """Score the texts together and describe each mistake."""
    pairs, missed, false, negatives, notes = [], 0, 0, 0, []
    for name in names:
        text, figures = parse_marked(name.read_text(encoding="utf-8"))
        right, lost, wrong, others = judge(text, figures)
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


@pytest.mark.parametrize("half", ["tune", "held"])
def test_it_reads_texts_of_every_genre(half: str) -> None:
    names = sorted(TEXTS.glob(f"*-{half}.txt"))
    assert len(names) >= 6
    score, notes = score_of(names)
    show(half, score)
    if half == "tune":
        print("\n".join(notes))  # noqa: T201 - only the half used for tuning is shown
    assert score.figures >= 200
    assert score.f1 >= 0.97
    assert score.false_alarms <= 0.02
    assert (score.kind >= 0.99, score.approx >= 0.98, score.unit >= 0.97) == (True, True, True)


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
        pairs, missed, false, _ = judge(text, [figure for figure, _ in rows])
        sections = dict(rows)
        assert (missed, false) == ([], [])
        for figure, claim in pairs:
            read = (claim.start, claim.end, claim.value, claim.unit, claim.kind, claim.approx, claim.section)
            assert read == (*figure[:6], sections[figure])
