"""Words that turn a figure into another one wherever they stand before it: planned, not done, past, or of others.

They stand before it in its sentence (明年走访…), at the head of its line (下一步：走访…) or in the heading over it.
"""

import re
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from youju.claims.candidates.terms import pairs_of
from youju.claims.context.brackets import behind
from youju.claims.context.named_period import ANSWERED
from youju.claims.context.spans import spans_in
from youju.claims.context.unexplained import NOBODYS, OwnWords
from youju.claims.lexicon.common_words import AUTUMN
from youju.claims.reading import Claim

_FILE = Path(__file__).parents[1] / "lexicon" / "turning_words.toml"
_REACH = 200  # characters before the claim; longer sentences are no sentences
_DONE = re.compile("已|实际|目前|截至|(?<=[，；])完成")
# What is told of the whole year begins anew behind a word for a part of it.
_WHOLE = re.compile("全年|今年|本年|年内")
_STATES = re.compile("[^，；：,;:。]*[0-9]")
_HEAD_OF_CLAUSE = "(?:(?<=^)|(?<=[，；：,;:。]))"
_SHORT = 2  # 理科 is no name of what 文理科 is
_BLANK = "\0"


class Turn(NamedTuple):
    """A row of turning_words.toml."""

    sort: str
    words: str
    because: str
    leave: str
    turned: str


def turns() -> list[Turn]:
    """The rows, in the order of the file."""
    rows = tomllib.loads(_FILE.read_text("utf-8"))["turn"]
    return [Turn(row["sort"], row["words"], row["because"], row["leave"], row["for"]) for row in rows]


