"""Who is told twice to have won one prize: by the bureau that held the contest and by the winner's school."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any

from youju.lib.batches import batches
from youju.records.activities.activity.models import Result
from youju.records.heads.states import ENDED

# The school tells of the day on which the prize was given, the bureau of that of the contest.
_NEAR = timedelta(days=90)


def prizes_elsewhere(activities: Sequence[Any]) -> Iterator[tuple[str, str, str]]:
    """Winners named in these who won the same prize or place at the same level elsewhere, some weeks apart at most.

    Gives the activity's reference, the winner, and the other activity's reference. Two queries.
    """
    own = list(_named().filter(record__in=[activity.pk for activity in activities]))
    there: dict[tuple[object, ...], list[Result]] = defaultdict(list)
    for batch in batches({row.person_id for row in own}):
        for row in _named().filter(person__in=batch).exclude(record__state__in=ENDED):
            there[_won(row)].append(row)
    for row in own:
        for other in there[_won(row)]:
            if other.record_id != row.record_id and abs(other.record.happened - row.record.happened) <= _NEAR:
                yield row.record.ref, str(row.person), other.record.ref


def _named() -> Any:
    return Result.objects.exclude(person=None).select_related("person", "record")


def _won(row: Any) -> tuple[object, ...]:
    return row.person_id, row.prize, row.rank, row.record.level, row.record.sort
