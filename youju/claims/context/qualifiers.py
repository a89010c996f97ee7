"""What a claim's own words narrow it to: who granted it (level), which unit, which month or year."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from youju.claims.candidates.candidate import OWED
from youju.claims.context.brackets import behind
from youju.claims.context.named_period import named_period
from youju.claims.context.places import Levels, Places
from youju.claims.context.spans import spans_in
from youju.claims.context.windows import FAR, OWN, Window
from youju.claims.lexicon.common_words import words_in
from youju.claims.lexicon.plain_words import Written
from youju.claims.reading import Claim
from youju.claims.reading.claim import Span
from youju.lib.periods import Period
from youju.records.counting.levels import LEVELS

_HOME = re.compile("全[市县区]|我[市县区局]|局党委|各学?校|(?:[，；：]|我县|我市|全省)教育系统|(?<![一-龥]{2})教育局")
# 被评为市骨干: one character is the level, and so it is in 市里评 and 市里的 where no other is named.
_BARE = re.compile(
    r"(?:(?<=[为获评由经被得在、，。；：的\s])|^)(?:([省市])(?=[\u4e00-\u9fff])(?![级委直属区场长民、])"
    r"|([省市县])里(?:的|(?=[评认命授颁表]))(?![^，。；：]{0,12}(?:[国省市县]级|全[国省市])))"
)
# 省市级, 中央及省级: several at once.
_SEVERAL = re.compile("(?:(中央)[、及和])?([省市县]{1,3})级")
# 我市, 城市, 我县 are no level.
_NO_LEVEL = tuple("我本全各该邻外城都超上集门县州")
_WORD = 8  # characters of the longest words that a level may stand behind
_ORGAN = re.compile(
    r"(?:[\u4e00-\u9fff]{0,3}报(?![告送道名])|(?:教育)?(?:局|委|政府|人民政府|文明办|宣传部|纪委|组织部|发布|电视台))"
)
_EACH = re.compile(
    "每(?:校|所|家|人|名|位|个|镇|村|班|位?[\u4e00-\u9fff]{0,4}(?:成员|干部|教师|党员))|成员每|至少|最少|均不少于"
)
# 领导班子成员每年至少1篇: of every person. 班子成员……每校不少于1篇 is of every school.
_EACH_PERSON = re.compile(
    "每(?:人|名|位|个?人|位?[\u4e00-\u9fff]{0,4}(?:成员|干部|教师|党员))(?!.*每[校所家])"
    "|(?:成员|人人)(?:每[年人月季]|均|都)(?!.*每[校所家])"
)
_EACH_UNIT = re.compile("每(?:个?学?校|所|家|个?镇|个?村|园)|最少的(?:学校|一所|单位)")
_TOTAL = re.compile("共|合计|总计|累计|总数|总量|各类|各级")
_MEAN = re.compile("[人校户班师生]均|平均|每[人名位]")
_REACHED = re.compile("(?:覆盖|涉及|惠及|走进|走了|走遍|跑遍|深入|遍布|遍及|辐射)[^，。；：]{0,12}$")
_OWED = re.compile(f"{OWED}|须|需|要求|计划")
_EACH_REACH = 30
_HAN = re.compile("[\u4e00-\u9fff]")
_START = itemgetter(0)
_AND_ABOVE = re.compile("及?以上")
_GRANTS = re.compile("[被由经获]$")
_GRANTED = re.compile("[^，。；]*(?:命名|认定|表彰|授予|评|颁|公布|批准|确定|录用|采用)")
_NOT_THE_DOER = re.compile("[赴到在向从对为与和、及给至]$|深入$|走进$|走访$|其中$")
_ONE_OF_MANY = re.compile("[、和与及等]")


@dataclass(frozen=True, slots=True)
class Named:
    """What is named. firm: in the claim's own words; loose: nearby, so that it may be meant.

    Each level mentioned is a set, as 市级 may be either of two. each: the least of every one is meant (每校不少于3篇);
    total: all sorts together are (共计, 合计, 各类). each_person: every one is a person (成员每年至少1篇); each_unit: a
    unit (每所学校至少1篇). mean: what comes to each (人均); reached: how far something went (覆盖学校20所). owed: how
    much there should be (应写).
    """

    firm: tuple[Levels, ...] = ()
    loose: tuple[Levels, ...] = ()
    unit: str = ""
    period: Period | None = None
    each: bool = False
    total: bool = False
    each_person: bool = False
    each_unit: bool = False
    mean: bool = False
    reached: bool = False
    owed: bool = False


class Qualifiers:
    """Looks up what the claims of one text are narrowed to."""

    __slots__ = ("_base", "_levels", "_own", "_text", "_units", "_wide")

    def __init__(self, text: str, written: Written, names: Iterable[int], places: Places, base: Period) -> None:
        """written: the text in written words, as 省报 names a level. names: where those of figures begin."""
        self._text, self._base, self._own = text, base, places.own
        self._levels: list[tuple[int, int, Levels]] = []
        self._units: list[tuple[int, int, str]] = []
        self._wide: list[tuple[int, int, Levels]] = []
        for number, first, last in places.automaton.find_matches_as_indexes(written.text):
            word = places.words[number]
            start, end = written.as_it_stands(first, last)
            if word in places.wide:
                self._wide.append((start, end, places.levels[word]))
            if word in places.units:
                self._units.append((start, end, places.units[word]))
            elif not self._is_organ(start, end):
                self._levels += ((start, end, levels) for levels in self._upwards(places.levels[word], end))
        self._add_several(places)
        self._add_bare(places, names)
        self._leave_out_areas()

    def of(self, claim: Claim, windows: Sequence[Window], clause: Span) -> Named:
        """What a claim is narrowed to. clause: where its words begin, its own or that of the claim it only adds to."""
        start, sentence = claim.start, claim.sentence
        firm = self._mentions(window for window in windows if window.weight >= OWN)
        loose = () if firm else self._nearest(start, sentence, windows)
        before = self._text[max(sentence[0], start - _EACH_REACH) : start]
        added = [found.end() for found in _TOTAL.finditer(before)]
        apart = before[max(added, default=0) :]  # 每人至少1篇，共3篇: what is added up is no least
        return Named(
            firm,
            loose,
            self._unit(start, sentence),
            named_period(self._text, (start, claim.end), sentence[0], self._base, behind(self._text, claim)),
            each=bool(_EACH.search(apart)),
            total=bool(added),
            each_person=bool(_EACH_PERSON.search(apart)),
            each_unit=bool(_EACH_UNIT.search(apart)),
            mean=bool(_MEAN.search(self._text, clause[0], start)),
            reached=bool(_REACHED.search(before)),
            owed=bool(_OWED.search(self._text, max(claim.clause[0], start - _EACH_REACH), claim.end + _EACH_REACH)),
        )

    @property
    def spans(self) -> list[Span]:
        """Where levels and units are named."""
        named = [(start, end) for start, end, _ in (*self._levels, *self._units, *self._wide)]
        return [(start, end + self._text.startswith("级", end)) for start, end in named]  # 望川市级

    def wide(self, spans: Iterable[Span], own: Levels) -> tuple[str, ...]:
        """The words in some stretches that speak of more than the unit: 全市, where the unit is a county.

        own: the levels that a figure is kept by. It says 全市第一 itself; 全市县级文明单位 are those of all counties.
        To what is kept by none, a place is where it was done (赴望川市).
        """
        said = (one for span in spans for one in spans_in(self._wide, *span) if not one[2] & own)
        return tuple(self._text[start:end] for start, end, _ in said if own or self._does(start, end))

    def _leave_out_areas(self) -> None:
        """全市县级文明单位: who stands before a level grants nothing, it only says of how many counties."""
        begin = {start for start, _, _ in self._levels}
        areas = {(start, end) for start, end, _ in self._wide if end in begin}
        self._levels = [one for one in self._levels if one[:2] not in areas]
        self._wide = [(*one[:2], frozenset()) if one[:2] in areas else one for one in self._wide]

    def _does(self, start: int, end: int) -> bool:
        """望川市走访农户: who stands at the head of a clause does it, unless it only grants what is counted."""
        if self._text[start] == "全":
            return True
        head = start == 0 or self._text[start - 1] in "，。；：\n"
        return head and not self._text.startswith(self._own, end) and not _GRANTED.match(self._text, end)

    def _is_organ(self, start: int, end: int) -> bool:
        """县教育局 acts; it grants nothing unless a 被 or 由 stands before it."""
        return bool(_ORGAN.match(self._text, end)) and not _GRANTS.search(self._text, max(0, start - 1), start)

    def _upwards(self, levels: Levels, end: int) -> Iterable[Levels]:
        """市级以上 names the city and every level above it."""
        if not _AND_ABOVE.match(self._text, end):
            return (levels,)
        codes = [level.code for level in LEVELS]
        return [frozenset((code,)) for code in codes[min(map(codes.index, levels)) :]]

    def _add_several(self, places: Places) -> None:
        """Of 省市级 the parts are meant, and not 市级 alone."""
        found = {"中央": frozenset(("nation",)), **self._characters(places)}
        named = ((one.span(), [word for word in (one[1], *one[2]) if word]) for one in _SEVERAL.finditer(self._text))
        inside = {at for start, end, _ in self._levels for at in range(start + 1, end)}  # 全市县级 is no 市县级
        several = [(span, words) for span, words in named if len(words) > 1 and span[0] not in inside]
        taken = {at for (start, end), _ in several for at in range(start, end)}
        self._levels = [one for one in self._levels if one[0] not in taken]
        self._levels += ((*span, found[word]) for span, words in several for word in words)

    @staticmethod
    def _characters(places: Places) -> dict[str, Levels]:
        return {"省": frozenset(("province",)), "市": places.levels["市级"], "县": frozenset(("county",))}

    def _add_bare(self, places: Places, names: Iterable[int]) -> None:
        found = self._characters(places)
        taken = {at for start, end, _ in (*self._levels, *self._units) for at in range(start, end)}
        bare = [(one.start(), one.end(), one[1] or one[2]) for one in _BARE.finditer(self._text)]
        bare += ((name - 1, name, self._text[name - 1]) for name in names if self._is_bare(name - 1, found))
        for start, end, word in bare:
            if start not in taken:
                taken.add(start)
                self._levels.append((start, end, found[word]))
        self._levels.sort(key=_START)

    def _is_bare(self, at: int, found: Mapping[str, Levels]) -> bool:
        """参加市文明校园创建, 有省文明校园: a level between a word and the name of a figure. 丹阳市 is a place."""
        before = self._text[max(0, at - _WORD) : max(0, at)]
        if at < 0 or self._text[at] not in found or before.endswith(_NO_LEVEL):
            return False
        return not _HAN.match(before[-1:]) or any(end == len(before) for _, end, _ in words_in(before))

    def _mentions(self, windows: Iterable[Window]) -> tuple[Levels, ...]:
        spans = [(window.start, window.end) for window in windows]
        if not spans:
            return ()
        reached = spans_in(self._levels, min(first for first, _ in spans), max(last for _, last in spans))
        found = (
            levels for start, end, levels in reached if any(first <= start and end <= last for first, last in spans)
        )
        return tuple(dict.fromkeys(found))

    def _nearest(self, start: int, sentence: tuple[int, int], windows: Sequence[Window]) -> tuple[Levels, ...]:
        """The last mention before the claim in its sentence, else the first behind it in its clause."""
        before = spans_in(self._levels, sentence[0], start)
        if before:
            last = before[-1][0]  # 市级以上 names several at one place
            return tuple(levels for at, _, levels in before if at == last)
        return self._mentions(window for window in windows if window.weight >= FAR and window.start > start)[:1]

    def _unit(self, start: int, sentence: tuple[int, int]) -> str:
        """The one unit that does what is counted: named once, before the claim, not as an example or a goal.

        Of several with semicolons between them the last.
        """
        every = [one for one in spans_in(self._units, sentence[0], start) if one[1] <= start]
        part = max(self._text.rfind(mark, sentence[0], every[-1][0]) for mark in ";；") if every else 0
        found = [one for one in every if one[0] > part]
        if len(found) != 1:
            return ""
        first, last, code = found[0]
        if _NOT_THE_DOER.search(self._text, max(0, first - 2), first) or _ONE_OF_MANY.match(self._text, last):
            return ""
        return "" if _HOME.search(self._text, last, start) else code
