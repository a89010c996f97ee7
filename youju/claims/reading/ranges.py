"""The two ends of a range: 3至5次 says at least 3 and at most 5; 从3家到5家 is a change, no range."""

from __future__ import annotations

from youju.claims.reading.mark import Mark

_SIGNS = frozenset(("至", "到", "-", "—", "——", "–", "~", "～"))
_CHANGES = frozenset("从由自")


def is_range(between: str) -> bool:
    """Whether what stands between two numbers makes them the ends of a range."""
    return between.strip() in _SIGNS


def join(plain: str, low: Mark, high: Mark) -> None:
    """Say of two neighbouring marks what a range says of its ends, if they are one."""
    if high.start - low.end > 4 or low.kind != high.kind or low.unit != high.unit or low.value is None:
        return
    if not is_range(plain[low.end : high.start]) or high.value is None or low.value >= high.value:
        return
    if low.start and plain[low.start - 1] in _CHANGES:
        return
    if low.approx == high.approx == "exact":
        low.approx, high.approx = "over", "under"
