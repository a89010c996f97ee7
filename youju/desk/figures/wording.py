"""How the desk writes what stands beside a figure's own print (indicators/display.py)."""

from decimal import Decimal

from django.utils.translation import gettext as _

from youju.indicators.display import is_percent, is_rank, printed, step_text
from youju.indicators.figure import Figure, Value
from youju.lib.rounding import half_up


def figure_text(figure: Figure) -> str:
    """The figure in print; 未报 where nothing was reported, which is not the same as 0."""
    return _("not reported") if figure.value is None else printed(figure)


def length(value: Value | None) -> float | None:
    """How long a bar is for this value: the number itself, nothing for sets of places."""
    return float(value) if isinstance(value, int | Decimal) else None


def change_text(figure: Figure, before: Figure) -> str:
    """By how much it changed: “+3 (+25.0%)”, for shares in points; empty where the two cannot be compared."""
    now, then = figure.value, before.value
    if not isinstance(now, int | Decimal) or not isinstance(then, int | Decimal) or is_rank(figure.indicator):
        return ""
    step = Decimal(now) - Decimal(then)
    if not step:
        return _("unchanged")
    if is_percent(figure.indicator):
        return _("%s points") % f"{step:+f}"
    told = step_text(figure.indicator, step)
    if not then:
        return told
    return _("%(step)s (%(share)s)") % {"step": told, "share": f"{half_up(100 * step / Decimal(then), 1):+}%"}
