"""``youju figures`` by the units as they were, and as they are now."""

import json
from collections.abc import Callable
from datetime import date

import pytest

from tests.cli.conftest import Said
from tests.records.cast import make_cast, verified, visits
from youju.orgs.actors import CONSOLE
from youju.orgs.tree_verbs import unit_merge


@pytest.mark.django_db
def test_a_merged_school_counts_as_its_heir_where_that_is_asked(youju: Callable[..., Said]):
    cast = make_cast()
    verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    unit_merge(unit=cast.hill, into=cast.lake, month=date(2025, 9, 1), actor=CONSOLE, reason="late")
    asked = ("figures", "--unit", "lake", "--year", "2025", "--indicator", "exam.candidates", "--json")
    values = [json.loads(youju(*asked, *more).out)[0]["value"] for more in ((), ("--current-tree",))]
    assert values == [None, 17]
