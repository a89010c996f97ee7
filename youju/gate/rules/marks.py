"""Marks and ranks of pupils, which a school may not make known (未成年人学校保护规定): tables and sentences."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from youju.gate.rules.exams import SUBJECT, TASK, is_of_exams
from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import NAME, OTHERS, bare_name
from youju.gate.rules.page import Page
from youju.gate.rules.pupils import Who, who_in
from youju.gate.rules.results import Found, results_in
from youju.gate.rules.table import Table, cells
from youju.lib.patterns import late

_WHO = late(r"^(?:学生|考生|孩子|幼儿)?(?:姓名|名字|名单)$|^(?:学生|考生)$|^(?:学生)?姓名|^Name$", re.IGNORECASE)
_BY_NUMBER = late(r"学号|学籍号|考号")
_MARK = late(
    rf"成绩|分数|得分|卷面|总分|均分|名次|排名|位次|排位|等第|期中|期末|月考|绩点|标准分|百分位|总评|是否合格|档次|段次|^(?:Score|Math|Rank|Total)|^(?:{SUBJECT}|{TASK}|[语数英外物化生政史地])$"
)
_GRADED = late("等级|评价|结果|评定|等次|备注")
_GRADE = late(r"(?:[A-E][+-]?|[优良中差]|优秀|良好|[不待]?[合及]格|[未不]?(?:达标|通过))等?$")
_OF_SUBJECT = late(rf"^(?:{SUBJECT}|[语数英外物化生政史地])(?:成绩|分数|得分)?$")
_PUPIL = late(
    r"学生|班级|年级|学号|学籍|中考|高考|月考|期中|期末|同学|[一二三四五六七八九1-9]年级"
    r"|[(（]?[0-9一二三四五六]+[)）]?班|质量检测|学业"
)
_GROWN_UP = late(
    r"教师|教职工|应聘|招聘|招录|招考|面试|选调|职称|优质课|基本功|笔试|录用|聘|教案|课件|评委|专家|(?<!学生)干部|党员|岗位|述职|评议|得票|书记|职工|撰写|论文|课题|执教|所教|任教|案例|报考单位|单位"
)
_CONTEST = late(
    r"运动会|田径|跳绳|篮球|足球|乒乓|接力|比赛|竞赛|大赛|征文|演讲|合唱|书法|绘画|朗诵|体育节|艺术节|科技节|展演|说课|赛课|歌手|[冠亚季]军"
)
_OF_LEARNING = late(
    rf"卷面|考级|体测|体质|体育(?:中考|考试|成绩|模考)|[模统联]考|[不未待]及格|[不未]达标|测试|测评|测验|期[中末]|特长生|统考|中考|高考|(?:{SUBJECT})[\u4e00-\u9fff]{{0,2}}[竞联]赛[^获]*分"
    rf"|(?:{SUBJECT}|{TASK})(?:比|竞|大)赛[^获]*[班年]级"
)
_SURELY_PUPIL = late(r"中考|高考|期[中末]|月考|[一二三]模|[一二三四五六七八九]年级|同学|听力")
_OF_MANY = late(
    r"(?<!各科)(?<!五科)(?<!学期)(?<!期末)(?<!成绩:)(?<![高初][一二三])(?:平均|均分)|人均"
    r"|(?:小学|中学)(?!毕业|[一二三四五六])|(?<!在)学校|年级组|满意度|评估|督导"
)
_SENTENCE = late(r"[^。!?]+")
_NAMES_ALONE = late(rf"[(]?(?:[0-9]{{1,3}}[).、 ]*)?{NAME}(?:[ ,、;/|\t]+{NAME})*[ ,、;]*$")
_OWNER = late(rf"(?:学生|考生|孩子|同学)?(?:姓名|名字)?[: ]*{NAME}(?:同学)?$|(?:学号|考号|准考证号)[: ]*[0-9]+$")
_SHORT, _HEAD = 24, 40
"""So long a line of a list may be, and the line above it."""
_SIGNS = ' :(=-,“”"'
_BEHIND, _AHEAD, _WIDEST = 36, 14, 60
"""So many characters a result may stand behind a name, or ahead of it; and so far before it begins one that does."""


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
    yield from _in_lists(page)


def _is_of_pupils(page: Page, table: Table) -> bool:
    columns = table.columns
    persons = any(_WHO.search(column) for column in columns) or _begin_with_names(page, table)
    marks = [column for column in columns if _MARK.search(column)] or _graded(page, table)
    about = page.around(table.head) + "".join(columns)
    if not marks or not (persons or (any(_BY_NUMBER.search(each) for each in columns) and _PUPIL.search(about))):
        return False
    if _PUPIL.search(about):
        return True
    return not (_GROWN_UP.search(about) or (_CONTEST.search(about) and not any(map(_OF_SUBJECT.search, marks))))


def _begin_with_names(page: Page, table: Table) -> bool:
    """Whether each row begins with a name, whatever the first column is called."""
    firsts = [cells(page.texts[line])[0].text for line in table.rows]
    return all(re.fullmatch(NAME, first) for first in firsts)


def _graded(page: Page, table: Table) -> list[str]:
    """The columns, called by a general word, in which the first row has a grade."""
    row = page.row(table.rows[0])
    return [
        name for start, end, name in row if _GRADED.search(name) and _GRADE.match(page.texts[table.rows[0]][start:end])
    ]


def _first_row(page: Page, table: Table) -> Iterator[Hit]:
    for line in table.rows:
        row = page.row(line)
        marked = any(_is_mark(column, page.texts[line][start:end]) for start, end, column in row)
        named = any(_is_one(column, page.texts[line][start:end]) for start, end, column in row)
        if marked and named:
            found = cells(page.texts[line])
            yield Hit(line, found[0].start, found[-1].end)
            return


def _is_mark(column: str, said: str) -> bool:
    if _GRADED.search(column):
        return bool(_GRADE.match(said))
    return bool(_MARK.search(column) and re.search("[0-9优良中差ABCD]", said))


def _is_one(column: str, said: str) -> bool:
    is_named = bool(_WHO.search(column)) and bare_name(said)
    return is_named or bool(_BY_NUMBER.search(column)) or re.fullmatch(NAME, said) is not None


def _in_sentence(page: Page, line: int) -> Iterator[Hit]:
    """Everybody who has a mark, rank or grade near them in their sentence."""
    text, around = page.texts[line].replace("\t", " "), page.around(line, above=2)
    exam = is_of_exams(around)
    for sentence in _SENTENCE.finditer(text):
        persons = who_in(sentence[0])
        results = results_in(sentence[0], exam=exam, around=around) if persons else []
        starts = [result.start for result in results]
        for who in persons:
            window = results[bisect_left(starts, who.start - _WIDEST) : bisect_left(starts, who.end + _BEHIND + 1)]
            near = next((result for result in window if _is_theirs(sentence[0], who, result)), None)
            if near is not None:
                start, end = min(who.start, near.start), max(who.end, near.end)
                yield Hit(line, sentence.start() + start, sentence.start() + end)


def _in_lists(page: Page) -> Iterator[Hit]:
    """Names alone below a head that tells a mark; short lines of marks below a pupil's name."""
    is_told = is_owned = False
    for line, text in enumerate(page.texts):
        if _NAMES_ALONE.match(text):
            if is_told:
                yield Hit(line, 0, len(text))
            is_owned = len(text) <= _SHORT
            continue
        is_short = 0 < len(text) <= _SHORT
        if is_owned and is_short and results_in(text, exam=True, around=text):
            yield Hit(line, 0, len(text))
        is_owned = is_short and (is_owned or bool(_OWNER.match(text)))
        is_told = _is_head(text)


