"""Names of children that no roster has: told by a grade, a class of a kindergarten or a word for a child beside them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.gate.rules.line import Known
from youju.gate.rules.names import NEAR, OTHERS
from youju.lib.patterns import late

_HAN = r"[\u4e00-\u9fff]"
_FEW = "[0-9一二三四五六七八九十]{1,2}"
_NO_STAFF = r"(?! ?(?:各?学科|[组级]长|年级?组|教|老|班主任|语文|数学|英语|家长|任课|科任|导师|辅导))"
# The grade is in a group of its own: how old they are is told by it. 高三(2)班 and 八(1)班 are none.
_CLASS = (
    r"(?:(?<![高初九八职专研第0-9])(?P<grade>[一二三四五六七1-7])"
    rf"(?:年级(?:[(]?{_FEW}[)]?班)?|[(]{_FEW}[)]班?|[0-9]{{1,2}}班)"
    rf"|(?P<seventh>初一)(?:[(]?{_FEW}[)]?班)?"
    rf"|(?<!{_HAN})[大中小][0-9一二三四五六]?班|(?:幼儿园)?[大中小][0-9一二三四五六]?班(?=的|幼儿|小朋友|孩子| )"
    "|学前班|托班)"
)
_SMALL = (
    "小(?:记者|选手|主持人?|演员|歌手|讲解员|解说员|志愿者|作家|作者|画家|读者|导游|队员|领读人|发明家|棋手|旗手|主播|书虫|书迷"
    "|达人|明星|英雄|模特|科学家|园丁|诗人|舞者|鼓手|琴手|球员|交警|店长|厨师|农夫|班长|组长|观众|老师|学生|朋友|宝贝|寿星|代表"
    "|将|同学|学员)"
)
"""As children are called who do what grown-ups do."""

_CHILD = (
    "(?:孩子|幼儿|宝宝|[男女]孩儿?|[男女]童|幼童|患儿|儿童|少先队员|新队员|少先队(?:[大中小]队[长委]|旗手|代表)"
    rf"|[大中]队委员?|红领巾\w{{0,4}}员|{_SMALL})"
)
_ROLE = (
    "(?:学生|同学|代表|选手|队员|[男女]生|新生|主持人?|[冠亚季]军|得主|获得者|获奖者|班长|委员|班干部|作者|学员|成员|课代表"
    rf"|旗手|候选人|标兵|毕业生|小学生|少年|之星|兄弟|姐妹|姐弟|兄妹|双胞胎|{_CHILD})"
)
_LINK = r"(?:姓名|名字|名单)?(?:名?叫做?|名为|是|为|有|的|[: (“\"|\t,、·《》]){0,3}"
_FILL = rf"(?:(?:(?!教师|老师|主任|家长|书记|校长|园长|组长){_HAN}|、){{0,8}}?{_ROLE})?"
# What may follow a name at once: else it is the beginning of another word (小学生毛笔字).
_GOES_ON = (
    "[的之很非十们在是说的获荣等和与以用被把将向从对为给让也都又便还就自每常却已曾没不参正同小朗诵读发言讲述分享捐拿举夺摘赢得救勇"
    "助扶捡拾交写画作做完演唱跳弹拉走跑来去到坐站敬献宣带戴穿因患身家现今年生于代担任主热爱喜最第笑哭告收接送介采见表展示学习成入"
    "加报提问回答叫住上下出]"
    "|摔伤|受伤|走失|走丢|落水|溺水|失踪|遇难|遭|患有|确诊"
    "|兴奋|激动|高兴|开心|深情|动情|自豪|骄傲|腼腆|害羞|大声|轻声|热情|热心|认真|仔细|流利|声情|绘声|大方|高高"
)
# A list is followed for so many names that no line takes long; by what it begins with the line is held all the same.
_NAMES = rf"(?P<it>{NEAR}(?:[、,和与及 ]{{1,2}}{NEAR}){{0,40}})(?={_GOES_ON}|(?!{_HAN})|$)"
_AGE = "(?P<age>1[0-7]|[1-9]|十[一二三四五六七]?|[一二三四五六七八九])"
_BESIDE = r"(?:同学|小朋友|性别|年龄|现年|今年|民族|[男女汉回藏满](?:[孩童生族])?|[,(:;、| \t]){0,6}"
_AT = (
    r"(?:现|今年|目前|正|刚|就读于?|上|读|是|为|所在|班级|年级|学校|在|[:,;( |\t]){0,5}"
    rf"(?:{_HAN}{{0,12}}(?:小学|学校|幼儿园|校区))?的?[ ,(]?"
)


class Young(NamedTuple):
    """A way of telling that somebody named ``it`` is a child. needs: what the line must hold besides.

    example: found; spared: left alone.
    """

    code: str
    pattern: str
    example: str
    spared: str
    needs: str = ""


WAYS = (
    Young(
        "of-class", rf"{_CLASS}{_NO_STAFF}{_FILL}{_LINK}{_NAMES}",
        "三年级二班的林朵朵在朗诵", "三年级语文教师林朵朵在上课",
    ),
    Young("child", rf"{_CHILD}(?:代表)?{_LINK}{_NAMES}", "受伤孩子叫魏小龙", "小学生毛笔字大赛"),
    Young(
        "child-behind",
        rf"(?P<it>{NEAR}(?:[、,和与及 ]{{1,2}}{NEAR}){{0,8}})(?:同学)?(?:等)?(?:被评为|获评|评为|当选为?|入选|加入|成为|担任|竞选)"
        rf"[^。;,!?]{{0,8}}{_CHILD}",
        "高欣、程岚被评为优秀少先队员", "王芳老师被评为优秀少先队辅导员",
    ),
    Young(
        "aged-before", rf"(?<![0-9])(?:年仅|今年|刚满)?{_AGE}周?岁半?(?:的|大的)?{_FILL}{_LINK}{_NAMES}",
        "七岁的范一诺在画画", "六岁以上儿童",
    ),
    Young(
        "aged-behind", rf"(?P<it>{NEAR}){_BESIDE}{_AGE}周?岁(?!以|及以)",
        "卢佳佳同学,11周岁", "卢佳佳同学的奶奶,71周岁",
    ),
    Young("class-behind", rf"(?P<it>{NEAR}){_BESIDE}{_AT}{_CLASS}{_NO_STAFF}", "丁一(五年级)", "丁一(五年级组长)"),
    Young(
        "school-behind", rf"(?P<it>{NEAR}){_BESIDE}[^。!?;]{{0,16}}?(?:就读于?|[上读]){_HAN}{{0,12}}(?:小学|幼儿园)",
        "薛梦瑶,女,就读于城北小学", "薛梦瑶老师任教于城北小学",
    ),
    Young(
        "school-in-brackets", rf"(?P<it>{NEAR})[(]{_HAN}{{2,12}}(?:小学|完小|幼儿园)[)]",
        "小学组一等奖:齐天(城南小学)", "教师组一等奖:齐天(城南小学)", needs="小学组|幼儿组|学生组|儿童|少年|学生姓名|小选手",
    ),
    Young(
        "kin", rf"(?P<it>{NEAR})(?:小朋友|同学)?的?(?:妈妈|爸爸|爷爷|奶奶|外婆|外公|姥姥|姥爷|父亲|母亲|父母|家长)",
        "小班的家长、鲍小米的妈妈", "鲍小米的妈妈", needs="幼儿园|小学|[一二三四五六]年级|[大中小]班|托班",
    ),
    Young("right-name", rf"(?:大名|本名|真名|原名)[:是叫为]{{0,2}}{_NAMES}",
        "大班的萌萌(大名:于梓萌)", "大名鼎鼎", needs=rf"幼儿园|小学|年级|[大中小]班|{_CHILD}|岁",
    ),
    Young(
        "english",
        "(?:year-old (?:pupil|student|boy|girl)|[Gg]rade [1-7] (?:pupil|student)"
        "|(?:primary school|[Kk]indergarten) (?:pupil|child)),? (?P<it>[A-Z][a-z]+ [A-Z][a-z]+)",
        "Nine-year-old pupil Wang Xiaomei", "A sixty-year-old Primary School",
    ),
)  # fmt: skip
_COMPILED = tuple((late(way.pattern), late(way.needs)) for way in WAYS)
_NAME = late(rf"{NEAR}|[A-Z][a-z]+ [A-Z][a-z]+")
_GROWN_UP = late(
    "教师|老师|班主任|任课|执教|授课|讲授|主讲|任教|指导|辅导员|校长|园长|主任|书记|教研|家长|职务|职称|讲师"
)
_TITLED = late(
    "(?:教师|老师|班主任|主任|校长|园长|书记|辅导员|教练|家长|组长|局长|干部|医生|民警|馆长|M(?:r|rs|s)[.]?)[: ]?$"
)
_NUMERALS = {sign: value for value, sign in enumerate("零一二三四五六七八九十")}
_ENTERS = 6
"""So many years after their birth the youngest enter the first grade."""


def young_names(text: str, known: Known, told: str) -> Iterator[tuple[int, int]]:
    """Start and end of each name of which the text tells that it is a child's. told: what its line is about besides."""
    for pattern, needs in _COMPILED:
        for found in pattern.finditer(text):
            if _is_old(found, known) or not needs.search(text):
                continue
            for name in _NAME.finditer(text, *found.span("it")):
                if name[0] not in known.grown and not _is_grown_up(text, name, told):
                    yield name.span()


def _is_old(found: "re.Match[str]", known: Known) -> bool:
    """Whether the age or the grade that is told says that they are too old to be children."""
    groups = found.groupdict()
    if age := groups.get("age"):
        return _number(age) >= known.child_age
    grade = 7 if groups.get("seventh") else _number(groups.get("grade") or "0")
    return bool(grade) and grade + _ENTERS >= known.child_age


def _number(said: str) -> int:
    return int(said) if said.isdecimal() else sum(_NUMERALS[sign] for sign in said)


def _is_grown_up(text: str, name: "re.Match[str]", told: str) -> bool:
    before, behind = text[max(0, name.start() - 6) : name.start()], text[name.end() : name.end() + 6].lstrip()
    # In 班主任刘洋 the last sign of the title may pass for a family name.
    if _TITLED.search(before) or _TITLED.search(before + name[0][:1]):
        return True
    return bool(OTHERS.search(behind) or _GROWN_UP.match(behind) or _GROWN_UP.search(told))
