"""Marks and ranks of pupils, which a school may not make known (未成年人学校保护规定): tables and sentences."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import BEFORE, NAME, OTHERS, bare_name
from youju.gate.rules.page import Page
from youju.gate.rules.table import Table, cells

_SUBJECT = r"语文|数学|英语|物理|化学|生物|历史|地理|政治|道德与法治|道法|科学|信息技术|体育"
# What of a subject is marked by itself; and how subjects are shortened where marks stand in a row: 语98数95.
_TASK = "作文|阅读|听力|口语|默写|口算|计算|听写|背诵|体测"
_SHORT = "[语数英物化生政史地道科体]"
_WHO = re.compile(r"^(?:学生|考生|孩子|幼儿)?(?:姓名|名字|名单)$|^(?:学生|考生)$|^(?:学生)?姓名")
_BY_NUMBER = re.compile(r"学号|学籍号|考号")
_MARK = re.compile(
    rf"成绩|分数|得分|卷面|总分|均分|名次|排名|位次|排位|等第|期中|期末|月考|绩点|^(?:{_SUBJECT}|[语数英外物化生政史地])$"
)
_OF_SUBJECT = re.compile(rf"^(?:{_SUBJECT}|[语数英外物化生政史地])(?:成绩|分数|得分)?$")
_PUPIL = re.compile(
    r"学生|班级|年级|学号|学籍|中考|高考|月考|期中|期末|同学|[一二三四五六七八九1-9]年级"
    r"|[(（]?[0-9一二三四五六]+[)）]?班|质量检测|学业"
)
_GROWN_UP = re.compile(
    r"教师|教职工|应聘|招聘|招录|招考|面试|选调|职称|优质课|基本功|笔试|录用|聘|教案|课件|评委|专家|干部|党员|岗位|报考单位|单位"
)
_CONTEST = re.compile(
    r"运动会|田径|跳绳|篮球|足球|乒乓|接力|比赛|竞赛|大赛|征文|演讲|合唱|书法|绘画|朗诵|体育节|艺术节|科技节|展演"
)
_EXAM = re.compile(
    rf"考试|期末|期中|月考|中考|高考|模考|模拟考|小考|测试|检测|测验|统考|联考|质检|成绩|总分|学业|单元|复核"
    rf"|{_SUBJECT}|{_TASK}|光荣榜|喜报|排名|名次|[班级校]排|年级第|班级第|全班|班级前|年级前|进步|上次"
    rf"|考[了得出到]|最高分|最低分|[优困]生|[一二三]模|综合素质|质量分析"
)
_OF_MANY = re.compile(r"平均|均分|人均|小学|中学|学校|年级组|满意度|评估|督导")
# One mark without 分 (数学考了98), where nothing else is counted (98人, 12次, 5月).
_NUMBER = r"(?<![0-9.第])1?[0-9]{1,2}(?:\.[0-9])?(?![0-9.%])"
_COUNTED = r"(?! ?[人名所次个篇年月日号岁班届节元本册场天项条位家万课周时点分比:]|[-/~])"
_LONE = rf"(?<![0-9.第])(?:[2-9][0-9]|1[0-9]{{2}})(?:\.[0-9])?(?![0-9.%]){_COUNTED}"
_POINTS = r"[0-9]{1,3}(?:\.[0-9]+)? ?分(?!制|钟|之|别|管|校|院|局|会)"
_SCOPE = r"(?:年级|班级|全班|全校|全年级|年段|级部|段|全县|全市|全区|全镇|班|校)"
_DIGIT = "[0-9一二三四五六七八九十百]"
_NTH = rf"(?:第 ?{_DIGIT}{{1,4}} ?(?:[名位]|(?=的)|(?![0-9]|[\u4e00-\u9fff]))|倒数第?{_DIGIT})"
_RANK = rf"(?:{_NTH}|前{_DIGIT}{{1,3}}名?)"
_RESULT = re.compile(
    rf"(?P<points>{_POINTS})"
    rf"|(?P<bare>{_LONE})"
    rf"|(?P<rank>{_SCOPE}里?(?:排名?|名列|位列|居|行|总分)?(?:{_RANK}|{_NUMBER}{_COUNTED})"
    rf"|(?:名次|排名|位次|里排|名列|位列)[是为: (]*(?:第 ?)?{_NUMBER}(?! ?[人所次个篇年月日元])|{_NTH})"
    rf"|(?P<grade>(?:等级|等第|评价|评定|总评|{_SUBJECT})[是为:得 ]{{0,2}}[A-E](?![A-Za-z0-9]))"
)
"""What may be somebody's mark, rank or grade; a mark without 分 only where the sentence is of marks."""
_OF_MARKS = re.compile(rf"成绩|得分|总分|分数|高分|低分|考了?|总评|排名|{_SUBJECT}|{_TASK}|{_SHORT}[0-9]")
_NAMED = re.compile(rf"(?:{BEFORE}|(?<=[请问了找令替访评选荐帮夸他她])){NAME}")
_SENTENCE = re.compile(r"[^。;!?\t]+")
_BEHIND, _AHEAD = 30, 14
"""So many characters a result may stand behind a name, or ahead of it."""


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
    """Each name that has a mark, rank or grade near it in its sentence."""
    text = page.texts[line]
    about_exam = bool(_EXAM.search(text) or _EXAM.search(page.around(line, above=2)))
    for sentence in _SENTENCE.finditer(text):
        results = [found.span() for found in _RESULT.finditer(sentence[0]) if _counts(found, sentence[0], about_exam)]
        for name in _NAMED.finditer(sentence[0]) if results else ():
            near = next((span for span in results if _is_theirs(sentence[0], name.span(), span)), None)
            if near is not None:
                start, end = min(name.start(), near[0]), max(name.end(), near[1])
                yield Hit(line, sentence.start() + start, sentence.start() + end)


def _counts(found: re.Match[str], sentence: str, about_exam: bool) -> bool:
    """A number by itself is a mark, a place by itself a rank, only where the text is of such; 98分 says it itself."""
    if found["bare"]:
        return about_exam and bool(_OF_MARKS.search(sentence))
    return bool(found["points"]) or about_exam


def _is_theirs(sentence: str, name: tuple[int, int], result: tuple[int, int]) -> bool:
    """Whether a result near a name is that of a pupil so named."""
    behind, ahead = result[0] - name[1], name[0] - result[1]
    if not (0 <= behind <= _BEHIND or 0 <= ahead <= _AHEAD) or OTHERS.search(sentence[name[1] :]):
        return False
    start, end = min(name[0], result[0]), max(name[1], result[1])
    between = sentence[min(name[1], result[1]) : max(name[0], result[0])]
    if _OF_MANY.search(between) or _OF_MANY.search(sentence[max(0, result[0] - 6) : result[0]]):
        return False
    clause = sentence[max(0, start - 20) : end + 6]
    return not (_CONTEST.search(clause) or _GROWN_UP.search(clause))
