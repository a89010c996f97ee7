"""What a document is about, in print: {{year}}, {{year@-1}} the year before, {{year|chinese}}; {{period}}, {{unit}}."""

import re

from django.utils.translation import gettext as _

from youju.summaries.binding.asked import Asked
from youju.summaries.binding.tokens import Token
from youju.summaries.binding.unprintable import Unprintable

_YEARS = re.compile(r"[-+][1-9]")
_CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")


def named(token: Token, asked: Asked) -> str:
    """The name that a token stands for. Raises Unprintable where it asks for what a name does not know."""
    if token.text != "year":
        return {"period": asked.period.code, "unit": asked.unit.name}[token.text]
    if (token.period and not _YEARS.fullmatch(token.period)) or token.rest not in ("", "chinese"):
        raise Unprintable(_("a year is written {{year}}, {{year@-1}}, {{year@+1}} or {{year|chinese}}."))
    year = str(asked.period.last.year + int(token.period or 0))
    return year.translate(_CHINESE) if token.rest else year
