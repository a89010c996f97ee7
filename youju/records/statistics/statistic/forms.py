"""The form of a statistic."""

from youju.records.forms.stated_form import StatedForm, named
from youju.records.statistics.statistic.models import Statistic


def measure_names() -> dict[str, str]:
    """The name of each measure by its code, in the language now active."""
    return {measure.code: named(measure) for measure in Statistic.measures().values()}


class StatisticForm(StatedForm):
    class Meta(StatedForm.Meta):
        model = Statistic
