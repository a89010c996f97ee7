"""What was asked of units, how much of it was in time and how much is solved: by unit and by month, from the ledger.

Never how much was said, and never a rank: units stand in the order of the tree. Of few there is no share.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from django.db.models import Sum

from youju.ledger.reading import live_facts, years_with_facts
from youju.lib import clock
from youju.lib.batches import batches
from youju.orgs.settings import setting


class Share(NamedTuple):
    """percent: rounded down; None of fewer than least."""

    part: int
    whole: int
    least: int

    @property
    def percent(self) -> int | None:
        return None if self.whole < self.least else 100 * self.part // self.whole


class Assessed(NamedTuple):
    """What came in, and of it what was in time and what is solved."""

    whole: int
    in_time: Share
    solved: Share


class Task(NamedTuple):
    """code: of the sort of work. Measures: what came in, and its two parts, which bear the day of what came in."""

    code: str
    whole: str
    in_time: str
    solved: str


TASKS = (
    Task("inquiries", "inquiries.received", "inquiries.on_time", "inquiries.settled"),
    Task("incidents", "incidents.found", "incidents.on_time", "incidents.handled"),
    Task("followups", "followups.raised", "followups.on_time", "followups.settled"),
)


def task_of(code: str) -> Task:
    """The task of this code; the first where there is none."""
    return next((task for task in TASKS if task.code == code), TASKS[0])


def newest_year(task: Task, units: Collection[str]) -> int:
    """The newest year, none to come, in which something came in to one of these units; the present one where none."""
    years = years_with_facts(clock.today())
    return next((year for year in years if by_month(task, units, year)), clock.today().year)


def by_unit(task: Task, units: Collection[str], year: int) -> dict[str, Assessed]:
    """Each unit to which something came in that year, by its code."""
    return _assessed(task, _sums(task, units, year, "unit"))


def by_month(task: Task, units: Collection[str], year: int) -> dict[str, Assessed]:
    """Each month in which something came in, by 1 to 12 as a text; all of these units together."""
    months: dict[object, Counter[str]] = {
        int(str(period)) % 100: sums for period, sums in _sums(task, units, year, "period").items()
    }
    return _assessed(task, months)


def _sums(task: Task, units: Collection[str], year: int, column: str) -> dict[object, Counter[str]]:
    found: dict[object, Counter[str]] = defaultdict(Counter)
    for batch in batches(sorted(units)):
        facts = live_facts().filter(measure__in=task[1:], unit__in=batch, period__range=(100 * year, 100 * year + 99))
        for key, measure, quantity in facts.values_list(column, "measure").annotate(Sum("quantity")):
            found[key][measure] += quantity
    return found


def _assessed(task: Task, sums: Mapping[object, Counter[str]]) -> dict[str, Assessed]:
    least = setting("assessment_least")
    return {
        str(key): Assessed(
            counted[task.whole],
            Share(counted[task.in_time], counted[task.whole], least),
            Share(counted[task.solved], counted[task.whole], least),
        )
        for key, counted in sums.items()
        if counted[task.whole] > 0
    }
