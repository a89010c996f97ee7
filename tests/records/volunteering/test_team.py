"""Volunteer teams: those founded less those dissolved; what they took part in is counted apart."""

import pytest

from tests.records.cast import DAY, make_cast, verified
from youju.indicators.figures import figure
from youju.lib.periods import Period
from youju.records.kinds import get_record_kind
from youju.records.verbs.record_verbs import record_add


@pytest.mark.parametrize(
    ("changes", "code", "value"),
    [
        ([("founded", 1), ("founded", 1), ("dissolved", 1)], "volunteers.teams", 1),
        ([("founded", 1), ("flagged", 32)], "volunteers.flagged_teams", 32),
        ([("presented", 9), ("presented", 6)], "volunteers.representatives", 15),
    ],
)
@pytest.mark.django_db
def test_each_change_counts_as_its_card_says(changes: list[tuple[str, int]], code: str, value: int):
    cast = make_cast()
    for change, number in changes:
        values = {"unit": cast.hill, "title": "志愿服务队", "happened": DAY, "change": change, "number": number,
                  "late_reason": "补录"}  # fmt: skip
        verified(record_add(kind=get_record_kind("team"), values=values, actor=cast.bob), cast.bob, cast.alice)
    assert figure(cast.county, Period.year(2025), code).value == value
