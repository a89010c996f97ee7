"""Minors are never named in the ledger; a handful of them is counted at the county."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.records.cast import DAY, people
from youju.ledger.facts import FactLine
from youju.records.errors import MinorNamed
from youju.records.heads.minors import FEWEST, refuse_named_minors, unit_of_minors

LAST = date(2026, 5, 1)


@pytest.mark.parametrize(("count", "where"), [(1, "yun"), (FEWEST - 1, "yun"), (FEWEST, "hill"), (40, "hill")])
def test_fewer_than_five_are_counted_at_the_county(cast: SimpleNamespace, count: int, where: str):
    assert unit_of_minors(cast.hill, count, DAY) == where


def test_a_posting_that_names_one_is_refused(cast: SimpleNamespace):
    (pupil,), (teacher,) = people(cast.hill, "王一", minor_until=LAST), people(cast.hill, "李二")

    def named(token: str, day: date) -> FactLine:
        return FactLine("hill", day, "study.present", 1, subject=token)

    refuse_named_minors([named(teacher.token, LAST), named(pupil.token, date(2026, 5, 2))])
    with pytest.raises(MinorNamed):
        refuse_named_minors([named(pupil.token, date(2026, 5, 2)), named(pupil.token, LAST)])
