"""Names of children: those on the bureau's rosters, and those of whom the text itself tells that they are children."""

import re
from collections.abc import Iterator

from ahocorasick_rs import AhoCorasick, MatchKind

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import BEFORE, NAME, OTHERS
from youju.gate.rules.page import Page
from youju.gate.rules.young import young_names
from youju.lib.patterns import late

# Words that are names as well: 高兴, 白云. A child so called is found only where no other word goes on from it.
# fmt: off
_WORDS = {
    "高兴", "安全", "明白", "白云", "成长", "成功", "方向", "方正", "和平", "黄河", "江山", "金山", "高明",
    "明亮", "时间", "平安", "安康", "康乐", "乐观", "文明", "文化", "高地", "高山", "高度", "张开", "成就",
    "成果", "方法", "方式", "万一", "万千", "汪洋", "江南", "江北", "江河", "金融", "金额", "金色", "常规",
    "常识", "关注", "关心", "关键", "关爱", "关系", "段落", "管理", "花园", "华丽", "计划", "计算", "解决",
    "雷达", "雷锋", "黎明", "林业", "林地", "凌晨", "陆地", "路线", "路程", "罗列", "马上", "梅花", "孟春",
    "苗木", "齐全", "强调", "强化", "乔木", "秋天", "任务", "任何", "任教", "石油", "时代", "史实", "舒适",
    "水平", "宋体", "孙子", "唐诗", "陶冶", "田野", "童年", "童话", "温暖", "武术", "夏天", "项目", "谢谢",
    "熊猫", "徐徐", "许多", "严格", "杨树", "叶片", "易于", "尹始", "应用", "余额", "于是", "元旦", "袁术",
    "云计算", "章程", "周边", "周年", "周围", "祝贺", "祝福", "庄严", "左右",
}
# fmt: on
_OPENS = "有生学班童孩子员是为由和与及、给向对让叫者作文长级的说"
_CLOSES = "同小在的获说荣等和与以考被是正也参"
_SEX = r"(?:[男女][,; \t|]{0,2})?"
_AGED = late(
    rf"{BEFORE}(?P<it>{NAME})[,(: ]{{0,2}}{_SEX}(?:今年)?"
    r"(?P<age>[1-9]|1[0-7]|[一二三四五六七八九]|十[一二三四五六七]?)周?岁"
)
_BORN = late(
    rf"{BEFORE}(?P<it>{NAME})[,(: \t|]{{0,2}}{_SEX}(?:出生于|生于|出生日期:?)?"
    r"(?P<year>20[0-9]{2})[年./-](?P<month>1[0-2]|0?[1-9])[月./-](?:[0-9]{1,2}日?)?(?:出?生)?"
)
_LITTLE = late(rf"{BEFORE}(?P<it>{NAME})(?:小朋友|宝宝|小同学)")
_IN_CLASS = late(
    r"(?:[一二三四五六1-6]年级|[小中大]班|学前班|托班)(?:[(]?[0-9一二三四五六七八九十]{1,2}[)]?班)?(?:的|学生|女生|男生)*"
    rf"(?P<it>{NAME})(?=同学|小朋友)"
)
_NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}


def find_children(page: Page, known: Known) -> Iterator[Hit]:
    """Each name of a child that no consent lets be told."""
    spelled = {form: name for name in set(known.children) - set(known.released) for form in _forms(name)}
    # One pass over a line, however many children there are.
    words, finder = tuple(spelled), AhoCorasick(tuple(spelled), matchkind=MatchKind.LeftmostLongest)
    longer = _longer(known, finder)
    for line, text in enumerate(page.texts):
        for number, start, end in finder.find_matches_as_indexes(text):
            if _is_meant(text, start, end, words[number]) and not _is_in(text, start, end, longer):
                yield Hit(line, start, end)
        for found in _told(text, known):
            if found["it"] not in known.released:
                yield Hit(line, *found.span("it"))
        for start, end in young_names(text, known, page.told_of(line)):
            if text[start:end] not in known.released:
                yield Hit(line, start, end)


def _forms(name: str) -> tuple[str, ...]:
    """The name, a short one also as it is spread out in lists: 李 明."""
    return () if len(name) < 2 else (name, " ".join(name)) if len(name) == 2 else (name,)


def _longer(known: Known, finder: AhoCorasick) -> list[str]:
    """The names of grown-ups that hold one of the names looked for, and are none of them."""
    return [name for name in set(known.grown) - set(known.children) if finder.find_matches_as_indexes(name)]


def _is_meant(text: str, start: int, end: int, said: str) -> bool:
    if OTHERS.search(text[end : end + 4]):
        return False
    if said not in _WORDS:
        return True
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    return (not _is_han(before) or before in _OPENS) and (not _is_han(behind) or behind in _CLOSES)


def _is_in(text: str, start: int, end: int, longer: list[str]) -> bool:
    """Whether the place is a piece of a longer name that stands there."""
    return any(text.startswith(name, at) for name in longer for at in range(max(0, end - len(name)), start + 1))


def _is_han(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _told(text: str, known: Known) -> Iterator[re.Match[str]]:
    yield from _LITTLE.finditer(text)
    yield from _IN_CLASS.finditer(text)
    yield from (found for found in _AGED.finditer(text) if _age(found["age"]) < known.child_age)
    for found in _BORN.finditer(text):
        months = (known.today.year - int(found["year"])) * 12 + known.today.month - int(found["month"])
        if 0 <= months < known.child_age * 12:
            yield found


def _age(said: str) -> int:
    if said.isdecimal():
        return int(said)
    return sum(_NUMERALS[sign] for sign in said)
