"""Rules over numbers: of identity papers, telephones and bank cards."""

import re
from collections.abc import Iterator

from youju.gate.rules.line import Hit, Known
from youju.gate.rules.names import NAME
from youju.gate.rules.numbers import Number, is_card, is_identity, is_mobile, numbers
from youju.gate.rules.page import Page
from youju.lib.patterns import late

_PAPER = late(r"身份证|证件号|公民身份|身份号码|学籍号")
_OTHER_PAPER = late(
    r"(?:护照|通行证|回乡证|台胞证|居留证|证件)[^。;\t]{0,8}?"
    r"(?P<it>(?<![0-9A-Za-z])(?:[EG][0-9]{8}|E[A-Z][0-9]{7}|[HMC][0-9]{8,10})(?![0-9A-Za-z]))"
)
# What has a number of as many digits and is nobody's: 订单号 6222…
_SERIAL = late(
    r"(?:编号|单号|流水号|准考证号|学号|考号|档号|代码|文号|批号|序列号|条码"
    r"|税号|发票号?码?|ISBN|NO\.?|编码|案号|版号)[是为:\s]*$",
    re.IGNORECASE,
)
_ADDRESS = late(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]*$")
_LONGEST_ADDRESS = 300
_CARD_TOLD = late(r"卡号|银行卡|储蓄卡|借记卡|工资卡|社保卡|一卡通|惠农卡|存折")
_MOBILE_SHAPES = {
    (3, 4, 4), (3, 8), (7, 4), (4, 3, 4), (4, 4, 3), (3, 3, 5), (5, 6), (3, 2, 2, 2, 2), (3, 2, 3, 3), (2, 3, 3, 3),
    (3, 4, 2, 2),
    (2, 3, 4, 4), (2, 11), (2, 3, 8), (4, 3, 4, 4), (4, 11),
}  # fmt: skip
_JOINED_BEFORE, _JOINED_BEHIND = late(r"[0-9A-Za-z][-._/]?$"), late(r"[-._/]?[0-9A-Za-z]")
_CARD_SHAPES = {
    (4, 4, 4, 4),
    (4, 4, 4, 4, 3),
    (4, 4, 4, 4, 2),
    (4, 4, 4, 4, 1),
    (6, 13),
    (6, 10),
    (4, 4, 4, 7),
    (4, 6, 5),
}

_LANDLINE = late(r"(?<![0-9*.])[( ]?0[0-9]{2,3}[)]?[ -]{0,2}[2-9][0-9]{2,3}[ -]?[0-9]{4}(?![0-9*])")
_LOCAL = late(r"(?<![0-9*./-])[2-9][0-9]{2,3}-?[0-9]{4}(?![0-9*])(?![名人元所个平万年])")
_OFFICE = late(
    r"咨询|监督|举报|投诉|办公|值班|服务|热线|传真|受理|总机|校办|报名|客服"
    r"|公开|维权|预约|政策|招生|信访|查询|求助|报修|反映|专线|单位|接待"
)
_AT_HOME = late(r"家长|家庭|家里|家中|学生|监护人|父亲|母亲|父母|爸爸|妈妈|爷爷|奶奶|本人|宅|住户|户主|亲属|紧急联系人")
_TELEPHONE = late(r"电话|座机|联系方式|宅电|Tel", re.IGNORECASE)
_AFTER_NAME = late(rf"(?:^|[\s,:、(|\t]){NAME}[\s,:(-]*$")
_LIST_OF_PEOPLE = late(r"姓名|名字|学生|户主|家长")


def find_identities(page: Page, known: Known) -> Iterator[Hit]:
    """Numbers of identity cards; other numbers of eighteen only where the text says that they are one."""
    for line, text in enumerate(page.texts):
        for number in numbers(text):
            if _is_identity(page, line, number):
                yield Hit(line, number.start, number.end)
        for found in _OTHER_PAPER.finditer(text):
            yield Hit(line, *found.span("it"))


def _is_identity(page: Page, line: int, number: Number) -> bool:
    digits, told = number.digits, page.told(line, number.start)
    if len(digits) == 18:
        return is_identity(digits) or (number.whole and bool(_PAPER.search(told)))
    # Fifteen digits have no check of their own: half of all serial numbers with a day in them would be one.
    fits = number.shape in {(15,), (6, 6, 3), (1,) * 15} and is_identity(digits)
    serial = _SERIAL.search(told) and not _PAPER.search(told)
    return fits and not serial and not _in_address(page, line, number)


def find_phones(page: Page, known: Known) -> Iterator[Hit]:
    """Mobile numbers; those of lines at home. The lines of an office are there to be told."""
    for line, text in enumerate(page.texts):
        for number in numbers(text):
            if _is_mobile(page, line, number):
                yield Hit(line, number.start, number.end)
        for found in _LANDLINE.finditer(text):
            if _is_at_home(page, line, found.start()):
                yield Hit(line, *found.span())
        for found in _LOCAL.finditer(text):
            told = page.told(line, found.start())
            if _TELEPHONE.search(told) and _is_at_home(page, line, found.start()):
                yield Hit(line, *found.span())


def _is_mobile(page: Page, line: int, number: Number) -> bool:
    if not (number.whole or number.shape in _MOBILE_SHAPES or set(number.shape) == {1}) or not is_mobile(number.digits):
        return False
    if not number.whole and _is_piece(page.texts[line], number):
        return False
    return not _SERIAL.search(page.told(line, number.start)) and not _in_address(page, line, number)


def _is_piece(text: str, number: Number) -> bool:
    """Whether the groups belong to a longer code: YX2022-1380-2025-123."""
    before, behind = text[max(0, number.start - 2) : number.start], text[number.end : number.end + 2]
    return bool(_JOINED_BEFORE.search(before) or _JOINED_BEHIND.match(behind))


def _is_at_home(page: Page, line: int, start: int) -> bool:
    told = page.told(line, start)
    if _AT_HOME.search(told):
        return True
    table = page.table_at(line)
    if table is not None:
        return any(_LIST_OF_PEOPLE.search(column) for column in table.columns) and not _OFFICE.search(told)
    return not _OFFICE.search(told) and bool(_AFTER_NAME.search(page.texts[line][max(0, start - 20) : start]))


def find_cards(page: Page, known: Known) -> Iterator[Hit]:
    """Numbers of bank cards; any long number that the text calls one."""
    for line, text in enumerate(page.texts):
        for number in numbers(text):
            if _is_card(page, line, number):
                yield Hit(line, number.start, number.end)


def _is_card(page: Page, line: int, number: Number) -> bool:
    if not (number.whole or number.shape in _CARD_SHAPES or set(number.shape) == {1}) or is_identity(number.digits):
        return False
    told = page.told(line, number.start)
    if _CARD_TOLD.search(told):
        return 15 <= len(number.digits) <= 19
    return is_card(number.digits) and not _SERIAL.search(told) and not _in_address(page, line, number)


def _in_address(page: Page, line: int, number: Number) -> bool:
    """Whether the digits are a part of a web address: pages are numbered by them."""
    before = page.texts[line][max(0, number.start - _LONGEST_ADDRESS) : number.start]
    return bool(_ADDRESS.search(before)) and not before.endswith(("=", "tel:"))
