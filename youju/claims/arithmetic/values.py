"""One quantity with two values: the same thing counted, of the same place, time and level."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.arithmetic.quantity import apart, held, said
from youju.claims.arithmetic.stretch import Stretch, last_clause, span
from youju.claims.reading import Claim

_YEARLY = re.compile("全年|一年来|年内|今年以来|全年共|累计|共计?|总计|合计|总数|总量")
_WHOLE_YEAR = re.compile("全年|一年来|年内|今年|本年度?|年度|(?:19|20)[0-9]{2}年(?!底|末|初|[0-9])")
_TIME = re.compile(
    "[0-9一二三四五六七八九十]{1,2}月(?:[0-9]{1,2}日|份|底|初)?|[一二三四]季度|[上下]半年|[上下]学期|暑期?|寒假|春|秋|汛|去年|上年|前年|明年|截至|目前|年底|年末|年初|累计"
    "|近[0-9一二三四五六七八九十]+年|[0-9一二三四五六七八九十]+年来|十[二三四五]五|每[月年周季学]|活动日|期间|同期|以来|第[一二三四五六七八九十0-9]+[批期届次轮季]|首批|首次"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}(?=年|学年|-)")
_PLAN = re.compile("计划|目标|力争|预计|拟|争取|将|任务|下一步|明年|确保|要求|不少于|不低于|至少|标准|应|规划")
_COMPARED = re.compile(
    "比|较|同比|增加|减少|由|从|提高|下降|增长|分别|各|其中|每|平均|人均|还有|另|最|最高|包括|含|占|余下|其余|达标率"
)
_LEVEL = re.compile("国家|全国|省|市|县|区|乡|镇|街道|村|社区|校|院|班|局|科|中心|公司|支部|站")
_SYNONYMS = [
    (
        re.compile(
            "开展|举办|举行|组织|召开|进行|完成|实现|达到?了?|累计|共计?|总计|合计|全年|今年以来|今年|一年来|年内|本年度?|先后|有|为|了|的|已|约|近"
        ),
        "",
    ),
    (re.compile("广大|各类|各项|相关|有关|全体|群众|市民|社会各界|人民"), ""),
    (re.compile("回复|答复|解答"), "答复"),
    (re.compile("刊发|刊登|发表|发布"), "发表"),
    (re.compile("收到|接到|受理"), "受理"),
    (re.compile('[“”‘’"《》\\s（）()_]|(?:19|20)[0-9]{2}年?'), ""),
]
_OCCURRENCES = frozenset(("次", "场", "期", "场次", "届", "轮"))
_SUBJECT, _SHORT, _LONG, _PERCENT = 24, 2, 4, 5
_MOST_TOLD, _ELIDED, _FAR = 8, 4, 200


class Stated(NamedTuple):
    """A claim, and whether its sentence says that it is the year's whole."""

    claim: Claim
    yearly: bool


def findings(stretches: list[Stretch]) -> Iterator[Finding]:
    """Find each figure that an earlier one of the same quantity contradicts."""
    known: dict[tuple[str, ...], list[Stated]] = {}
    for stretch in stretches:
        for index, claim in enumerate(stretch.claims):
            key = _key(stretch, index)
            if key is None:
                continue
            stated = Stated(claim, bool(_YEARLY.search(last_clause(stretch.gap(index)))))
            before = known.setdefault(key, [])
            twin = next((one for one in before if _contradicts(key[0], one, stated)), None)
            if twin is not None:
                yield _told(twin.claim, claim)
            if len(before) < _MOST_TOLD:
                before.append(stated)


def _key(stretch: Stretch, index: int) -> tuple[str, ...] | None:
    """Give what a claim counts, and where, when and at which level; None where it is no statement of its own."""
    claim, gap = stretch.claims[index], stretch.gap(index)
    if claim.value is None or claim.shared or claim.kind in ("rank", "ratio") or "个百分点" in claim.unit:
        return None
    clause = last_clause(gap)
    sentence = stretch.text[stretch.start : min(stretch.end, stretch.start + 200)]
    if not clause or gap.endswith("、") or _COMPARED.search(clause) or _PLAN.search(sentence):
        return None
    if claim.heading and _LEVEL.search(claim.heading) and not _YEARLY.search(clause):
        return None
    subject = _subject(stretch, claim, clause)
    times = "".join(sorted(set(_TIME.findall(_WHOLE_YEAR.sub("", sentence)))))
    years = "".join(sorted(set(_YEAR.findall(sentence))))
    where = "" if claim.place.startswith(("全", "我", "本")) else claim.place
    occurrences = "人次" if claim.unit.endswith("次") else ""
    return subject, claim.unit, where, times, years, claim.level, occurrences, _whose(stretch, claim, subject)


def _whose(stretch: Stretch, claim: Claim, subject: str) -> str:
    """Give the words that open the part of the sentence, where the figure's own words leave out whose it is.

    In 足球队参赛3次，累计获奖12人次；篮球队参赛5次，累计获奖14人次 only they tell the two 累计获奖 apart.
    """
    if len(subject) > _ELIDED:
        return ""
    part = re.split("[；;]", stretch.text[max(stretch.start, claim.start - _FAR) : claim.start])[-1]
    opening, *more = re.split("[，,]", part)
    return re.split("[0-9]", opening)[0][-_SUBJECT:] if more else ""


def _subject(stretch: Stretch, claim: Claim, clause: str) -> str:
    """Give the words for what is counted, without those that say nothing of it, in one order."""
    behind = re.split("[，。；、：（(0-9]", stretch.behind(claim, 16))[0]
    words = clause[-_SUBJECT:] + "|" + behind
    for pattern, instead in _SYNONYMS:
        words = pattern.sub(instead, words)
    return "".join(sorted(words.replace("|", "")))


def _contradicts(subject: str, one: Stated, other: Stated) -> bool:
    """Say whether two figures of one subject cannot both be right.

    Where only one is said to be the year's, or neither, the other may be of a single event: then they must lie near
    to each other, as a slip of the pen does, and the subject must be told at length.
    """
    first, second = held(one.claim), held(other.claim)
    if first is None or second is None or not apart(first, second):
        return False
    if one.claim.kind == "percent":
        return len(subject) >= _PERCENT and ("率" in subject or "度" in subject)
    if one.yearly and other.yearly:
        return len(subject) >= _SHORT
    single = one.claim.unit not in _OCCURRENCES and not (one.yearly or other.yearly)
    return len(subject) >= _LONG and not single and _near(one.claim, other.claim)


def _near(one: Claim, other: Claim) -> bool:
    small, large = sorted((one.value or 0, other.value or 0))
    return large < 10 * small and 10 * small >= 7 * large


def _told(one: Claim, other: Claim) -> Finding:
    difference = said(abs(Fraction(one.value or 0) - Fraction(other.value or 0)), one, other)
    return found("two-values", span(one), span(other), first=one.text, second=other.text, difference=difference)
