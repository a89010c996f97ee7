"""Statistics as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.kind import Kind
from youju.records.statistics.forms import StatisticForm
from youju.records.statistics.models import MEASURES, Statistic

STATISTICS = Kind(
    code="statistics",
    label=_("Statistics"),
    help=_(
        "Any other figure with its source document: a quantity, a part of a whole, a place, a published percentage."
    ),
    model=Statistic,
    form=StatisticForm,
    measures=MEASURES,
)
