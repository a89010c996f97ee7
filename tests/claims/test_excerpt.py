"""The words beside a figure are cut between words and numbers, never inside a number."""

import pytest

from youju.claims.context.excerpt import excerpt_of
from youju.claims.reading import extract


@pytest.mark.parametrize("filler", range(12))
def test_no_number_is_cut_in_two(filler: int):
    text = f"全年走访农户1,170户{'、' * filler}慰问企业3家和其他单位2,680个等。"
    claims = list(extract(text))
    assert len(claims) >= 3
    for claim in claims:
        where = excerpt_of(text, claim)
        for cut in ("…,170", "…170", "…70", "…0户", "2…", "2,…", "2,6…", "2,68…"):
            assert cut not in where.before + claim.text + where.after


def test_a_hostile_run_of_digits_is_cut_all_the_same():
    text = f"{'1' * 5000}，走访3家。"
    assert all(len(excerpt_of(text, claim).before) < 60 for claim in extract(text))
