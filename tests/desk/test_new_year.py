"""On New Year's Day the year has no plan yet: each page of it says so, and what to do."""

from datetime import date

import pytest
from django.urls import reverse

from tests.plans.made import approved, on
from tests.records.cast import member
from youju.orgs.members import Role

pytestmark = pytest.mark.django_db

PAGES = ("plan", "plan-completeness", "dues")


@pytest.fixture
def last_year(cast):
    cast.frank = member("frank", cast.county, Role.OFFICER)
    with on(date(2025, 3, 1)):
        return approved(cast)


@pytest.mark.parametrize("page", ["plan", "plan-completeness"])
def test_an_officer_is_led_to_the_plan_of_last_year(cast, desk, last_year, page):
    with on(date(2026, 1, 1)):
        text = desk(cast.alice).get(reverse(page)).text
    assert "There is no plan for 2026 yet. That of 2025 can be taken over" in text
    assert f"{reverse('plan-new-year')}?year=2025" in text


def test_the_first_screen_of_officers_says_that_nobody_is_asked_for_anything(cast, desk, last_year):
    asked = "nobody is asked for anything of this year"
    begin = f"{reverse('plan-new-year')}?year=2025"
    with on(date(2026, 1, 1)):
        page = desk(cast.alice).get(reverse("workbench")).text
        assert asked in page and begin in page
        assert asked not in desk(cast.bob).get(reverse("workbench")).text
        approved(cast, year=2026)
        assert asked not in desk(cast.alice).get(reverse("workbench")).text


@pytest.mark.parametrize("page", ["plan", "plan-completeness"])
def test_a_school_reads_that_the_plan_is_to_come_and_where_last_years_is(cast, desk, last_year, page):
    with on(date(2026, 1, 1)):
        text = desk(cast.bob).get(reverse(page)).text
    assert "There is no plan for 2026 yet; once the bureau has approved it" in text
    assert f"{reverse('plan')}?year=2025" in text and reverse("plan-new-year") not in text


def test_a_bureau_without_any_plan_is_led_to_a_ready_made_item(cast, desk):
    with on(date(2026, 1, 1)):
        alice = desk(cast.alice)
        for page in PAGES:
            assert f"{reverse('plan-item-new')}?year=2026" in alice.get(reverse(page)).text
        assert "nobody is asked for anything" not in alice.get(reverse("workbench")).text
