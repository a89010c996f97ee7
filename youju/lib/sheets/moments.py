"""The reader of moments: a day as ``as_date`` reads it, and a time of it: 8:15, 8时15分, 8点."""

import re
from datetime import date, datetime, time

from youju.lib.sheets.days import as_date
from youju.lib.sheets.problems import Unread, gettext_noop
from youju.lib.sheets.values import Scalar, is_blank, normal, shown

_TIME = re.compile(r"(.+?)[ T]*(\d{1,2}) ?(?::|时|点) ?(?:(\d{1,2})分?)?(?::\d{1,2}(?:\.\d+)?)?", re.ASCII)

_NO_TIME = gettext_noop("“%(value)s” has no time of day: write it as 2025-3-5 8:15")
_NO_SUCH_TIME = gettext_noop("“%(value)s” is a time that no clock shows: check hour and minute")


def as_moment(value: Scalar, year: int | None = None) -> datetime | None:
    """Day and time to the minute, of no zone unless the value has one; None where blank. Raises Unread.

    year: of days written without one.
    """
    if is_blank(value):
        return None
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0)
    found = _TIME.fullmatch(normal(value)) if isinstance(value, str) else None
    if found is None:
        raise Unread(_NO_TIME, value=_words(value))
    day = as_date(found[1], year)
    assert day is not None  # some text stands before the time
    try:
        return datetime.combine(day, time(int(found[2]), int(found[3] or 0)))
    except ValueError:
        raise Unread(_NO_SUCH_TIME, value=shown(value)) from None


def _words(value: Scalar) -> str:
    return value.isoformat() if isinstance(value, date) else shown(value)