def _is_head(text: str) -> bool:
    """Whether a line says of those below it how they did."""
    is_list = len(text) <= _HEAD and text.endswith((":", "名单", "同学", "学生")) and is_of_exams(text)
    if not is_list or _GROWN_UP.search(text) or _is_of_contest(text) or _OF_MANY.search(text):
        return False
    return bool(results_in(text, exam=True, around=text))


def _is_theirs(sentence: str, who: Who, result: Found) -> bool:
    """Whether a result near somebody is theirs, as a pupil."""
    behind, ahead = result.start - who.end, who.start - result.end
    if not (0 <= behind <= _BEHIND or 0 <= ahead <= _AHEAD) or OTHERS.search(sentence[who.end : who.end + 4]):
        return False
    between = sentence[min(who.end, result.end) : max(who.start, result.start)]
    if _OF_MANY.search(between) or _OF_MANY.search(sentence[max(0, result.start - 6) : result.start]):
        return False
    start, end = min(who.start, result.start), max(who.end, result.end)
    clause = sentence[max(0, start - 20) : end + 12]
    if result.code == "behind-name" and (behind < 0 or between.strip(_SIGNS)):
        return False
    is_grown_up = _GROWN_UP.search(sentence[max(0, start - 20) : end + 4]) and not (
        who.surely or _SURELY_PUPIL.search(clause)
    )
    return not (is_grown_up or _is_of_contest(clause))


def _is_of_contest(clause: str) -> bool:
    """Places in games are told; marks in a subject's contest are not."""
    return bool(_CONTEST.search(clause)) and not _OF_LEARNING.search(clause)
