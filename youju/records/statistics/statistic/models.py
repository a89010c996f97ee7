"""Statistics: any other figure, carried by a source document until a kind of its own exists."""

from pathlib import Path

from django.utils.translation import gettext_lazy as _

from youju.records.counting.measures import Measure, load_measures
from youju.records.counting.own_measures import own_measures
from youju.records.heads.stated import Stated

MEASURES = load_measures(Path(__file__).parent)
_DECLARED = {measure.code: measure for measure in MEASURES}


class Statistic(Stated):
    """One of the measures that no other kind counts, or of the bureau's own."""

    class Meta(Stated.Meta):
        verbose_name = _("statistic")
        verbose_name_plural = _("statistics")

    @classmethod
    def measures(cls) -> dict[str, Measure]:
        """What may be stated, by code: the declared measures and the bureau's own."""
        return _DECLARED | own_measures()

    @property
    def measure(self) -> Measure:
        return _DECLARED.get(self.sort) or self.measures()[self.sort]
