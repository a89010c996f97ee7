"""Statistics as a kind."""

from django.utils.translation import gettext_lazy as _

from youju.records.heads.sections import Section
from youju.records.kind import RecordKind
from youju.records.statistics.statistic.forms import StatisticForm, measure_names
from youju.records.statistics.statistic.models import MEASURES, Statistic

KIND = RecordKind(
    code="statistic",
    section=Section.STATISTICS,
    label=_("Stated figures"),
    help=_(
        "Any other figure with its source document: a quantity, a part of a whole, a place, a published percentage."
    ),
    model=Statistic,
    form=StatisticForm,
    measures=MEASURES,
    own=True,
    sort_label=_("what is counted"),
    sorts=measure_names,
)
