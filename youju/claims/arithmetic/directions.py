"""Words for which way something changed."""

from __future__ import annotations

UP = "增加|增长|提高|提升|上升|扩大|发展|增|升|翻|扩|涨"
DOWN = "下降|减少|降低|压缩|压减|缩减|降|减"


def is_down(word: str) -> bool:
    """Say whether a word of either list, or 降幅, means less."""
    return word in DOWN.split("|") or word == "降幅"
