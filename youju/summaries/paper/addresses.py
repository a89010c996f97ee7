"""Addresses of the site that stand on paper and in files: they are never changed, and the site serves them from here.

Known without the pages behind them, so that a command writes a document without loading the site.
"""

from urllib.parse import quote

from django.utils.http import RFC3986_SUBDELIMS

FIGURE, SUMMARY = "figure/<str:code>/", "summary/<int:year>/"
"""As the site's lists of addresses say them."""
_AS_IT_IS = f"{RFC3986_SUBDELIMS}~:@"  # in a part of an address, as Django writes it


def figure_path(code: str) -> str:
    """Where a figure opens. code: an indicator's."""
    return "/" + FIGURE.replace("<str:code>", quote(code, safe=_AS_IT_IS))


def summary_path(year: int) -> str:
    """Where the annual summary of a year opens."""
    return "/" + SUMMARY.replace("<int:year>", str(year))
