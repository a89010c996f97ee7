"""The phrase that is counted, as short readable Chinese, and the earlier text whose meaning a claim shares."""

from __future__ import annotations

import re

from youju.claims.reading.claim import Span
from youju.claims.reading.mark import Mark

_LONGEST = 28
_TELLING, _IN_LIST = 3, 4
"""A phrase shorter than this says too little by itself; in a list, whose head says it for all, a longer one may."""
_FAR = 60
_LEAD = re.compile(
    r"(?:[\s、，,;；：:.．（(）)”》\]]|[0-9]{1,2}[.．、）)]|其中|同时|以及|并且|并(?![列购网入])|且|和(?![平谐睦])|及(?![格时])"
    r"|与(?![会时])|还(?![款贷])|另有|另外|分别|共计|共(?![青同产享建])|累计|全年|今年|[一二三四五六七]是)+"
)
_TRAIL = re.compile(
    r"(?:[\s、，,（(“《]|共计|共有|拥有|共|累计|达到了?|达|分别|为|有|约|了|近|超过|和|及|与|以及|各|不少于|至少|以|等)+$"
)
_DATED = re.compile("[0-9_]")
_TO = "[—–~～至到、-]{1,2}"
_DAY = (
    rf"(?:(?:(?:19|20)?[0-9]{{2}}年)?[0-9]{{1,2}}月(?:[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})?[日号]|份|底|初)?"
    r"|(?:19|20)[0-9]{2}年度?|[0-9]{1,2}[日号])"
)
_DATE = re.compile(rf"(?:[0-9]{{1,4}}{_TO})?{_DAY}(?:{_TO}{_DAY})*[，,]?|[0-9]*_+[-—0-9_]*年?度?")
# A、B、C等网络咨询: one example is enough.
_EXAMPLES = re.compile("、[^，。；：、等]{1,20}(?:、[^，。；：、等]{1,20})*等(?![奖次级第同候])")
_BOUNDARY = re.compile("[、，：；”》）]|的(?!士)")
_MEMBERS = re.compile("(?:[》”]|等)$")
_BEHIND_LEAD = re.compile(r"[\s的]+")
_CLAUSE_END = re.compile("[，。；：！？:\n]")
_LISTED = re.compile(r"[^，。；：\n]{0,14}[、和及与][^，。；：\n]{0,16}$")
_AMONG = "其中"


class Subjects:
    """Names what each claim of a text counts, in the order of the text.

    A claim counts what its clause says, without its neighbours; the member of a list and a phrase that says too
    little (办结, 文科) are put behind the last one in the sentence that said enough.
    """

    __slots__ = ("_head", "_last", "_plain", "_sentence")

    def __init__(self, plain: str) -> None:
        self._plain, self._sentence = plain, -1
        self._head = self._last = ""

    def of(self, mark: Mark, clause: Span, sentence: Span, last: Mark | None, behind: int, *, listed: bool) -> str:
        """Give what a claim counts.

        last: the claim before; behind: where the next one begins; listed: whether it shares the head of a list.
        """
        own = self._own(mark, clause, last, behind)
        if self._sentence != sentence[0] or (last is not None and "；" in self._plain[last.end : mark.start]):
            self._sentence, self._head, self._last = sentence[0], "", ""
        if not self._head and len(own) < _TELLING:
            own = self._earlier(clause, last) + own
        if not self._head or len(own) >= (_IN_LIST if listed else _TELLING):
            self._head = self._last = own
        elif own:
            self._last = f"{self._head}{'、' if listed else '，'}{own}"
        return self._last

    def _earlier(self, clause: Span, last: Mark | None) -> str:
        """Give the clause before, where it states no figure of its own (慰问困难群众，共15户)."""
        first = max(clause[0] - _LONGEST, last.end if last is not None else 0)
        words = self._plain[first : max(first, clause[0] - 1)]
        front = _front(_without_dates(_CLAUSE_END.split(words)[-1]))
        return "" if _DATED.search(front) else front

    def _own(self, mark: Mark, clause: Span, last: Mark | None, behind: int) -> str:
        plain = self._plain
        # 前10名 only sets the frame of the claim behind it.
        framed = last is not None and last.kind == "rank" and plain[last.start] == "前"
        before = last.end if last is not None and not framed else 0
        adjoins = before > clause[0] and plain[mark.start - 1] in "、和与及"
        # What follows 、 belongs to the next member of the list.
        stop = mark.end if plain.startswith("、", mark.end) else min(clause[1], behind, mark.end + 2 * _LONGEST)
        back = _back(plain[mark.end : stop])
        if adjoins:
            return back
        front = _without_dates(plain[max(clause[0], before, mark.start - 3 * _LONGEST) : mark.start])
        if len(back) >= _TELLING and _MEMBERS.search(front):
            return back
        return _front(front) + back


def _without_dates(text: str) -> str:
    return _DATE.sub("", text) if _DATED.search(text) else text


def _front(text: str) -> str:
    if "等" in text:
        text = _EXAMPLES.sub("等", text)
    lead = _LEAD.match(text)
    text = _stripped(text[lead.end() :] if lead else text)
    if len(text) <= _LONGEST:
        return text
    # A phrase too long begins behind a mark rather than in the middle of a word.
    boundary = _BOUNDARY.search(text, len(text) - _LONGEST, len(text) - _TELLING)
    return text[boundary.end() if boundary else len(text) - _LONGEST :]


def _back(text: str) -> str:
    lead = _BEHIND_LEAD.match(text)
    return _stripped(text[lead.end() if lead else 0 :])[:_LONGEST]


def _stripped(text: str) -> str:
    trail = _TRAIL.search(text, max(0, len(text) - 10))
    return text[: trail.start()] if trail else text


def shared_by(plain: str, clause: Span, mark: Mark, last: Mark | None, known: tuple[Span, ...]) -> tuple[Span, ...]:
    """Give the earlier spans whose meaning a claim shares with the claim before it.

    其中 shares the total before it; a list shares the text in front of its first member. `known` is what the claim
    before shares.
    """
    if last is None or mark.start - last.end > _FAR:
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
