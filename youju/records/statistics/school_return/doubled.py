"""A school is counted once a school year, however many returns it hands in."""

from collections.abc import Sequence

from youju.records.heads.states import State
from youju.records.kind import Counted
from youju.records.statistics.school_return.errors import ReturnedTwice
from youju.records.statistics.school_return.models import SchoolReturn


def refuse_second(counted: Sequence[Counted]) -> None:
    """Raise ReturnedTwice where a school has a verified return of the same day, or two of the rows are of one."""
    rows = [row for row, _facts in counted if isinstance(row, SchoolReturn)]
    if not rows:
        return
    units, days = {row.unit_id for row in rows}, {row.happened for row in rows}
    verified = SchoolReturn.objects.filter(state=State.VERIFIED, unit__in=units, happened__in=days)
    there = {(unit, day): ref for unit, day, ref in verified.values_list("unit", "happened", "ref")}
    for row in rows:
        if there.setdefault((row.unit_id, row.happened), row.ref) != row.ref:
            raise ReturnedTwice(title=row.title, unit=row.unit.name, day=row.happened)
