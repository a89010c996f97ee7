"""How somebody who asks tells of themselves: by name, child, post, car, under a text; whatever they gave at the desk.

Each way has a reason, a text that it is for, and one that it must leave alone: a school is to read what it has to
settle, with the teacher complained of and the class it is about.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from youju.gate.rules.names import BEFORE, FAMILY, NAME, NEAR

_ME = r"(?:我|本人)"
_CHILD = r"(?:孩子|小孩|儿子|女儿|闺女|孙子|孙女|外孙女?|侄子|侄女|外甥女?|弟弟|妹妹|娃)"
_PARENT = (
    r"(?:家长|妈妈|爸爸|妈|爸|母亲|父亲|爷爷|奶奶|外公|外婆|姥姥|姥爷|监护人|家属"
    r"|妻子|丈夫|爱人|舅舅|叔叔|伯伯|姑姑|姨妈|阿姨|哥哥|姐姐)"
)
# A name ends where the clause does, or goes on with what a child does.
_ENDS = (
    r"(?=[,.，。;；、!！?？:：()（）\s]|$|在|就读|现|今年|读|被|没|从|因|经常|每|已|去|回"
    r"|上[小初高中]|是[一二三四五六七八九初高幼])"
)
_STAFF = (
    r"(?:门卫|保安|保洁员?|宿管|校医|厨[师工]|炊事员|司机|代课(?:老师|教师)|班主任|教研组长|年级(?:组长|主任)|实习(?:生|老师|教师)"
    r"|食堂(?:员工|工人|阿姨|师傅|职工)|(?:退休|在编|在职|语文|数学|英语|物理|化学|生物|历史|地理|政治|体育|音乐|美术)?(?:老师|教师|教职工|员工|职工)"
    r"|家委会(?:主任|会长|成员|委员))"
)
_OFFICES = r"(?:班长|学习委员|体育委员|课代表|(?:大|中)队长)"
_SENDER = r"(?:投诉|举报|反映|来信|来访|联系|申请|留言)人"
_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"


_LINES = re.compile(r"\s*\n\s*")


class Way(NamedTuple):
    """pattern: the group ``it``, where there is one, is the piece that tells. why: what the piece gives away."""

    pattern: re.Pattern[str]
    why: str
    example: str
    spared: str


WAYS = (
    Way(
        re.compile(
            rf"(?:{_ME}(?:的名字|名字|姓名)?(?:叫做?|是|名叫)|{_SENDER}(?:姓名)?[是为叫:： ]{{0,3}}"
            rf"|姓名[是为:： ]{{1,3}}|本人)(?P<it>{NAME}){_ENDS}"
            rf"|{_ME}是[^,，。;；!！?？\s]{{0,16}}?(?:学生|家长|村民|校友|毕业生|职工)(?P<also>{NAME}){_ENDS}"
        ),
        "a name that is said to be one's own",
        "我叫王建国，孩子上二年级。", "我是万老师班上的家长，任课的是王老师。",
    ),
    Way(
        re.compile(rf"(?:{_ME}|免贵)姓(?P<it>{FAMILY})"),
        "with the class a family name is enough", "我姓欧阳，想问校车。", "百家姓是否要背诵？",
    ),
    Way(
        re.compile(
            rf"{_CHILD}(?:(?:名字)?(?:叫做?|名叫|是)|的?(?:名字|姓名)[是叫:： ]{{1,3}})(?P<it>{NEAR})"
            rf"|{_CHILD}(?P<also>{NAME}){_ENDS}"
        ),
        "a child's name is that of the family", "我儿子叫张子轩，中午没饭吃。", "孩子任课老师常换，孩子叫苦。",
    ),
    Way(
        re.compile(rf"{BEFORE}(?P<it>{NAME})(?:同学|小朋友)?的?{_PARENT}"),
        "whose parent somebody is", "我是李梓涵的妈妈。", "全体家长和许多老人的家属都不知情，高年级家长也是。",
    ),
    Way(
        re.compile(
            rf"(?:{_ME}(?:就?是|系|为|作为|在)|(?:^|[,，。;；\n])作为)(?P<it>[^,，。;；!！?？\s的]{{0,8}}的?[^,，。;；!！?？\s的]{{0,4}}?{_STAFF})"
            rf"(?=[,，。;；!！?？:：\s]|$|[老小]{FAMILY})"
        ),
        "few hold a post at a school", "我是贵校食堂员工，工资拖欠三个月。", "我是三年级家长，班主任王老师收费。",
    ),
    Way(
        re.compile(rf"{_CHILD}(?:在班上?|在学校)?(?:是|当|任|担任)(?P<it>[^,，。;；]{{0,8}}?{_OFFICES})"),
        "a class has one of these", "我女儿是班里的学习委员，被撤了。", "班长由谁选？孩子想当。",
    ),
    Way(
        re.compile(
            rf"{_ME}家?(?:就|现)?住[在于]?(?P<it>[^,，。;；!！?？\s]{{2,16}}?(?:小区|花园|家园|公寓|社区|苑|村|庄|胡同|[栋幢]|[0-9]号))"
        ),
        "who says where they live is found", "我住学校对面幸福小区6栋。", "我住校，小区门口堵车。",
    ),
    Way(
        re.compile(
            r"(?:[Vv]信|威信|薇信|\b[WwVv][Xx]|抖音|快手)号?[是为:： ]{0,3}(?P<it>[A-Za-z0-9][A-Za-z0-9_-]{4,19})"
        ),
        "an account under one of its other names", "wx号 zhoumx1988", "学校抖音号何时开通？",
    ),
    Way(
        re.compile(rf"(?P<it>[{_PROVINCE}][A-Z][·. ]?(?=[A-Z0-9]*[0-9])[A-HJ-NP-Z0-9]{{5,6}})(?![A-Za-z0-9])"),
        "a car has one owner", "我的车京A·12345被堵。", "京B座教学楼，新A2012年建。",
    ),
    Way(
        re.compile(r"(?:学号|考号|学籍号|准考证号?|座号)[是为:： ]{0,3}(?P<it>[A-Za-z]?[0-9]{2,})"),
        "a number of one pupil", "学号是230512，查不到成绩。", "学号如何查询？",
    ),
    Way(
        re.compile(
            rf"(?:\n|[—-]{{2}}|敬礼[!！。,，]?|(?:落款|署名)[:：]?)\s*一?[位名]?(?:家长|学生|村民|教师)?"
            rf"[:： ]{{0,2}}(?P<it>{NEAR})\s*[0-9年月日./\s-]{{0,12}}$"
        ),
        "who signs names themselves", "请尽快解决。\n此致 敬礼！\n王建国", "何时开学？\n谢谢",
    ),
)  # fmt: skip


def told_of_self(text: str) -> Iterator[str]:
    """The pieces of a text by which its writer tells who they are, in the order of the ways."""
    joined = _LINES.sub("\n", text.strip())  # a thousand empty lines must not be tried one by one
    for way in WAYS:
        for found in way.pattern.finditer(joined):
            yield next((each for each in found.groupdict().values() if each), found[0])
