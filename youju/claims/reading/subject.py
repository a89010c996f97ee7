"""The phrase that is counted, as short readable Chinese, and the earlier text whose meaning a claim shares."""

from __future__ import annotations

import re

from youju.claims.reading.claim import Span
from youju.claims.reading.mark import Mark

_LONGEST = 28
_LEAD = re.compile(
    r"^(?:[\s、，,;；：:（(]|其中|同时|以及|并且|并|且|和|及|与|还|另有|另外|分别|共计|共|累计|全年|今年|一是|二是|三是|四是)+"
)
_TRAIL = re.compile(
    r"(?:[\s、，,（(“]|共计|共有|共|累计|达到了?|达|分别|为|有|约|了|近|超过|和|及|与|以及|各|不少于|至少|以"
    r"|等)+$"
)
_DATES = re.compile(
    r"(?:(?:19|20)?[0-9]{2}年度?)?[0-9]{1,2}月(?:[0-9]{1,2}[日号]|份|底)?[，,]?"
    r"|(?:19|20)[0-9]{2}年度?|[0-9]*_+[-—0-9_]*年?度?"
)
_BEHIND_LEAD = re.compile(r"^[\s的]+")
_LISTED = re.compile(r"^[^，。；：\n]{0,14}[、和及与][^，。；：\n]{0,16}$")
_AMONG = "其中"


def subject_of(plain: str, clause: Span, mark: Mark, before: int, behind: int, shared: tuple[Span, ...]) -> str:
    """Give the clause round a claim without its neighbours; a bare list member gets the head it shares.

    `before` is where the claim before ends and `behind` where the next one begins.
    """
    listed = before > clause[0] and plain[mark.start - 1] in "、和与及"
    left = "" if listed else _front(plain[max(clause[0], before, mark.start - 3 * _LONGEST) : mark.start])
    # What follows 、 belongs to the next member of the list.
    right = (
        ""
        if plain.startswith("、", mark.end)
        else _back(plain[mark.end : min(clause[1], behind, mark.end + 2 * _LONGEST)])
    )
    own = left + right
    if len(own) < 6 and shared:
        own = _front(plain[shared[0][0] : shared[0][1]][-_LONGEST:]) + own
    if len(own) < 4 and not shared:
        own = _front(plain[max(0, clause[0] - _LONGEST) : clause[0]].rpartition("。")[2]) + own
    return own


def _front(text: str) -> str:
    return _TRAIL.sub("", _LEAD.sub("", _DATES.sub("", text)))[-_LONGEST:]


def _back(text: str) -> str:
    return _TRAIL.sub("", _BEHIND_LEAD.sub("", text))[:_LONGEST]


def shared_by(plain: str, clause: Span, mark: Mark, last: Mark | None, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """Give the earlier spans whose meaning a claim shares with the claim before it.

    其中 shares the total before it; a list shares the text in front of its first member. `known` is what the claim
    before shares.
    """
    if last is None or mark.start - last.end > 60:
        return ()
    gap = plain[last.end : mark.start]
    if _AMONG in gap and "。" not in gap:
        begin = max(0, last.start - _LONGEST)
        head = max(plain.rfind(stop, begin, last.start) for stop in "，。；：\n")
        return ((head + 1 if head >= 0 else begin, last.end + gap.index(_AMONG)),)
    if not _LISTED.match(gap):
        return ()
    if known:
        return known
    head_start = max(clause[0], last.start - 4 * _LONGEST)
    return ((head_start, last.start),) if last.start > head_start else ()
