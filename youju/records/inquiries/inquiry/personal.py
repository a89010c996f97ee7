"""What of a text would tell who asked: what was given at the desk, numbers, homes and accounts, and any way in which
people tell of themselves.
"""

import re
from collections.abc import Iterable, Iterator

from youju.gate.rules.accounts import find_accounts
from youju.gate.rules.homes import find_homes
from youju.gate.rules.line import Known
from youju.gate.rules.names import FAMILY
from youju.gate.rules.page import Page
from youju.gate.rules.plain import plain
from youju.lib import clock
from youju.records.inquiries.inquiry.askers import Asker
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.selves import told_of_self

# Telephones, identity cards and the like: seven digits and more in a row, blanks and hyphens among them. No sums.
_LONG_NUMBER = re.compile(r"(?<![\d.])\d(?:[ .·-]?\d){6,17}[Xx]?(?!\d|\.\d|元|万|平方|人次|名)")
# Days, and the numbers of inquiries (2026-00012).
_DAY = re.compile(r"(?<![\d-])(?:19|20)\d\d(?:[-./]\d{1,2}[-./]\d{1,2}|-\d{5})(?![\d-])")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}")
# How somebody is called by the family name alone. A teacher of that name may be whom it is about.
_TITLES = ("先生", "女士", "小姐", "同志", "家长", "妈妈", "爸爸", "大姐", "大哥", "师傅", "某")
_BEFORE_NAME = ("小", "老", "姓")
_COMMON = frozenset({"建国", "学校", "文明", "文化", "安全", "平安", "高兴", "和平", "国庆", "立新", "光明", "明天"})
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff])[ \u3000·]+(?=[\u4e00-\u9fff])")
_GIVEN = re.compile(rf"(?P<family>{FAMILY})(?P<given>[\u4e00-\u9fff]{{1,2}})")
_SENTENCE = re.compile(r"[^。！？!?；;\n]+[。！？!?；;]?")


def names_asker(inquiry: InquiryColumns, text: str) -> str:
    """The first piece of a text for the unit by which the asker could be known; empty where there is none."""
    return tells(asker_pieces(inquiry), text)


def asker_pieces(inquiry: InquiryColumns) -> tuple[str, ...]:
    """What is kept of the asker, as far as it was given."""
    asker = Asker.objects.filter(record=inquiry.pk).first() if inquiry.pk else None
    return (asker.name, asker.phone, asker.address) if asker else ()


def tells(pieces: Iterable[str], text: str) -> str:
    """The first piece of a text by which the asker could be known, as it stands there or in plain digits; empty where
    there is none. pieces: what was given of the asker.
    """
    return next(_telling(pieces, text), "")


def _telling(pieces: Iterable[str], text: str) -> Iterator[str]:
    read = "\n".join(plain(line) for line in text.splitlines())
    close = _BLANK.sub("", read)
    yield from (piece for piece in _known(pieces) if piece in text or plain(piece) in close)
    yield from (found.group() for found in _LONG_NUMBER.finditer(_DAY.sub("", read)))
    yield from told_of_self(close)
    page, nobody = Page("", text.splitlines()), Known(today=clock.today())
    for find in (find_homes, find_accounts):
        yield from (page.texts[hit.line][hit.start : hit.end] for hit in find(page, nobody))


def subject_of(text: str, pieces: Iterable[str], most: int) -> str:
    """The first sentence of a text by which the asker cannot be known, at most so long; empty where there is none."""
    known = tuple(pieces)
    sentences = (" ".join(sentence.split()) for sentence in _SENTENCE.findall(text))
    return next((sentence[:most] for sentence in sentences if sentence and not tells(known, sentence)), "")


def untelling(text: str, pieces: Iterable[str]) -> str:
    """What is left of a text without the sentences by which the asker could be known."""
    known = tuple(pieces)
    return "".join(sentence for sentence in _SENTENCE.findall(text) if not tells(known, sentence))


def _known(pieces: Iterable[str]) -> list[str]:
    """The pieces that tell something, and how a name among them is called."""
    told = [piece for piece in pieces if len(piece) > 1]
    return [*told, *(called for piece in told if _NAME.fullmatch(piece) for called in _called(piece))]


def _called(name: str) -> Iterator[str]:
    """By the family name with what goes before and behind it; by the given name alone, where that is no other word."""
    given = _GIVEN.fullmatch(name)
    family = given["family"] if given else name[0]
    yield from (f"{family}{title}" for title in _TITLES)
    yield from (f"{before}{family}" for before in _BEFORE_NAME)
    if given and len(given["given"]) > 1 and given["given"] not in _COMMON and not name.endswith(_TITLES):
        yield given["given"]
