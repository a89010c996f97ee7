"""What a step of the plan will do, in sentences, before it is done."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from youju.phrases import enumerated
from youju.plans.items import PlanItem
from youju.plans.making import preview
from youju.plans.new_year import Copied


def approval_lines(items: list[PlanItem]) -> list[str]:
    """What approving makes: in all, by item, by month, by unit."""
    found = preview([item for item in items if not item.ends])
    ended = [item.title for item in items if item.ends]
    lines = [
        ngettext("This makes %d due.", "This makes %d dues.", found.total) % found.total,
        _("By item: %s") % _joined((item.title, number) for item, number in found.by_item),
        _("By month they are due in: %s") % _joined(found.by_month),
        _("By unit: %s") % _units(found.by_unit),
    ]
    if found.provisional:
        lines.append(
            ngettext(
                "%d day is provisional: days off on the way are not announced yet.",
                "%d days are provisional: days off on the way are not announced yet.",
                found.provisional,
            )
            % found.provisional
        )
    if any(item.replaces_id for item in items):
        lines.append(_("What was posted and reads otherwise now is voided and posted anew in your name."))
    return [*lines, *(_("“%s” is taken out of the plan, with all its dues.") % title for title in ended)]


def _joined(pairs: Iterable[tuple[str, int]]) -> str:
    return enumerated(f"{name} {number}" for name, number in pairs)


def _units(pairs: list[tuple[str, int]]) -> str:
    shown = _joined(pairs[:12])
    rest = len(pairs) - 12
    return shown if rest <= 0 else f"{shown} {ngettext('… and %d more', '… and %d more', rest) % rest}"


def copied_lines(rows: list[Copied]) -> list[str]:
    """What becomes of each item, one sentence each."""
    return [_copied(row) for row in rows]


def _copied(row: Copied) -> str:
    words = {"title": row.item.title, "year": row.values["year"], "closed": len(row.closed)}
    if not row.whole:
        return _("“%(title)s” is left out: the units it was for are closed.") % words
    if row.closed:
        return _("“%(title)s” is drafted for %(year)d; %(closed)d closed units are left out.") % words
    return _("“%(title)s” is drafted for %(year)d.") % words
