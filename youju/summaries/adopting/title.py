"""The title of an adopted text, as it is printed for the new period."""

import re

from youju.lib.periods import Period
from youju.summaries.adopting.adoption import Adoption
from youju.summaries.binding.asked import Asked
from youju.summaries.binding.names import named
from youju.summaries.binding.tokens import tokens

_HEADING = re.compile(r"(?m)^#{1,6} +(.+)$")
_LONGEST = 120


def title_of(adoption: Adoption, period: Period) -> str:
    """The first heading with its years moved on; "" where there is none."""
    found = _HEADING.search(adoption.text)
    if found is None:
        return ""
    asked = Asked(adoption.unit, period, 0, {})
    out, reached = [], 0
    for token in tokens(found[1]):
        out.append(found[1][reached : token.start] + (named(token, asked) if token.sort == "name" else ""))
        reached = token.end
    return "".join((*out, found[1][reached:]))[:_LONGEST]
