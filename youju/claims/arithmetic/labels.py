"""Labels: the words that name the parts of a list, and what they say of how the parts lie to each other."""

from __future__ import annotations

import re
from collections.abc import Sequence

_REST = re.compile("^(?:其余|其他|其它|余下|剩余|另外)|非|群众|一般|普通")
_LAST = re.compile("^(?:其余|其他|其它|余下|剩余)")
# One person can be of several of these at once; where only some labels speak of one, the parts overlap.
_ATTRIBUTES = [
    re.compile(pattern)
    for pattern in (
        "[男女]|妇女",
        "少数民族|汉族|[藏回壮苗维蒙]族",
        "党员|团员|党派|群众|共青",
        "岁|青年|老年|中年|年轻",
        "学历|本科|大专|专科|研究生|硕士|博士|学士",
        "职称|高级|中级|副高|正高|骨干|名师|双师",
        "留守|随迁|贫困|困难|低保|残疾|孤儿|特困|五保|脱贫|建档立卡",
        "志愿者|退役|返乡",
    )
]
# Ways of dividing: parts by one of them and parts by another overlap.
_WAYS = [
    re.compile(pattern)
    for pattern in (
        "国家级|全国|省级|全省|市级|全市|县级|区级|镇级|校级",
        "[特一二三四]等奖|金奖|银奖|铜奖|优胜奖",
        "幼儿园|小学|初中|高中|中职|大学",
        "[0-9一二三四五六七八九十]月|季度|半年",
        "线上|线下",
        "公办|民办",
        "新增|新建|新",
        *(attribute.pattern for attribute in _ATTRIBUTES),
    )
]
_OVERLAPPING = _ATTRIBUTES[6]
# One case or danger passes several of these, and is counted at each.
_STEPS = re.compile(
    "受理|收案|新收|[审执办]结|结案|立案|批捕|起诉|公诉|判处|移送|移交|排查|发现|整改|销号|查处|处罚|督办|验收|竣工|投产|投用|开工"
    "|签约|申报|入围|报名|参加|合格|通过"
)
_WHOLE = re.compile("全(?:球|国|省|市|县|区)(?!性|级)")
_BOUNDS = re.compile("以上|以下|以内|及以")
_SIDES = [
    (re.compile(one), re.compile(other))
    for one, other in (
        ("男", "女"),
        ("城镇|城市|城区", "农村|乡村"),
        ("线上", "线下"),
        ("公办", "民办"),
        ("上半年", "下半年"),
        ("专职", "兼职"),
        ("(?<!不)合格", "不合格"),
        ("室内", "室外"),
        ("校内", "校外"),
        ("境内", "境外"),
        ("省内", "省外"),
        ("市内", "市外"),
    )
]


def nested(labels: Sequence[str]) -> bool:
    """Say whether the parts are of the nation, the province, the city: each holds the next: no sum."""
    return len({found[0] for label in labels if (found := _WHOLE.search(label))}) > 1


def overlapping(labels: Sequence[str]) -> bool:
    """Say whether one thing may be counted under two of the labels: 女党员 and 大专以上学历党员."""
    if sum(bool(_OVERLAPPING.search(label)) for label in labels) > 1:
        return True
    if sum(bool(_BOUNDS.search(label)) for label in labels) > 1 and len({label[-2:] for label in labels}) < len(labels):
        return True
    if len(set(map(_step, labels))) > 1:
        return True
    own = [label for label in labels if not _REST.search(label)]
    if any(_some_not_all(attribute, own) for attribute in _ATTRIBUTES):
        return True
    ways = [{index for index, way in enumerate(_WAYS) if way.search(label)} for label in labels]
    return all(ways) and not set.intersection(*ways)


def _step(label: str) -> str:
    """Give the stage of its life at which a label counts a thing; nothing where it names none."""
    step = _STEPS.search(label)
    return step[0] if step else ""


def _some_not_all(pattern: re.Pattern[str], labels: Sequence[str]) -> bool:
    hits = sum(bool(pattern.search(label)) for label in labels)
    return 0 < hits < len(labels)


def exhaustive(labels: Sequence[str]) -> bool:
    """Say whether the labels leave nothing out: 男 and 女, or 其余 at the end."""
    if len(labels) > 1 and _LAST.search(labels[-1]):
        return True
    if len(labels) != 2:
        return False
    first, second = labels
    return any(
        (one.search(first) and other.search(second) and not one.search(second))
        or (other.search(first) and one.search(second) and not one.search(first))
        for one, other in _SIDES
    )
