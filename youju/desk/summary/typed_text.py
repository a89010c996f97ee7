"""A section as it was sent: names between braces are codes again, and what was to be put in stands in it."""

import re
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from youju.claims.telling.typed_by_hand import MARK
from youju.summaries.binding.spoken import coded
from youju.summaries.drafts.verbs import LONGEST

BY_HAND = "hand"
HAND_FIELDS = ("hand_figure", "hand_reason", "hand_source", "hand_asked_by")
_KEPT = LONGEST + 1  # one more than is kept, so that what is too long is refused and not cut off
_SHORTEST_SHARE = 4  # of a name by its code
_BREAKS = re.compile(r"[|{}\n]+")


class Typed(NamedTuple):
    """wrong: why the figure typed by hand was not put in, or ""."""

    text: str
    wrong: str = ""


def typed_text(sent: QueryDict) -> Typed:
    """The text of the form. Without a script a figure is put in at its end: the server does not see the cursor."""
    text = coded(sent.get("text", "")[: _KEPT * _SHORTEST_SHARE].replace("\r\n", "\n"))[:_KEPT]
    if "insert" in sent:
        return Typed(f"{text.rstrip()}{coded(sent.get('insert', '')[:_KEPT])}")
    if sent.get("then") != BY_HAND:
        return Typed(text)
    told = [_BREAKS.sub(" ", sent.get(name, "")).strip() for name in HAND_FIELDS]
    if not all(told):
        return Typed(text, _("Nothing was put in. A figure typed by hand wants all four: fill in what is missing."))
    return Typed(f"{text.rstrip()}{{{{{MARK} {' | '.join(told)}}}}}")
