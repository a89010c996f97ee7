"""Near misses: sentences with the ledger's own number that speak of something else. None may turn green.

near_misses.txt has a line for each frame written by hand: what is another in it, the figure it comes near, and the
sentence. near_turns.txt has plain right sentences (base) and what turns each of them: another period, another scope,
or that it is planned; every one is put round every base. Every other frame and every other turn is unseen: rules are
not changed for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from tests.demo_bureaus import YEAR
from youju.claims.telling.checked import Checked
from youju.indicators.display import bare
from youju.indicators.figure import Value
from youju.indicators.figures import figures
from youju.lib.periods import Period

_HERE = Path(__file__)
_TOGETHER = 60  # sentences checked as one text, a line each
ANSWERED = {
    "截至12月10日": f"..{YEAR}-12-10",
    "截至11月底": f"..{YEAR}-11-30",
    "截至10月底": f"..{YEAR}-10-31",
    "截止6月": f"..{YEAR}-06-30",
    "一季度": f"..{YEAR}-03-31",
}
"""The turns that name a period which the ledger answers: there the number may be true."""


class NearMiss(NamedTuple):
    """sort: modifier, survey, measure, title, part, unit, rank, stage; of turns period, scope, mood.

    code: the figure whose number stands at {n}. unseen: in the half that no rule was changed for.
    """

    sort: str
    code: str
    sentence: str
    unseen: bool


def rows(name: str) -> list[list[str]]:
    """The lines of one of the two files, cut at their bars."""
    return [line.split("|") for line in _HERE.with_name(name).read_text("utf-8").splitlines()]


def bases() -> list[NearMiss]:
    """The right sentences that the turns are put round."""
    return [NearMiss(sort, code, f"{said}。", False) for sort, code, said in _of_turns("base")]


def near_misses() -> Iterator[NearMiss]:
    """Every frame, and every turn round every base."""
    for place, (sort, code, sentence) in enumerate(rows("near_misses.txt")):
        yield NearMiss(sort, code, sentence, place % 2 == 1)
    turns = [row for row in rows("near_turns.txt") if row[0] != "base"]
    for place, (sort, turn) in enumerate(turns):
        for _, code, said in _of_turns("base"):
            yield NearMiss(sort, code, turn.replace("{}", said) + "。", place % 2 == 1)


def _of_turns(sort: str) -> list[list[str]]:
    return [row for row in rows("near_turns.txt") if row[0] == sort]


def verdicts(some: Iterable[NearMiss]) -> Iterator[tuple[NearMiss, str]]:
    """What is said of each sentence's own number in the bureau of the database."""
    from youju.claims.check import check
    from youju.orgs.tree import home_unit

    home, period = home_unit(), Period.year(YEAR)
    numbers = {code: _number(figure.value) for code, figure in figures(home, period).items()}
    every = iter(some)
    while group := list(islice(every, _TOGETHER)):
        lines = [one.sentence.replace("{n}", numbers[one.code]) for one in group]
        found = check("\n".join(lines), unit=home, period=period, aliases={})
        end = 0
        for one, line in zip(group, lines, strict=True):
            start, end = end, end + len(line) + 1
            own = [each for each in found if start <= each.claim.start < end and _is_own(one, each, start)]
            yield one, next((str(each.verdict) for each in own if each.verdict == "supported"), "other")


def asked() -> Iterator[NearMiss]:
    """The near misses but those that are true: the ledger has the very number for the period that a turn names."""
    from youju.orgs.tree import home_unit

    home = home_unit()
    whole = figures(home, Period.year(YEAR))
    for one in near_misses():
        period = next((period for turn, period in ANSWERED.items() if turn in one.sentence), None)
        if period is None or figures(home, Period.parse(period))[one.code].value != whole[one.code].value:
            yield one


def rates(some: Iterable[NearMiss]) -> dict[str, tuple[int, int]]:
    """How many are green, and of how many, by sort."""
    found: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one, verdict in verdicts(some):
        green, total = found[one.sort]
        found[one.sort] = green + (verdict == "supported"), total + 1
    return dict(found)


def _number(value: Value | None) -> str:
    return str(value[0]) if isinstance(value, tuple) else bare(value)


def _is_own(one: NearMiss, checked: Checked, start: int) -> bool:
    """Whether a claim is the number put in, and not another that happens to be the same. start: of the sentence."""
    return one.sort == "rank" or checked.claim.start <= start + one.sentence.index("{n}") < checked.claim.end
