"""What the page of a thing shows besides: who takes part on a day, and what others have recorded of it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.errors import problem_text
from youju.lib import clock
from youju.lib.sheets import Unread, as_date
from youju.records.heads.ledgered import Ledgered
from youju.records.standing.thing.listing import last_looks
from youju.records.standing.thing.models import Thing
from youju.records.standing.thing.sorts import LOOKED_AT

_SHOWN = 20


def beside(thing: Thing, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read. asked: ``day``, on which the participants are shown; today where
    it is empty or cannot be read.
    """
    today = clock.today()
    try:
        day, wrong = as_date(asked.get("day", ""), today.year) or today, ""
    except Unread as unread:
        day, wrong = today, problem_text(unread.said)
    cited = readable.filter(occasion__code=thing.ref).exclude(pk=thing.pk)
    return {
        "day": day,
        "today": today,
        "wrong": wrong,
        "last_look": last_looks([thing.ref]).get(thing.ref),
        "is_looked_at": thing.sort in LOOKED_AT and thing.occasion is not None,
        "parts": thing.parts_on(day),
        "former": [part for part in thing.parts_listed() if part.until is not None and part.until <= day],
        "cited": list(cited.order_by("-happened", "-pk")[:_SHOWN]),
    }
