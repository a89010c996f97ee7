"""Where in the log the opening figures stand, so that figures resting on them can say so."""

from collections import defaultdict

from youju.ledger.reading import live_posts, rows_of
from youju.records.heads.states import State
from youju.records.opening.models import OpeningFigure


def opening_posts() -> dict[str, frozenset[int]]:
    """By measure, the entries of the verified opening figures that count it. Three queries."""
    refs = OpeningFigure.objects.filter(state=State.VERIFIED).order_by().values_list("ref", flat=True)
    found: dict[str, set[int]] = defaultdict(set)
    for seq, rows in rows_of(live.post.seq for live in live_posts(refs).values()).items():
        for row in rows:
            found[row.measure].add(seq)
    return {code: frozenset(seqs) for code, seqs in found.items()}
