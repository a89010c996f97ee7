"""Honours: the same one told twice, in other words or with less of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.claims.arithmetic.finding import Finding, found
from youju.claims.reading.claim import Span

_TOLD = re.compile(
    r"(?:被[^，。；\n]{0,20}?(?:评为|评定为|认定为|命名为|授予)|获评为?|荣获|获得|获颁|荣膺|喜获|斩获|评为|获)(?!得?了?(?:的|到))了?([^，。；;\n！]{6,60})"
)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}|20_+|20[xX]{2}")
_AGAIN = re.compile("再次|再度|连续|蝉联|又一?次|复[评查核]|曾|多次|第[二三四五六七八九]次|保持|继续")
_NOISE = re.compile(
    r"[“”‘’\"《》\s_的]|(?:19|20)[0-9xX_]{0,2}(?:[—-](?:20)?[0-9xX_]{2,4})?年?度?|荣誉称号|等?称号|荣誉|工作|等$|[我本]?[省市县区](?:委|政府|教育局)[、和]?|授予"
)
_LEVEL = re.compile("全国|国家级?|中央|省级?|市级?|[县区]级?|[乡镇]级?|校级?")
_PLACE = re.compile(r"[\u4e00-\u9fffXx×]{2,3}[省市县区]|全[国省市县区镇校]|国家级|[省市县区镇校]级|^[省市县区]")
_GRADE = re.compile("特等|[一二三四]等|[金银铜]奖|[金银铜]牌|优胜|优秀组织|第[一二三四五六七八九十0-9]+[批届名期]")
_SORT = re.compile("个人|集体|团体|单位|[县乡镇村校]$")
_HONOUR = re.compile(
    "先进|优秀|示范|文明|模范|标兵|奖|称号|十佳|最美|红旗|优胜|典型|百强|先锋|亮点|之星|达标|卫生|绿色|平安|五星|金牌|岗$|荣誉"
)
_PRAISE = re.compile("好评|肯定|认可|批示|支持|赞誉|关注|欢迎|通过|同意|专利|资金|补助|分$")
_QUOTES = re.compile('[“”‘’"]')
_QUOTED = re.compile('[“‘"《]')
_TAIL = re.compile("等?[、和及与]?$|称号.*$")
_SHORTEST, _COMPARED_WITH, _HEAD = 5, 12, 2
_ALL_OF, _HALF_OF = 0.85, 0.6


class Told(NamedTuple):
    """One mention: its place, its words, whose it is, and what tells it from others."""

    place: Span
    words: str
    core: str
    whose: str
    years: frozenset[str]
    level: str
    grades: frozenset[str]
    sorts: frozenset[str]


def findings(text: str) -> Iterator[Finding]:
    """Find each honour that is told a second time."""
    known: dict[str, list[Told]] = {}
    whose = ""
    for mention in _TOLD.finditer(text):
        own = _whose(text, mention)
        # 获评…，并荣获…: a verb without a subject goes on with the last one.
        whose = own or whose
        if _AGAIN.search(text[max(0, mention.start() - 8) : mention.end()]):
            continue
        for told in _split(text, mention, whose):
            like = known.setdefault(told.core[-_HEAD:], [])
            twin = next((other for other in like if _same(other, told)), None)
            if twin is not None:
                yield found(
                    "honour-twice", twin.place, told.place, first=_unquoted(twin.words), second=_unquoted(told.words)
                )
            elif len(like) < _COMPARED_WITH:
                like.append(told)


def _whose(text: str, mention: re.Match[str]) -> str:
    """Give who was honoured, as far as the clause says."""
    before = text[max(0, mention.start() - 24) : mention.start()]
    clause = re.split("[，。；：、\n]", before)[-1]
    return re.sub(
        "年底|年初|年内|全年|今年|近日|同时|并|还|也|先后|分别|共|[0-9]{1,2}月|[0-9]{4}年?|[我本]|被|成功", "", clause
    ).strip()


def _split(text: str, mention: re.Match[str], whose: str) -> Iterator[Told]:
    """Give each honour of a list 全国文明校园、省先进集体."""
    start = mention.start(1)
    for piece in re.finditer(
        r"[“‘\"《][^”’\"》]*[”’\"》][^、]*|[^、“‘\"《]+(?:[“‘\"《][^”’\"》]*[”’\"》])?[^、]*", mention[1]
    ):
        words = piece[0].strip()
        core = _PLACE.sub("", _NOISE.sub("", _TAIL.sub("", words)))
        level = _LEVEL.search(words)
        if (
            len(core) < (_SHORTEST - 1 if level and _QUOTED.search(words) else _SHORTEST)
            or not _HONOUR.search(words)
            or _PRAISE.search(words)
        ):
            continue
        yield Told(
            (start + piece.start(), start + piece.end()),
            words,
            core,
            whose,
            frozenset(_YEAR.findall(words)) | _year_before(text, mention.start()),
            level[0][0].replace("国", "全") if level else "",
            frozenset(_GRADE.findall(words)),
            frozenset(_SORT.findall(core)),
        )


def _unquoted(words: str) -> str:
    """Give an honour as it stands in the quotes of a finding's sentence."""
    return _QUOTES.sub("", words)


def _year_before(text: str, at: int) -> frozenset[str]:
    clause = re.split("[，。；\n]", text[max(0, at - 24) : at])[-1]
    return frozenset(_YEAR.findall(clause))


def _same(one: Told, other: Told) -> bool:
    if one.years and other.years and not one.years & other.years:
        return False
    if one.level and other.level and one.level != other.level:
        return False
    if one.grades != other.grades or (one.sorts and other.sorts and one.sorts != other.sorts):
        return False
    if not _same_owner(one.whose, other.whose):
        return False
    return _alike(one.core, other.core)


def _same_owner(one: str, other: str) -> bool:
    return not one or not other or one == other or one.endswith(other) or other.endswith(one)


def _alike(one: str, other: str) -> bool:
    """Say whether nearly all of the shorter name is in the longer one, which says little more."""
    first, second = (frozenset(name[at : at + 2] for at in range(len(name) - 1)) for name in (one, other))
    shared = len(first & second)
    return shared >= _ALL_OF * min(len(first), len(second)) and shared >= _HALF_OF * max(len(first), len(second))
