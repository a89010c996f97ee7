"""An answer in print: its value as people write it, and which figure it is, of whom and when."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.claims.judging.change import Change, Grown
from youju.claims.judging.growth import rounded
from youju.claims.judging.judge import Option
from youju.claims.reading import Claim
from youju.indicators.display import printed
from youju.indicators.figure import Value
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit
from youju.phrases import enumerated


class Own(NamedTuple):
    """Whose text it is and of when: what need not be said."""

    unit: Unit
    period: Period


def value_of(option: Option, claim: Claim) -> Value | None:
    """The ledger's value for a claim: the figure, or where a change is claimed, the change in the text's direction."""
    if option.grown is None:
        return option.figure.value
    by = option.grown.by
    return None if by is None else rounded(by, claim, option.grown.change)


def stated(option: Option, claim: Claim) -> str:
    """The same as people write it."""
    return printed(option.figure) if option.grown is None else change_text(option.grown, claim)


def change_text(grown: Grown, claim: Claim) -> str:
    """Which way something changed, and by how much; "" where that cannot be told."""
    by, change = grown.by, grown.change
    if by is None:
        return ""
    words = {"by": f"{rounded(abs(by), claim, change)}{change.sign or claim.unit}"}
    if change.sort == "times":
        return _("%(by)s of %(base)s") % (words | {"base": period_text(grown.before.period)})
    if by == 0:
        return _("no change")
    return moved(change, words["by"], down=change.down == (by > 0))


def moved(change: Change, by: str, *, down: bool) -> str:
    """Up or down by this."""
    match change.sort:
        case "times":
            return by
        case "share":
            return (_("down %(by)s") if down else _("up %(by)s")) % {"by": by}
        case _:
            return (_("%(by)s less") if down else _("%(by)s more")) % {"by": by}


def entries_of(option: Option) -> tuple[int, ...]:
    """The entries of the ledger behind it, of both figures where a change is claimed."""
    before = option.grown.before.entries if option.grown else ()
    return tuple(sorted({*before, *option.figure.entries}))


def named(option: Option, own: Own, *, period: bool = False) -> str:
    """Which figure: its name in quotes, with the unit and the period that are not the text's own.

    period: say it in any case.
    """
    figure = option.figure
    scope = [str(find_unit(figure.unit))] if figure.unit != own.unit.code else []
    if period or figure.period != own.period:
        scope.append(period_text(figure.period))
    name = str(option.candidate.indicator.name)
    if not scope:
        return _("“%(name)s”") % {"name": name}
    return _("“%(name)s” (%(scope)s)") % {"name": name, "scope": enumerated(scope)}


def period_text(period: Period) -> str:
    """A period in words: 2025年, 2025年11月, 2024—2025学年, 截至2025年6月30日."""
    words = {"year": period.last.year, "first": period.first.year, "month": period.last.month, "day": period.last.day}
    match period.kind:
        case "year":
            return _("%(year)s") % words
        case "month":
            return _("%(month)s/%(year)s") % words
        case "school-year":
            return _("school year %(first)s/%(year)s") % words
        case _:
            return _("%(year)s up to %(day)s/%(month)s") % words
