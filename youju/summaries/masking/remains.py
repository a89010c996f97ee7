"""What a masked text still tells: for a person to decide, never changed by itself."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from youju.claims.reading import Claim, extract
from youju.lib.surnames import SINGLE
from youju.summaries.masking.masked import Remain, RemainSort

_LINK = re.compile(r"(?:https?://|www\.)[^\s，。；、）)》”]+")
_DATE = re.compile(
    r"(?<![0-9])(?:1[0-2]|0?[1-9])\s?月\s?(?:[12][0-9]|3[01]|0?[1-9])\s?[日号]|_[-.](?:1[0-2]|0?[1-9])[-.](?:[12][0-9]|3[01]|0?[1-9])"
)
# A name that no list has: 柳溪村, 李明老师.
_NAME = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[在到赴于进]))[\u4e00-\u9fff]{2,4}?(?:镇|乡|村|社区|街道|小学|中学|幼儿园)(?![习生级])"
    rf"|[{SINGLE}][\u4e00-\u9fff]{{1,2}}"
    r"(?=同志|老师|校长|园长|局长|主任|同学|书记)"
)
_ONLY = re.compile("唯一|全国首[个家所]|全省首[个家所]|全市首[个家所]")
_WIDEST = 300  # characters on either side that are shown of a sentence
_SENTENCE = re.compile(rf"[^。！？；\n]{{0,{_WIDEST}}}")
_RARE_DIGITS = 4  # a count of four digits that is not round is looked up in a minute


def remains(text: str) -> Iterator[Remain]:
    """Unique ranks, exact days, links, rare numbers and likely names of a masked text, in its order."""
    found = [*_ranks(text), *_patterns(text), *_rare(text)]
    yield from sorted(found, key=lambda remain: (remain.start, remain.end))


def _ranks(text: str) -> Iterator[Remain]:
    why = _("A first place is easily looked up together with what it is of.")
    for claim in extract(text):
        if claim.kind == "rank" and claim.value == 1:
            yield _remain(text, claim.start, claim.end, "rank", why)
    for found in _ONLY.finditer(text):
        yield _remain(text, found.start(), found.end(), "rank", why)


def _patterns(text: str) -> Iterator[Remain]:
    sorts: tuple[tuple[RemainSort, re.Pattern[str], str], ...] = (
        ("link", _LINK, _("An address leads to whoever wrote the text.")),
        ("date", _DATE, _("An event is found by its day.")),
        ("name", _NAME, _("This looks like a name that no list of the bureau has.")),
    )
    for sort, pattern, why in sorts:
        for found in pattern.finditer(text):
            yield _remain(text, found.start(), found.end(), sort, why)


def _rare(text: str) -> Iterator[Remain]:
    why = _("So exact a number stands in few texts.")
    for claim in extract(text):
        if claim.kind in ("count", "amount") and claim.approx == "exact" and _is_rare(claim):
            yield _remain(text, claim.start, claim.end, "rare", why)


def _is_rare(claim: Claim) -> bool:
    digits = str(claim.value or "").replace(".", "").rstrip("0")
    return len(digits) >= _RARE_DIGITS


def _remain(text: str, start: int, end: int, sort: RemainSort, why: str) -> Remain:
    least = max(start - _WIDEST, 0)
    before = max(least, *(text.rfind(mark, least, start) + 1 for mark in "。！？；\n"))
    behind = _SENTENCE.match(text, end)
    return Remain(start, end, text[start:end], sort, text[before : behind.end() if behind else end].strip(), why)
