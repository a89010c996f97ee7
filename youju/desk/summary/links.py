"""Where a figure of a text opens."""

from urllib.parse import urlencode

from django.urls import reverse

from youju.indicators.figure import Figure


def figure_link(figure: Figure) -> str:
    """The page of the figure, also of a cell that no indicator declares."""
    asked = {"unit": figure.unit, "period": figure.period.code}
    return f"{reverse('figure', args=[figure.indicator.code])}?{urlencode(asked)}"
