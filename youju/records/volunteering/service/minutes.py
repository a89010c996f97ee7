"""How long somebody served: from signing in to signing out, both at the place, so that the way is not counted."""

import re

_CLOCK = re.compile(r"([01]?\d|2[0-3])[:：.]?([0-5]\d)")
_DAY = 24 * 60


def minute_of(text: str) -> int | None:
    """The minute of the day that “8:30”, “08：30” or “0830” names; None where it names none."""
    found = _CLOCK.fullmatch(text.strip())
    return int(found[1]) * 60 + int(found[2]) if found else None


def minutes_between(came: str, left: str) -> int | None:
    """Minutes from one time of day to a later one of the same day; None where they are not two such times."""
    first, last = minute_of(came), minute_of(left)
    return last - first if first is not None and last is not None and 0 < last - first < _DAY else None
