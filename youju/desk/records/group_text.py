"""复制到群: ready words for the office's chat group, to be copied by hand or by a button."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.lib import clock
from youju.records.ledgered import Ledgered

# More than this nobody reads in a chat; the rest is told as a number.
_LINES = 20


def returned_text(request: HttpRequest, records: Sequence[Ledgered]) -> str:
    """What was returned, to whom and why, with the address where it is mended."""
    head = ngettext(
        "%(count)d record was returned. Please mend it and hand it in again:",
        "%(count)d records were returned. Please mend them and hand them in again:",
        len(records),
    ) % {"count": len(records)}
    lines = [
        _("%(unit)s, “%(title)s”: %(reason)s")
        % {"unit": record.unit, "title": record.title, "reason": record.returned_reason}
        for record in records[:_LINES]
    ]
    return _text(request, head, lines, len(records))


def filed_text(request: HttpRequest, record: Ledgered) -> str:
    """What was filed for a unit, with the address where its liaison confirms it by one tap."""
    words = {"unit": record.unit, "title": record.title, "day": record.happened}
    head = _("For the liaison of %(unit)s: “%(title)s” (%(day)s) was filed for your unit. Please look and confirm:")
    return f"{head % words}\n{request.build_absolute_uri(reverse('record', args=[record.ref]))}"


def waiting_text(request: HttpRequest, records: Sequence[Ledgered], total: int) -> str:
    """What waits to be verified, the longest first."""
    head = ngettext("%(count)d record waits to be verified:", "%(count)d records wait to be verified:", total) % {
        "count": total
    }
    lines = [
        _("%(unit)s, “%(title)s”, handed in on %(day)s")
        % {"unit": record.unit, "title": record.title, "day": _day(record.submitted_at)}
        for record in records[:_LINES]
    ]
    return _text(request, head, lines, total)


def _day(moment: datetime | None) -> str:
    """The office's day, as the pages print it; empty where a record was never handed in."""
    return str(clock.day_of(moment)) if moment else ""


def _text(request: HttpRequest, head: str, lines: list[str], total: int) -> str:
    numbered = [f"{place}. {line}" for place, line in enumerate(lines, 1)] if total > 1 else lines
    rest = total - len(lines)
    more = [ngettext("… and %d more", "… and %d more", rest) % rest] if rest > 0 else []
    where = _("To do it: %s") % request.build_absolute_uri(reverse("workbench"))
    return "\n".join([head, *numbered, *more, where])