def _compiled() -> dict[str, re.Pattern[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for turn in turns():
        words[turn.sort].append(turn.words)
    return {sort: re.compile("|".join(f"(?:{each})" for each in some)) for sort, some in words.items()}


_TURNS = _compiled()
_IN_PART = re.compile(f"{_TURNS['time'].pattern}|{_TURNS['scope'].pattern}")
# At the head of a clause, or in one that says no more than when and where.
_AT_HEAD = re.compile(
    f"{_HEAD_OF_CLAUSE}(?:(?:在|于|自|从)?(?:(?:19|20)[0-9]{{2}}年|今年)?(?:[上下本全新这春秋]|第[一二])?"
    f"|[^，；：,;:。]{{0,6}}(?=[^，；：,;:。]{{0,8}}[，：,:]))(?:{_IN_PART.pattern})"
)

# Short words at the head of a line or alone on it, with what numbers and marks such a line may begin with.
_MARK = r"[^\w\n]{0,8}"
_NUMBERED = "(?:(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．是]|[（(][一二三四五六七八九十0-9]{1,3}[）)])?"
_HEAD = re.compile(
    rf"^{_MARK}{_NUMBERED}{_MARK}(?P<head>[^，,。；;：:\n*]{{2,16}})(?:\*{{0,2}}[：:]\*{{0,2}}|。?\*\*[。：:]?|(?<=[安计打设思目建][排划算想路标议])。)(?P<rest>[^\n]*)",
    re.MULTILINE,
)
_ITEM = re.compile(r"\n[ \t　]*(?:[-*•·]|(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[、.．)）]|[（(]|[①-⑳])[^\n]*")
_PLAN = re.compile(
    "下一步|下步|下一?阶段|明年|来年|下一?年度?(?!来)|下个?(?:月|周|季度|学期)|未来|今后"
    "|(?:计划|打算|设想|工作思路|努力方向|对策建议|(?:对策|意见)(?:与|和|及)建议)$|^(?:计划|打算)"
    "|^(?:20[0-9]{2}年)?(?:工作|年度|奋斗|主要|总体|预期|发展)?目标(?:任务)?$"
)
# 年度计划完成情况 tells what was done.
_REPORT = re.compile("完成|落实|执行|情况|总结|回顾|成效")
_YEAR = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")


class TurningWords:
    """Looks up, in one text, what turns a figure.

    year: the last that it is about. home: what it calls all of its unit.
    """

    __slots__ = ("_home", "_plans", "_text", "_year")

    def __init__(self, text: str, year: int, home: Collection[str] = ()) -> None:
        self._text, self._year, self._home = text, year, home
        self._plans = list(self._announced())

    def of(self, claim: Claim, own: OwnWords = NOBODYS) -> tuple[str, ...]:
        """The words that say a claim is planned, was not done, is of another time, of a part, or of others.

        own: the words that its figure goes by.
        """
        sentence, clause = (max(start, claim.start - _REACH) for start in (claim.sentence[0], claim.clause[0]))
        said = [word for word in self._planned(sentence, claim) if not self._is_own(word[0], own)]
        for sort in ("denied", "rhythm"):
            said += _TURNS[sort].finditer(self._text, clause, claim.start)
        if not own.grows:
            said += _TURNS["added"].finditer(self._text, clause, claim.start)
        # Of what was deleted, a part was deleted too: 删除推文300条，其中….
        said += (found for start, end in claim.shared for found in _TURNS["denied"].finditer(self._text, start, end))
        said += (word for word in self._in_part(sentence, clause, claim) if not self._is_own(word[0], own))
        said += (found for at in {sentence, clause} if (found := _TURNS["others"].match(self._text, at, claim.start)))
        if found := _TURNS["behind"].match(self._text, claim.end):
            said.append(found)
        words = (found[0].replace("”", "").strip("，。；：、 ") for found in said)
        return (*words, *self._over(claim))

    def _planned(self, sentence: int, claim: Claim) -> list[re.Match[str]]:
        said = list(_TURNS["planned"].finditer(self._text, sentence, claim.start))
        return [] if said and _DONE.search(self._text, said[-1].end(), claim.start) else said

    def _in_part(self, sentence: int, clause: int, claim: Claim) -> Iterator[re.Match[str]]:
        """The words for another time, or for a part of the unit."""
        before = ANSWERED.sub(lambda found: _BLANK * len(found[0]), self._text[sentence : claim.start])
        for found in _AT_HEAD.finditer(before, 0, clause - sentence):
            if not _WHOLE.search(before, found.end()) and not self._is_of_its_clause(before, found):
                yield found
        yield from _IN_PART.finditer(before, clause - sentence)
        yield from _IN_PART.finditer(ANSWERED.sub(_BLANK, behind(self._text, claim)))

    @staticmethod
    def _is_of_its_clause(before: str, found: re.Match[str]) -> bool:
        """农村寄宿生7847人，…: beside a figure a part is of that one alone, and a time ends with the semicolon."""
        if not _STATES.match(before, found.start()):
            return False
        in_part = "其中" in found[0] or _TURNS["scope"].search(found[0]) is not None
        return in_part or "；" in before[found.end() :]

    def _is_own(self, word: str, own: OwnWords) -> bool:
        pairs = list(pairs_of(word))
        if own.acts.issuperset(AUTUMN) and word.endswith(AUTUMN):
            return True
        named = bool(pairs) and own.pairs.issuperset(pairs) and (len(word) > _SHORT or word[0] in own.begins)
        return word in own.acts or word in self._home or named

    def _over(self, claim: Claim) -> Iterator[str]:
        """What the heading of the section, or of the line, says of all under it."""
        yield from filter(self._is_plan, claim.heading.split())
        for start, end, head in spans_in(self._plans, max(0, claim.start - _REACH), claim.start):
            if start <= claim.start < end:
                yield head

    def _announced(self) -> Iterator[tuple[int, int, str]]:
        """The stretches under a head of a line: the rest of it, or the items below where nothing else stands in it."""
        for found in _HEAD.finditer(self._text):
            if not self._is_plan(found["head"]):
                continue
            end = found.end()
            while not found["rest"].strip("*_ ") and (item := _ITEM.match(self._text, end)):
                end = item.end()
            yield found.end("head"), end, found["head"]

    def _is_plan(self, head: str) -> bool:
        if _REPORT.search(head):
            return False
        years = [int(year[0]) for year in _YEAR.finditer(head)]
        return bool(_PLAN.search(head)) or (bool(years) and min(years) > self._year)
