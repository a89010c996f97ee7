"""Every figure of a unit and a period, at the log's present size or as of an earlier one.

The log is append-only, so what was computed for a size stays true: answers are kept, and asking again costs only
the question which log, how long, and which units. When the log has grown, they are carried on with what is new.
"""

from collections import OrderedDict
from collections.abc import Iterable
from functools import lru_cache

from youju.indicators import catalogue
from youju.indicators.answers import Answers, Asked
from youju.indicators.figure import Figure
from youju.indicators.indicator import Indicator
from youju.ledger.reading import entries_by_seq
from youju.ledger.tree import within_log
from youju.lib.periods import Period
from youju.orgs.mergers import Merger
from youju.orgs.timeline import Subtree
from youju.orgs.tree import regrouped, subtree, this_month
from youju.orgs.units import Unit

_KEPT = 32
_MOST_CARRIED = 20_000  # entries; more are read faster together with all the others

# The newest answers to each question, whatever the size of the log.
_latest: OrderedDict[tuple[object, ...], Answers] = OrderedDict()


def figures(
    unit: Unit,
    period: Period,
    *,
    size: int | None = None,
    indicators: Iterable[Indicator] | None = None,
    current_tree: bool = False,
) -> dict[str, Figure]:
    """Figures by code, in the order of the definitions. Takes and raises what ``answers`` does."""
    return answers(unit, period, size=size, indicators=indicators, current_tree=current_tree).figures()


def answers(
    unit: Unit,
    period: Period,
    *,
    size: int | None = None,
    indicators: Iterable[Indicator] | None = None,
    current_tree: bool = False,
) -> Answers:
    """What the ledger answers, where not every figure is needed: each is computed when it is asked for.

    size: the log's size to ask as of; None means now. indicators: other ones than those in force.
    current_tree: regroup by the units as they are this month (按现行机构): past months as if the present towns and
    schools had been there, merged units as the one that they are part of now.
    Raises BadDefinitions, BeyondLedger.
    """
    some = tuple(catalogue.indicators().values() if indicators is None else indicators)
    size = within_log(size)
    below = units_asked(unit, period, size, current_tree=current_tree)
    return _answers(Asked(some, unit.code, below, period, size, _head(size)))


def figure(unit: Unit, period: Period, code: str, *, size: int | None = None) -> Figure:
    """One figure. Raises UnknownIndicator, BadDefinitions, BeyondLedger."""
    return answers(unit, period, size=size).figure(catalogue.find_indicator(code))


def forget() -> None:
    """Drop the answers kept, as a new process starts without them."""
    _answers.cache_clear()
    _latest.clear()


@lru_cache(maxsize=_KEPT)
def _answers(asked: Asked) -> Answers:
    question = asked.anywhen
    shorter = _latest.get(question)
    found = Answers(asked, shorter if shorter is not None and _grew(shorter.asked, asked) else None)
    _latest[question] = found
    _latest.move_to_end(question)
    if len(_latest) > _KEPT:
        _latest.popitem(last=False)
    return found


def _grew(shorter: Asked, asked: Asked) -> bool:
    """Whether the log of one question is the other's with some entries more, of which none makes two persons one."""
    more = asked.size - shorter.size
    return (
        shorter.size > 0
        and 0 <= more <= _MOST_CARRIED
        and _head(shorter.size) == shorter.head
        and not Merger.objects.filter(seq__gte=shorter.size, seq__lt=asked.size).exists()
    )


def units_asked(unit: Unit, period: Period, size: int, *, current_tree: bool = False) -> Subtree:
    """The units that figures are asked of, with the months in which they count."""
    return regrouped(unit, period, this_month(), size) if current_tree else subtree(unit, period, size)


def _head(size: int) -> bytes:
    return bytes(entries_by_seq([size - 1])[size - 1].leaf) if size else b""
