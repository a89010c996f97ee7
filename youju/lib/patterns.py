"""Patterns that are compiled when they are first looked for.

Long ones with many signs take up to a tenth of a second each, which every command would pay for what few of them ask.
"""

import re
from typing import Any, cast


def late(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """As ``re.compile``, which is done once and when something is first asked of it; only then is a wrong one raised.

    It does what a pattern does and is none: it is asked itself, and not given to ``re.sub`` and the like.
    """
    return cast("re.Pattern[str]", _Late(pattern, flags))


class _Late:
    """What was asked for once stands on the object itself, so that the next time costs nothing."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._asked_for = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        asked = getattr(re.compile(*self._asked_for), name)
        setattr(self, name, asked)
        return asked
