"""复制到群: ready words for the office's chat group, to be copied by hand or by a button."""

from collections.abc import Sequence
from datetime import datetime

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.desk.addresses import desk_address
from youju.lib import clock
from youju.phrases import in_clauses
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Ledgered

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
    return f"{head % words}\n{desk_address(request, reverse('record', args=[record.ref]))}"


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


def listed_text(request: HttpRequest, head: str, records: Sequence[Ledgered], total: int, *, more: bool = False) -> str:
    """What a list shows, in its order, with the address that shows it. head: whose list it is.

    more: there are more than ``total``.
    """
    lines = [
        _("%(unit)s, “%(title)s”, %(day)s, %(state)s")
        % {"unit": record.unit, "title": record.title, "day": record.happened, "state": record.state_label}
        for record in records[:_LINES]
    ]
    named = ngettext("%(head)s, %(count)d record:", "%(head)s, %(count)d records:", total)
    if more:
        named = _("%(head)s, more than %(count)d records:")
    here = desk_address(request, request.get_full_path())
    return _text(request, named % {"head": head, "count": total}, lines, total, here)


def cases_text(request: HttpRequest, head: str, cases: Sequence[Case], total: int) -> str:
    """What runs: whose it is and by when, in the order of the list, with the address that shows it."""
    lines = [_case_line(case) for case in cases[:_LINES]]
    named = ngettext("%(head)s, %(count)d case:", "%(head)s, %(count)d cases:", total)
    here = desk_address(request, request.get_full_path())
    return _text(request, named % {"head": head, "count": total}, lines, total, here)


def case_text(request: HttpRequest, case: Case) -> str:
    """One case that is still open, for whoever has it in charge."""
    address = desk_address(request, reverse("case", args=[case.ref]))
    return _text(request, _("To be settled:"), [_case_line(case)], 1, address)


def _case_line(case: Case) -> str:
    parts = [str(case.unit), _("“%s”") % case.title]
    parts += [_("in charge: %s") % case.owner] if case.owner else []
    parts += [_("by %s") % case.due_on] if case.due_on else []
    return in_clauses([*parts, case.state_label])


def _day(moment: datetime | None) -> str:
    """The office's day, as the pages print it; empty where a record was never handed in."""
    return str(clock.day_of(moment)) if moment else ""


def _text(request: HttpRequest, head: str, lines: list[str], total: int, address: str = "") -> str:
    """address: where it is done or seen; the workbench where it is empty."""
    numbered = [f"{place}. {line}" for place, line in enumerate(lines, 1)] if total > 1 else lines
    rest = total - len(lines)
    more = [ngettext("… and %d more", "… and %d more", rest) % rest] if rest > 0 else []
    where = _("See: %s") % address if address else _todo(request)
    return "\n".join([head, *numbered, *more, where])


def _todo(request: HttpRequest) -> str:
    return _("To do it: %s") % desk_address(request, reverse("workbench"))
