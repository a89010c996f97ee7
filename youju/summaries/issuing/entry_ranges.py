"""Places in the log as ranges: 0-11,15,20-44. A figure with thousands of entries is kept in a few hundred letters."""

from bisect import bisect_right
from collections.abc import Iterable

Ranges = tuple[tuple[int, int], ...]
"""First and last place of each run, both inclusive, in order."""


def ranges_text(seqs: Iterable[int]) -> str:
    """The places, given in order, as text."""
    runs: list[list[int]] = []
    for seq in seqs:
        if runs and runs[-1][1] == seq - 1:
            runs[-1][1] = seq
        else:
            runs.append([seq, seq])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def read_ranges(text: str) -> Ranges:
    """The runs that ``ranges_text`` wrote. Raises ValueError for anything else."""
    pairs = (run.partition("-") for run in text.split(",") if run)
    return tuple((int(first), int(last or first)) for first, _dash, last in pairs)


def places(ranges: Ranges) -> list[int]:
    """Every place, in order."""
    return [seq for first, last in ranges for seq in range(first, last + 1)]


def holds(ranges: Ranges, seq: int) -> bool:
    """Whether a place lies in one of the runs."""
    run = bisect_right(ranges, (seq, float("inf"))) - 1
    return run >= 0 and ranges[run][0] <= seq <= ranges[run][1]
