"""The weights by which words rank figures."""

import pytest

from youju.claims.ranking.features import Features
from youju.claims.ranking.score import rows, score, weights


def test_every_feature_has_its_row_with_a_sign_a_weight_and_a_reason():
    assert list(rows()) == list(Features._fields)
    assert all(row["because"] and row["sign"] in (1, -1) and row["weight"] > 0 for row in rows().values())


def test_a_figure_named_in_full_scores_one():
    assert score(Features(name=1, facets=1)) == 1


@pytest.mark.parametrize("name", [name for name, row in rows().items() if row["sign"] < 0])
def test_what_speaks_against_a_figure_lowers_it_by_its_weight(name: str):
    against = Features(name=1, facets=1)._replace(**{name: 1})
    assert score(against) == pytest.approx(1 + getattr(weights(), name))


def test_no_score_is_below_zero():
    assert score(Features(name=0.3)._replace(other_level=1, unused=1)) == 0
