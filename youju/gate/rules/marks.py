"""Marks and ranks of pupils, which a school may not make known (未成年人学校保护规定): tables and sentences."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import BEFORE, NAME, OTHERS, bare_name
from youju.gate.rules.page import Page
from youju.gate.rules.table import Table, cells

_SUBJECT = r"语文|数学|英语|物理|化学|生物|历史|地理|政治|道德与法治|道法|科学|信息技术|体育"
_WHO = re.compile(r"^(?:学生|考生|孩子|幼儿)?(?:姓名|名字|名单)$|^(?:学生|考生)$|^(?:学生)?姓名")
_BY_NUMBER = re.compile(r"学号|学籍号|考号")
_MARK = re.compile(rf"成绩|分数|得分|总分|均分|名次|排名|位次|排位|等第|期中|期末|月考|绩点|^(?:{_SUBJECT})$")
_OF_SUBJECT = re.compile(rf"^(?:{_SUBJECT})(?:成绩|分数|得分)?$")
_PUPIL = re.compile(
    r"学生|班级|年级|学号|学籍|中考|高考|月考|期中|期末|同学|[一二三四五六七八九1-9]年级"
    r"|[(（]?[0-9一二三四五六]+[)）]?班|质量检测|学业"
)
_GROWN_UP = re.compile(
    r"教师|教职工|应聘|招聘|招录|招考|面试|选调|职称|优质课|基本功|教案|课件|评委|专家|干部|党员|岗位|报考单位|单位"
)
_CONTEST = re.compile(
    r"运动会|田径|跳绳|篮球|足球|乒乓|接力|比赛|竞赛|大赛|征文|演讲|合唱|书法|绘画|朗诵|体育节|艺术节|科技节|展演"
)
_EXAM = re.compile(
    rf"考试|期末|期中|月考|中考|高考|模考|模拟考|小考|测试|检测|测验|统考|联考|质检|成绩|总分|学业|单元"
    rf"|{_SUBJECT}|光荣榜|喜报|排名|年级第|班级第|全班|班级前|年级前"
)
_OF_MANY = re.compile(r"平均|均分|人均|小学|中学|学校|年级组")
_GOT = rf"(?:{_SUBJECT}|总分|成绩|考试|测试|检测|测验|中考|高考|期末|期中|月考|得|考了?|考出|考取|获|拿|取得|以|[(:])"
_POINTS = r"[0-9]{1,3}(?:\.[0-9]+)? ?分"
_RANK = (
    r"(?:第 ?[0-9一二三四五六七八九十百]{1,4} ?(?:名|位)?|倒数第?[0-9一二三四五六七八九十]"
    r"|前[0-9一二三四五六七八九十]{1,3}名?)"
)
_SCOPE = r"(?:年级|班级|全班|全校|全年级|年段|级部|段|全县|全市|全区|全镇|班)"
_SENTENCE_PATTERNS = (
    re.compile(rf"{BEFORE}(?P<it>{NAME}(?P<behind>[^。;\t]{{0,14}}?{_GOT}[^。;\t]{{0,12}}?{_POINTS}))"),
    re.compile(rf"{BEFORE}(?P<it>{NAME}(?P<behind>[ (:]{{0,2}}{_POINTS}))"),
    re.compile(rf"{BEFORE}(?P<it>{NAME}(?P<behind>[^。;\t]{{0,22}}?{_SCOPE}(?:排名|名列|位列|总分)?{_RANK}))"),
    re.compile(rf"(?P<it>{_RANK}(?:名?的|是|为|:| )+(?P<name>{NAME})(?P<behind>))"),
)


def find_marks(page: Page, known: Known) -> Iterator[Hit]:
    """Tables in which persons have marks or ranks, once each at their first row; sentences that tell them."""
    told_in: set[int] = set()
    for table in page.tables:
        if _is_of_pupils(page, table):
            for hit in _first_row(page, table):
                told_in.update((table.head, *table.rows))
                yield hit
    for line in range(len(page.texts)):
        if line not in told_in:
            yield from _in_sentence(page, line)


def _is_of_pupils(page: Page, table: Table) -> bool:
    columns = table.columns
    persons = any(_WHO.search(column) for column in columns)
    marks = [column for column in columns if _MARK.search(column)]
    about = page.around(table.head) + "".join(columns)
    if not marks or not (persons or (any(_BY_NUMBER.search(each) for each in columns) and _PUPIL.search(about))):
        return False
    if _PUPIL.search(about):
        return True
    return not (_GROWN_UP.search(about) or (_CONTEST.search(about) and not any(map(_OF_SUBJECT.search, marks))))


def _first_row(page: Page, table: Table) -> Iterator[Hit]:
    for line in table.rows:
        row = {column: page.texts[line][start:end] for start, end, column in page.row(line)}
        marked = any(_MARK.search(column) and re.search("[0-9优良中差ABCD]", said) for column, said in row.items())
        named = any(
            (_WHO.search(column) and bare_name(said)) or _BY_NUMBER.search(column) for column, said in row.items()
        )
        if marked and named:
            found = cells(page.texts[line])
            yield Hit(line, found[0].start, found[-1].end)
            return


def _in_sentence(page: Page, line: int) -> Iterator[Hit]:
    text = page.texts[line]
    if not (_EXAM.search(text) or _EXAM.search(page.around(line, above=2))):
        return
    for pattern in _SENTENCE_PATTERNS:
        for found in pattern.finditer(text):
            clause = text[max(0, found.start() - 20) : found.end() + 6]
            name = found.groupdict().get("name") or text[found.start("it") : found.start("behind")]
            if _OF_MANY.search(found["it"]):
                continue
            if not (OTHERS.search(found["behind"]) or _CONTEST.search(clause) or _GROWN_UP.search(clause)) and name:
                yield Hit(line, *found.span("it"))
