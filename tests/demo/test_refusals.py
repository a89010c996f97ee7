"""What the demo refuses."""

import pytest

from youju.demo.build import NotADemo, YearNotOver, ensure, last_complete_year
from youju.orgs.units import Unit


@pytest.mark.django_db
def test_it_leaves_a_bureau_alone_that_is_not_the_demo() -> None:
    Unit.objects.create(code="real", kind="county", name="真实单位")
    with pytest.raises(NotADemo):
        ensure(seed=None, year=None, password="unused")


@pytest.mark.django_db
def test_it_refuses_a_year_that_is_not_over() -> None:
    with pytest.raises(YearNotOver):
        ensure(seed=None, year=last_complete_year() + 1, password="unused")
