"""Where the figures of a file that a command writes open on the site."""

from urllib.parse import urlencode

from youju.indicators.figure import Figure
from youju.summaries.binding.markup import Link
from youju.summaries.paper.addresses import figure_path


def figure_addresses(site: str) -> Link:
    """The address of each figure. site: without a slash at its end."""

    def address(figure: Figure) -> str:
        asked = urlencode({"unit": figure.unit, "period": figure.period.code})
        return f"{site}{figure_path(figure.indicator.code)}?{asked}"

    return address
