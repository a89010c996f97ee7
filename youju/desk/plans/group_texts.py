"""催办: ready words for the chat group, by item and by unit, what is overdue first."""

from collections import defaultdict
from collections.abc import Sequence

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.desk.addresses import desk_address
from youju.desk.plans.words import who_text, window_text
from youju.lib import clock
from youju.phrases import enumerated, side_by_side
from youju.plans.dues import Due

# More than this nobody reads in a chat; the rest is told as a number.
_LINES = 30


def owed_text(request: HttpRequest, dues: Sequence[Due], *, by: str) -> str:
    """Who owes what. by: item or unit, what the lines are put together under."""
    groups: dict[str, list[Due]] = defaultdict(list)
    for due in sorted(dues, key=lambda due: (due.due_on, due.unit.code)):
        groups[str(due.unit) if by == "unit" else _item_text(due)].append(due)
    lines = [f"{place}. {head}{_(': ')}{_joined(each, by)}" for place, (head, each) in enumerate(groups.items(), 1)]
    head = ngettext("%d plan item is to be reported:", "%d plan items are to be reported:", len(dues)) % len(dues)
    rest = len(lines) - _LINES
    more = [ngettext("… and %d more", "… and %d more", rest) % rest] if rest > 0 else []
    where = _("To do it: %s") % desk_address(request, reverse("dues"))
    return "\n".join([head, *lines[:_LINES], *more, where])


def _item_text(due: Due) -> str:
    words = {"title": due.item.title, "window": window_text(due), "day": due.due_on}
    if due.has_fallen(clock.today()):
        return _("%(title)s (%(window)s), was due on %(day)s") % words
    return _("%(title)s (%(window)s), due by %(day)s") % words


def _joined(dues: Sequence[Due], by: str) -> str:
    texts = [_item_text(due) if by == "unit" else who_text(due) for due in dues]
    return (side_by_side if by == "unit" else enumerated)(dict.fromkeys(texts))
