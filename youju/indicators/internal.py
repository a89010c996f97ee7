"""What may be shown to staff only, and by which rule."""

from django.utils.translation import gettext_lazy as _

from youju.indicators.catalogue import measures_of
from youju.indicators.indicator import Indicator

RULE = _(
    "Pupils' marks and ranks are not published (Provisions on the Protection of Minors by Schools, Ministry of "
    "Education order no. 50)."
)


def is_internal(indicator: Indicator) -> bool:
    """Whether it reads an internal measure, or an internal category of one: by name, or as one of all."""
    return any(
        measure.internal
        or any(sort.internal for code, sort in measure.categories.items() if code in (indicator.category or (code,)))
        for measure in measures_of(indicator)
    )
