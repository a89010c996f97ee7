"""Who a mark may be somebody's: a name, or what tells a single pupil from all others without one."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.gate.rules.names import BEFORE, NAME
from youju.lib.surnames import COMPOUND, RARER, SINGLE

_FAMILY = rf"(?:{'|'.join(COMPOUND)}|[{SINGLE}{RARER}])"
_IN_NUMBER = "[一二三四五六七八九十0-9]"
_CLASS = rf"{_IN_NUMBER}{{1,4}}(?:年级|级)?[(]?{_IN_NUMBER}{{1,2}}[)]?班"


class One(NamedTuple):
    """What tells a pupil from others. surely: it is said of pupils alone. example: found; spared: left alone."""

    pattern: str
    surely: bool
    example: str
    spared: str


ONES = (
    One(
        r"(?:学籍|学|考籍|考|准考证|座位?|学生|考生)(?:尾?号|编号)(?:尾号)?[为是: ]{0,3}[A-Za-z]?[0-9]{1,20}",
        True, "学号20230117", "凭准考证号登录",
    ),
    One(r"(?:编号|序号|尾号)[为是: ]{0,2}[0-9]{1,20}的?(?:同学|学生|考生|孩子)", True, "编号07的孩子", "编号07的文件"),
    One(
        r"(?:考生|学生|同学|[男女]生|孩子)(?:[0-9]{2,20}|[A-Z甲乙丙丁]{1,2})(?![A-Za-z0-9人名]|等|类|卷|级|组)",
        True, "考生6021134", "学生120人",
    ),
    One(rf"{_CLASS}的?第?[0-9]{{1,2}}号", True, "初二五班23号", "五年级2班第3名"),
    One(r"(?<![0-9月第])[0-9]{1,3}号(?:同学|学生|考生|孩子|[男女]生)", True, "17号同学", "5月17号学生返校"),
    One(rf"(?:{BEFORE}|(?<=[与和、])){_FAMILY}(?:某{{1,2}}|[*×]{{1,2}}|[xX]{{2}})(?:同学|[男女]?生)?", False, "覃某某", "某校"),
    One(rf"(?:{BEFORE}|(?<=[与和、])){_FAMILY}(?:同学|生(?=[,(:的 ]))", True, "史同学", "全班同学"),
    One(r"(?<![\u4e00-\u9fff])某(?:同学|[男女]?生|学生|考生)", True, "某同学", "我校某学生社团"),
    One(r"(?<![A-Za-z.])[A-Z](?:\.[A-Z]){1,3}\.?(?![A-Za-z])|(?<![A-Za-z])[A-Z]{2,3} ?同学", False, "L.X.Y. 同学", "APP同步"),
    One(r"[“\"']?[\u4e00-\u9fff]{1,3}[”\"']?[(]化名", False, "“小明”(化名", "小明"),
    One(r"(?:Name|姓名|学生|考生)[: ]{1,3}[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", True, "Name: Chen Yutong", "Name of school"),
)  # fmt: skip
_ONES = tuple((one, re.compile(one.pattern)) for one in ONES)
_NAMED = re.compile(
    rf"(?:{BEFORE}|(?<=[请问了找令替访评选荐帮夸他她试测中星霸绍映小象女号年部之赛考一弟妹兄姐])){NAME}"
)
_SPREAD = re.compile(rf"(?<![\u4e00-\u9fff]){_FAMILY} [\u4e00-\u9fff](?![\u4e00-\u9fff])")


class Who(NamedTuple):
    """start, end (exclusive): in the sentence; surely: of a pupil, whatever else stands there."""

    start: int
    end: int
    surely: bool


def who_in(sentence: str) -> list[Who]:
    """Everybody in a sentence who may be a pupil, in their order."""
    return sorted(_who_in(sentence))


def _who_in(sentence: str) -> Iterator[Who]:
    for found in _NAMED.finditer(sentence):
        yield Who(*found.span(), surely=False)
    for found in _SPREAD.finditer(sentence):
        yield Who(*found.span(), surely=False)
    for one, pattern in _ONES:
        for found in pattern.finditer(sentence):
            yield Who(*found.span(), one.surely)
