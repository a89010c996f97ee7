"""A job: what is to be done when its time has come."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from django.utils.functional import Promise


class Job(NamedTuple):
    """due: the keys whose time has come on a day at the office, done already or not; no key more than once.

    work: does one key and returns what to say of it. It runs in a transaction together with the row that says it was
    done, so it is done once or not at all; what it does outside the database must bear being done twice.
    long: it may take minutes, in which nobody may be kept from writing. It runs in no transaction, the row is written
    when it is done, and all that it does must bear being done twice, also at the same time.
    """

    code: str
    help: str | Promise
    often: str | Promise
    due: Callable[[date], Iterable[str]]
    work: Callable[[str], str]
    long: bool = False


def daily(day: date) -> list[str]:
    """One key a day. A day on which no machine ran is not made up for."""
    return [day.isoformat()]
