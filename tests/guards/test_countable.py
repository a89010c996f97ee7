"""What a plan may ask for: never what others say, ask, answer or score, and never what schools may not be set."""

import pytest

from youju.plans.countable import countable
from youju.plans.library import offered, ready_made
from youju.records.heads.sections import Section
from youju.records.kinds import declared_measures, kinds, section_of

pytestmark = pytest.mark.django_db

_NEVER = (
    "answers", "comment", "complaint", "exam", "heat", "incident", "inquir", "posts", "rank", "repost", "satisf",
    "sentiment", "suggestion", "survey",
)  # fmt: skip


def test_no_measure_of_what_people_say_can_be_asked_for():
    assert countable()
    assert not [code for code in countable() if any(word in code for word in _NEVER)]


def test_no_measure_of_the_section_for_inquiries():
    every = {each.code for kind in kinds() for each in kind.measures}
    asked = {code for code in every if section_of(code) == Section.INQUIRIES}
    assert not asked & countable().keys()


def test_nothing_internal_nothing_that_lasts_and_no_plan_of_plans():
    for code, measure in countable().items():
        assert not measure.internal and measure.summed and not code.startswith("plan."), code


def test_the_library_offers_only_what_may_be_asked():
    assert offered()
    assert {values["measure"] for values in offered().values()} <= countable().keys()
    assert not {code for table in ready_made() for code in table["measures"] if code in declared_measures()} - (
        countable().keys()
    )
