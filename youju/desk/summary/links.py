"""Where a figure of a text opens."""

from urllib.parse import urlencode

from django.urls import reverse

from youju.indicators.figure import Figure


def figure_link(figure: Figure) -> str:
    """The page of the figure; of a cell that no indicator declares, the figures of its unit and period."""
    asked = {"unit": figure.unit, "period": figure.period.code}
    if "/" in figure.indicator.code:
        return f"{reverse('figures')}?{urlencode(asked)}"
    return f"{reverse('figure', args=[figure.indicator.code])}?{urlencode(asked)}"
