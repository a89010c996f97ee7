"""What is counted, as far as its words tell: whether one figure speaks of the same as others."""

from __future__ import annotations

import re

_DROPPED = re.compile(
    "[，。；、：“”（）()的了和与及\\s]|组织|开展|举办|召开|举行|进行|全年|一年|年内|今年|本年|累计|总计|合计|共计?|平均|每|至少|不少于|定期|集中"
    "|今年|去年|上年|同期|[上下]半年|第?[一二三四1-4]季度"
)


def speaks_of(counted: str, told: str) -> bool:
    """Say whether at least half of what one figure counts is among the words of others; yes where it says nothing."""
    pairs = _pairs(_DROPPED.sub("", counted))
    return not pairs or 2 * len(pairs & _pairs(_DROPPED.sub("", told))) >= len(pairs)


def _pairs(words: str) -> frozenset[str]:
    return frozenset(words[at : at + 2] for at in range(len(words) - 1))
