"""What says by how much something changed: 同比增长12%, 比上年增加3次, 提高1.2个百分点, 翻一番, 是去年的2倍."""

import re
from fractions import Fraction
from typing import Literal, NamedTuple

from youju.claims.context.named_period import LAST_YEAR
from youju.claims.reading import Claim
from youju.indicators.figure import Figure

Sort = Literal["amount", "share", "points", "times", "times more"]

_AGAINST = f"(?:{LAST_YEAR}|(?:19|20)[0-9]{{2}}年)(?:同期|秋季)?"
_UP = "增长|增加|提高|提升|上升|上涨|增幅|净增|扩大|(?<!差不)(?<!至)(?<!最)(?<!许)(?<!众)多"
_DOWN = "下降|减少|降低|回落|压减|下滑|降幅|净减|缩减|缩短|少"
# 比上年多开展8场: the verb may stand between, and 比去年整整多出206人 says how it is felt.
_CHANGED = re.compile(
    rf"(?:(?:{_UP}|(?P<down>{_DOWN}))(?:了|率?(?:为|达到?))?"
    rf"|[比较]{_AGAINST}[整足又还净就]{{0,4}}(?:[多增升涨]|(?P<fewer>[少减降缩]))[\u4e00-\u9fff]{{0,3}})(?:约|近|超|超过)?$"
)
_COMPARED = re.compile("[比较]|同期|同比|[多少]了")
_NOUN = re.compile("[\u4e00-\u9fff]")
_TIMES_OF = re.compile(f"{_AGAINST}的(?:约|近|超|超过)?$")
_AGAINST_YEAR = re.compile("(?:[比较与是为达]|达到|相当于)((?:19|20)[0-9]{2})年")
_MONTH_BEFORE = re.compile("环比|[比较]上月")
_BLANKS = re.compile(r"\s+")
_REACH = 12


class Change(NamedTuple):
    """What sort of change a claim states, and against what: a year, the month before, or (0) the year before."""

    sort: Sort
    down: bool = False
    year: int = 0
    month_before: bool = False

    @property
    def sign(self) -> str:
        """What stands behind its value; "" where that is the claim's own measure word."""
        return {"share": "%", "times": "倍", "times more": "倍"}.get(self.sort, "")


class Grown(NamedTuple):
    """A change as the ledger has it: from which figure, and by how much in the text's direction."""

    change: Change
    before: Figure
    by: Fraction | None


def change_of(text: str, claim: Claim) -> Change | None:
    """The change that a claim states; None where it states an amount: 增长到12%, 新增3人."""
    before = _BLANKS.sub("", text[max(claim.clause[0], claim.start - _REACH) : claim.start])
    found = _CHANGED.search(before)
    sort = _sort(text, claim, before, changed=found is not None)
    if sort is None:
        return None
    said = _BLANKS.sub("", text[claim.sentence[0] : claim.start])
    years = _AGAINST_YEAR.findall(said)
    down = found is not None and (found["down"] or found["fewer"]) is not None
    return Change(sort, down, int(years[-1]) if years else 0, _MONTH_BEFORE.search(said) is not None)


def _sort(text: str, claim: Claim, before: str, *, changed: bool) -> Sort | None:
    if claim.kind == "rank":
        return None
    if claim.unit.endswith("百分点"):
        return "points"
    if claim.unit == "番" or (claim.unit == "倍" and _TIMES_OF.search(before)):
        return "times"
    if not changed:
        return None
    if claim.unit == "倍":
        return "times more"
    if claim.kind == "percent":
        return "share"
    # 比上年有所下降，学生减少461人: compared is the sentence; 减少461个学位 is what was done.
    alone = not _NOUN.match(text, claim.end)
    return "amount" if _COMPARED.search(text, claim.sentence[0] if alone else claim.clause[0], claim.start) else None
