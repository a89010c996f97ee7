"""Every genre's template is bound throughout: for a unit without a record nothing is wrong but its hints."""

import pytest

from tests.indicators.log import build_units
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.drafts.genres import Genre, genres
from youju.summaries.drafts.sections import cut

pytestmark = pytest.mark.django_db

PERIODS = {"year": "2025", "to-date": "..2025-06-30"}


@pytest.mark.parametrize("genre", [genre for genre in genres().values() if genre.kinds], ids=lambda genre: genre.code)
def test_a_template_states_no_figure_by_itself(genre: Genre) -> None:
    build_units()
    unit = Unit.objects.filter(kind=genre.kinds[0]).order_by("code")[0]
    summary = build(unit=unit, period=Period.parse(PERIODS[genre.period]), template=genre.text, draft=True)
    hints = [span for span in summary.wrong if span.todo]
    assert len(summary.problems) == len(summary.wrong) == len(hints) == genre.text.count("{{待写")
    assert summary.figures and len(cut(genre.text)) > 3
