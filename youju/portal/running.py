"""The public notices that run today."""

from typing import NamedTuple

from youju.lib import clock
from youju.records.notices.models import Notice, NoticeState


class Running(NamedTuple):
    """left: days until its last one; 0 on that day."""

    notice: Notice
    left: int


def running_notices() -> list[Running]:
    """Those for everybody that stand today, whether or not the clockwork has noted the end of others."""
    today = clock.today()
    rows = Notice.objects.public().filter(state=NoticeState.RUNNING)
    return [Running(row, (row.end - today).days) for row in rows if row.stands(today)]


def running_notice(year: int, number: int) -> Running | None:
    """The notice of a number, while it runs."""
    found = (each for each in running_notices() if (each.notice.year, each.notice.number) == (year, number))
    return next(found, None)


def has_notices() -> bool:
    return bool(running_notices())
