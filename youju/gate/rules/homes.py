"""Where somebody lives: addresses that are called a home, and those that no office has."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.page import Page

_HAN = r"[\u4e00-\u9fffA-Za-z0-9]"
_PLACE = rf"(?:{_HAN}{{1,12}}?(?:省|自治区|市|区|县|镇|乡|街道)){{0,5}}"
_NUMBER = r"[0-9一二三四五六七八九十百]{1,4}"
# A flat, or a house of a village: 幸福小区3号楼2单元501室, 青山村三组12号.
_FLAT = rf"{_NUMBER}(?:号楼|幢|栋|座|号院)[ ]?(?:{_NUMBER}单元)?[ ]?{_NUMBER}(?:室|户|房)?"
_UNIT = rf"{_NUMBER}单元[ ]?{_NUMBER}(?:室|户|号)?"
_ROOM = rf"{_NUMBER}号[ ]?{_NUMBER}室"
_DASHED = r"[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?:室)?"
_HOUSE = (
    rf"(?:村|庄|屯|寨)[\u4e00-\u9fff]{{0,4}}(?:{_NUMBER}|[东西南北前后上下])(?:组|队|社)(?:{_NUMBER}号)?|村{_NUMBER}号"
)
_HOME = re.compile(
    rf"{_PLACE}{_HAN}{{0,14}}?(?:{_FLAT}|{_UNIT}|{_ROOM}|{_HOUSE}"
    rf"|(?:小区|花园|苑|新村|公寓|家园|府|庭|城|湾|里|坊|路|街|巷|弄|号){_DASHED})"
)
_TOLD = re.compile(
    r"(?:家庭住址|家庭地址|家庭详细地址|常住地址|户籍地址|户口所在地|户籍所在地"
    r"|现住址|现住地|居住地址?|居住在|住址|家住|现住|现居|租住在?|住在|住于|家在|寄到|位于)"
    rf"[是为在于:\s]*(?P<it>(?:{_HAN}|[ -]){{0,24}}?"
    r"(?:村|路|街|巷|弄|组|号|室|小区|苑|花园|新村|公寓|家园|镇|乡|社区|屯)[0-9一二三四五六七八九十组号室幢栋单元-]{0,14})"
)
_COLUMN = re.compile(r"住址|家庭地址|居住|户籍|家庭所在")
_OFFICE = re.compile(
    r"会议|报名|办公|行政中心|教育局|培训|地点|交至|送至|投递|邮寄至"
    r"|学校地址|单位地址|办公地址|学校位于|举办|举行|报告厅|考点|校区|政府|中心校|商铺"
)
_SCHOOL_PLACE = re.compile(r"学校|小学|中学|幼儿园|教育局|学院|中心$")
_AT_HOME = re.compile(r"家住|住址|家庭|现居|现住|租住|居住|住在|户籍|家在|家访|家中|上门")


def find_homes(page: Page, known: Known) -> Iterator[Hit]:
    """Addresses that are called somebody's home, and those that no office has."""
    for line, text in enumerate(page.texts):
        for found in _TOLD.finditer(text):
            if not _is_public(page, line, found.start(), found[0]):
                yield Hit(line, *found.span("it"))
        for found in _HOME.finditer(text):
            if not _is_public(page, line, found.start(), found[0]):
                yield Hit(line, *found.span())
        yield from _in_columns(page, line)


def _is_public(page: Page, line: int, start: int, said: str) -> bool:
    before = page.told(line, start, most=30)
    behind = page.texts[line][start + len(said) :][:10]
    if any(map(_AT_HOME.search, (before, said, behind))):
        return False
    return bool(_OFFICE.search(before) or _OFFICE.search(said) or _SCHOOL_PLACE.search(before))


def _in_columns(page: Page, line: int) -> Iterator[Hit]:
    for start, end, column in page.row(line):
        if _COLUMN.search(column) and re.search(r"[村路街巷组号室区苑镇乡]", page.texts[line][start:end]):
            yield Hit(line, start, end)
