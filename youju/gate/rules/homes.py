"""Where somebody lives: addresses that are called a home, and those that no office has."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.page import Page
from youju.lib.patterns import late

_HAN = r"[\u4e00-\u9fffA-Za-z0-9]"
_PLACE = rf"(?:{_HAN}{{1,12}}?(?:省|自治区|市|区|县|镇|乡|街道)){{0,5}}"
_NUMBER = r"[0-9一二三四五六七八九十百]{1,4}[ ]?"
# A flat, or a house of a village: 幸福小区3号楼2单元501室, 青山村三组12号.
_DOOR = rf"(?:[0-9]{{3,4}}(?![0-9])(?:室|户|房)?|{_NUMBER}(?:室|户|房))(?![0-9人名]|教室|会议)"
_FLOOR = rf"(?:[顶底]|{_NUMBER})[楼层]"
_FLAT = (
    rf"{_NUMBER}(?:号楼|幢|栋|座|号院|#楼?)[ ,]?(?:(?:{_NUMBER}|[东西南北中])(?:单元|门|排))?[ ,]?(?:{_FLOOR})?[ ,]?(?:{_DOOR}|{_NUMBER}号|[东西中]户)"
    rf"|{_NUMBER}(?:号楼|幢|栋|座),?{_NUMBER}单元,?{_FLOOR}|楼[号栋][: ]{{0,2}}[0-9]{{1,3}}[, ]{{0,2}}(?:单元[: ]{{0,2}}[0-9]{{1,2}}[, ]{{0,2}})?房号[: ]?[0-9]{{2,4}}"
)
# By its floor: 惠民苑B座2楼206, 家属院2单元5楼东. By a lane: 望江路119弄6号402.
_BY_FLOOR = rf"(?:[A-Z0-9甲乙丙丁一二三四五六七八九十]{{1,3}}(?:座|栋|幢|单元|号楼)|筒子楼|家属楼|宿舍楼)[ ]?{_FLOOR}[ ]?(?:{_DOOR}|[东西南北中](?:户|室|侧|边)?(?![\u4e00-\u9fff]))"
_LANE = rf"{_NUMBER}弄[ ]?{_NUMBER}号[ ]?{_DOOR}"
_UNIT = rf"{_NUMBER}单元[ ]?{_NUMBER}(?:室|户|号)?"
_ROOM = rf"{_NUMBER}号[ ]?{_NUMBER}室"
_DASHED = r"[0-9]{1,3}-[0-9]{1,2}-[0-9]{3,4}(?:室)?"
_HOUSE = (
    rf"(?<=[\u4e00-\u9fff])[坳岭坪垄坡塘岗湾][ ]?[0-9]{{1,3}}[ ]?号(?![楼院线车站])|"
    rf"(?:村|庄|屯|寨)[\u4e00-\u9fff]{{0,4}}(?:{_NUMBER}|[东西南北前后上下])(?:组|队|社)(?:{_NUMBER}号)?|村{_NUMBER}号"
    rf"|村[\u4e00-\u9fff]{{1,4}}(?:组|湾|屯|社|队|坪|寨|沟)[ ]?{_NUMBER}号|号附{_NUMBER}号|号[前后左右东西南北][排院屋]"
)
_HOME = late(
    rf"{_PLACE}{_HAN}{{0,14}}?(?:{_FLAT}|{_UNIT}|{_ROOM}|{_HOUSE}|{_BY_FLOOR}|{_LANE}"
    rf"|(?:[幢栋座]|号楼)-{_NUMBER}-[0-9]{{3,4}}|[区园苑村寓府庭城湾里坊路街巷弄号期邸郡轩阁院舍居墅庄][)]?[A-Z]?{_DASHED}(?![0-9-]))"
)
_IN_ENGLISH = late(r"(?:[Hh]ome|[Rr]esidential) address(?: is)?[: ]{1,2}(?P<it>[^.;]{0,60}[0-9][^.;]{0,40})")
_TOLD = late(
    r"(?:家庭住址|家庭地址|家庭详细地址|常住地址|户籍地址|户口所在地|户籍所在地"
    r"|现住址|现住地|居住地址?|居住[在于]|住址|租房地址|租住地址|收货地址|收件地址|收货(?=:)|寄件人(?=:)|门牌(?:号码?)?|(?:家长|学生|监护人|本人)[^。,;]{0,6}地址(?=[是为:])|(?<![居入留常现家租])住(?=[\u4e00-\u9fff]{2,8}(?:镇|乡|街道|小区))|家住|现住|现居|暂住地?|租住在?|住在|住于|家在|寄到|位于)"
    rf"[是为在于:\s]*(?P<it>(?:{_HAN}|[ -]){{0,24}}?"
    r"(?:村|路|街|巷|弄|组|号|室|小区|苑|花园|新村|公寓|家园|镇|乡|社区|屯)[0-9一二三四五六七八九十组号室幢栋单元-]{0,14})"
)
# A kind of place is no address: 家住偏远山村.
_NOWHERE = late(
    r"(?:在|于)?(?:[偏边遥较][远僻]?|农|山|乡|大山|外|本|附近|贫困|同一?个?|城).{0,3}(?:村|乡|镇|小区|社区|街)"
)
_COLUMN = late(r"住址|家庭地址|居住|户籍|家庭所在")
_OFFICE = late(
    r"电话咨询|招生|学区|服务区|划片|施教区|范围|会议|报名|办公|行政中心|教育局|培训|地点|交至|送至|投递|邮寄至"
    r"|学校地址|单位地址|办公地址|学校位于|举办|举行|报告厅|考点|校区|政府(?!家属)|中心校|商铺|教学楼|办公楼|综合楼|实验楼|行政楼|图书楼|科技楼|大楼|食堂|教室|窗口"
)
_SCHOOL_PLACE = late(r"[该我本]校|学校|小学|中学|幼儿园|教育局|学院|中心$")
_AT_HOME = late(r"家住|住址|家庭|现居|现住|租住|居住|住在|户籍|家在|家访|家中|上门|送教|暂住|同住")


def find_homes(page: Page, known: Known) -> Iterator[Hit]:
    """Addresses that are called somebody's home, and those that no office has."""
    for line, text in enumerate(page.texts):
        for found in _TOLD.finditer(text):
            if not (_NOWHERE.fullmatch(found["it"]) or _is_public(page, line, found.start(), found[0])):
                yield Hit(line, *found.span("it"))
        for found in _IN_ENGLISH.finditer(text):
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
