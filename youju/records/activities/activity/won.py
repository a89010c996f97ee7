"""What was won in a contest, line by line: adults by token, pupils by number, units as a whole; places as they are."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from youju.ledger.facts import FactLine
from youju.orgs.units import Unit
from youju.records.activities.activity.sorts import ActivitySort
from youju.records.heads.minors import unit_of_minors


def facts_won(record: Any) -> tuple[FactLine, ...]:
    """The facts of an Activity's results. Those of a handful of pupils of one school stand at the county."""
    lines = list(record.results.all())
    pupils: Counter[Unit] = Counter()
    for line in lines:
        pupils[line.place_unit] += line.pupils or 0
    counted: Counter[FactLine] = Counter()
    places: dict[FactLine, None] = {}  # two who share a place are one fact
    for line in lines:
        small = line.pupils and unit_of_minors(line.place_unit, pupils[line.place_unit], record.happened)
        unit = small or line.place_unit.code
        for fact in _counted(record, line):
            counted[fact._replace(unit=unit)] += line.count
        if line.rank:
            places[_placed(record, line)._replace(unit=unit)] = None
    return (*(fact._replace(quantity=count) for fact, count in counted.items()), *places)


def _counted(record: Any, line: Any) -> Iterator[FactLine]:
    """What a prize counts as, still without its number: by its measure, and by age group where that is told."""
    if line.prize:
        token = line.person.token if line.person else ""
        yield record.fact(_measure(record, line), 0, category=line.prize, level=record.level, subject=token)
        if line.stage:
            yield record.fact("contests.stages", 0, category=line.stage, level=record.level)


def _measure(record: Any, line: Any) -> str:
    if line.pupils:
        return "contests.pupils"
    if line.person is None:
        return "contests.units"
    return "teaching_contests.winners" if record.sort == ActivitySort.TEACHING_CONTEST else "contests.winners"


def _placed(record: Any, line: Any) -> FactLine:
    measure, category = ("arts.places", line.genre) if line.genre else ("contests.places", record.sort)
    fact: FactLine = record.fact(measure, line.rank, category=category, level=record.level)
    return fact
