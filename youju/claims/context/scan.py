"""A text with the phrases of all candidates found in it once, and what the windows of each claim say."""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from youju.claims.candidates.terms import Degree, Terms, either_way, pairs_of
from youju.claims.context.windows import BEFORE, HEADING, LAST_CLAUSE, NEIGHBOUR, OWN, TOPIC, Window
from youju.claims.lexicon.common_words import HONOURS, TITLES, without_common
from youju.claims.lexicon.plain_words import ALONE, Written, as_written
from youju.claims.reading import Claim

_HONOURS = frozenset(pair for word in (*TITLES, *HONOURS) for pair in pairs_of(word))
_NEXT_TO_NOTHING = 2
_DIGITS = re.compile("[0-9]+")
_NOT_A_NOUN = re.compile("[我全][国省市县区镇乡校园局]|[现共]有|[总人]数|[有共为达是]|[^0-9\u4e00-\u9fff]")
# Pairs with a character of grammar or number, and what every report does all the time.
_SAYS_NOTHING = re.compile(
    "[0-9的了里来出去过给让能要做搞没更最在和与及等共有为被将已年月日个各我全本县市省局校中上下是又都也还就把向对从以其所达到名人次条篇场家户起支位项件份种]"
    "|同比|环比|增长|增幅|下降|减少|降低|上升|净增|去年|组织|开展|举办|召开|参加|加强|推进|建设|完善|落实|实施|坚持|积极|深入|认真|切实|累计|其中|新增|实现|保持|获得|荣获"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the windows of a claim say: how far each phrase is there, which stand whole in its own words, their pairs.

    closest: the pairs without those of the topic that a neighbour lends. honours: whether a title or the granting of
    one stands near, as 优秀 and 表彰 do. alone: what the one noun names that its clause says.
    """

    degrees: dict[str, Degree]
    said: frozenset[str]
    own: frozenset[str]
    closest: frozenset[str]
    honours: bool
    alone: str


class Scan:
    """A text with its phrases found. Neighbouring claims share their windows: what a stretch says is read once."""

    __slots__ = ("_found", "_known", "_telling", "_tells", "_terms", "_text")

    def __init__(self, terms: Terms, text: str, written: Written) -> None:
        """written: the text in written words."""
        self._terms, self._text = terms, text
        self._found = terms.find(text, written)
        self._telling = without_common(text)  # 教育系统里现在有 says nothing of what is counted
        self._known: dict[str, tuple[str, ...]] = {}
        self._tells: dict[str, int] = {}

    @property
    def names(self) -> set[int]:
        """Where the names of figures begin."""
        return {start for start, _, _ in self._found}

    def evidence(self, near: Sequence[Window], claim: Claim, told: Claim) -> Evidence:
        """Weigh what stands in the windows of a claim, its topic among them, and in the headings over it.

        told: the claim whose words it shares, if only itself.
        """
        pairs: dict[str, float] = {}
        for start, end, weight in near:
            # A claim's own number names nothing: 10名 is not 前10名.
            words = self._text[start:end]
            self._add(pairs, _DIGITS.sub("", words) if start <= claim.start < end else words, weight)
        # Without its number a claim reads on: 分两批组织 says 分批组织.
        self._add(
            pairs, self._text[claim.start - 1 : claim.start] + claim.unit + self._text[claim.end : claim.end + 1], OWN
        )
        self._add(pairs, claim.heading, HEADING)
        return Evidence(
            self._terms.degrees(pairs),
            frozenset(phrase for one in near if one.weight >= TOPIC for phrase in self._inside(one.start, one.end)),
            frozenset(pair for pair, weight in pairs.items() if weight >= TOPIC),
            frozenset(pair for pair, weight in pairs.items() if weight >= OWN),
            any(pairs.get(pair, 0.0) >= NEIGHBOUR for pair in _HONOURS),
            self._alone(told),
        )

    def _alone(self, claim: Claim) -> str:
        said = self._text[claim.clause[0] : claim.start], self._text[claim.end : claim.clause[1]]
        return ALONE.get(_NOT_A_NOUN.sub("", "".join(said)), "")

    def names_in_full(self, windows: Iterable[Window], names: Collection[str]) -> bool:
        """Whether one of some names stands in a claim's own words as it is."""
        own = [one for one in windows if one.weight >= OWN]
        return any(phrase in names for one in own for phrase in self._inside(one.start, one.end))

    def with_topic(self, windows: Sequence[Window], before: Iterable[Window], claim: Claim) -> Sequence[Window]:
        """A clause that says next to nothing (…，我们有61人) speaks of the nearest before it that names something.

        before: what stands before its sentence, for one that says next to nothing up to the claim.
        """
        own = [one for one in windows if one.weight >= OWN and one.start != claim.start]
        names = (self._names(one, alone=claim.kind == "percent") for one in own)
        if self._alone(claim) or any(names) or self._says(own):
            return windows
        earlier = [one for one in windows if one.weight in (LAST_CLAUSE, BEFORE) and one.end <= claim.clause[0]]
        topic = next(filter(self._names, earlier), None)
        if topic is None and not self._says(earlier) and (topic := next(filter(self._names, before), None)):
            return [*windows, topic._replace(weight=TOPIC)]
        return [one._replace(weight=TOPIC) if one is topic else one for one in windows]

    def _says(self, windows: Iterable[Window]) -> bool:
        return sum(map(self._tell, windows)) > _NEXT_TO_NOTHING

    def _names(self, window: Window, *, alone: bool = False) -> bool:
        """Whether it names a figure. alone: 参学率 and 整改率, by which several go, need another word for it."""
        named = (phrase for phrase in self._inside(window.start, window.end) if phrase in self._terms.telling)
        return any(not alone or len(self._terms.owners[phrase]) == 1 for phrase in named)

    def _tell(self, window: Window) -> int:
        """How many pairs of a stretch say something."""
        words = self._telling[window.start : window.end]
        told = self._tells.get(words)
        if told is None:
            told = sum(not _SAYS_NOTHING.search(pair) for pair in pairs_of(as_written(words)))
            self._tells[words] = told
        return told

    def _add(self, pairs: dict[str, float], words: str, weight: float) -> None:
        known = self._known.get(words)
        if known is None:
            known = self._known[words] = tuple(filter(self._terms.known, either_way(words)))
        for pair in known:
            if pairs.get(pair, 0.0) < weight:
                pairs[pair] = weight

    def _inside(self, start: int, end: int) -> Iterator[str]:
        """The phrases within a stretch."""
        for first, last, phrase in islice(self._found, bisect_left(self._found, (start,)), None):
            if first >= end:
                return
            if last <= end:
                yield phrase
