"""How the desk writes what stands beside a figure's own print (indicators/display.py)."""

from decimal import Decimal

from django.utils.translation import gettext as _

from youju.indicators.display import printed
from youju.indicators.figure import Figure, Value


def figure_text(figure: Figure) -> str:
    """The figure in print; 未报 where nothing was reported, which is not the same as 0."""
    return _("not reported") if figure.value is None else printed(figure)


def length(value: Value | None) -> float | None:
    """How long a bar is for this value: the number itself, nothing for sets of places."""
    return float(value) if isinstance(value, int | Decimal) else None
