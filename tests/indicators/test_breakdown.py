"""A figure split by unit and by month."""

from datetime import date
from decimal import Decimal

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.indicators.log import asked, declared, fact, post
from youju.indicators.breakdown import by_month, by_unit
from youju.lib.periods import Period
from youju.orgs.units import Unit

SPRING = Period.parse("..2025-03-31")


def test_a_sum_splits_into_the_units_that_reported(bureau: Unit):
    post("a", fact("study.sessions", 2, unit="school-2"), fact("study.sessions", 1, unit="bureau"))
    post("b", fact("study.sessions", 4, unit="school-2"))
    parts = by_unit(asked(declared("sum", "study.sessions"), bureau))
    assert [(part.key, part.value, part.entries) for part in parts] == [("bureau", 1, (0,)), ("school-2", 6, (0, 1))]


def test_the_least_lists_the_silent_units_too(bureau: Unit):
    post("a", fact("study_reports.written", 2))
    parts = by_unit(asked(declared("min", "study_reports.written", unit_kind=("school",)), bureau))
    assert [(part.key, part.value) for part in parts] == [("school-1", 2), ("school-2", None), ("school-4", None)]


def test_a_ratio_of_each_unit_is_its_own(bureau: Unit):
    post("a", fact("study.expected", 10), fact("study.present", 9))
    post("b", fact("study.expected", 10, unit="school-2"), fact("study.present", 10, unit="school-2"))
    figure = asked(declared("ratio", part="study.present", whole="study.expected"), bureau)
    assert [part.value for part in by_unit(figure)] == [90, 100]
    assert figure.value == 95


def test_a_figure_splits_into_all_months_of_its_period(bureau: Unit):
    post("a", fact("study.sessions", 2, day=date(2025, 1, 31)))
    post("b", fact("study.sessions", 3, day=date(2025, 3, 1)))
    parts = by_month(asked(declared("sum", "study.sessions"), bureau, SPRING))
    assert [(part.key, part.value) for part in parts] == [(202501, 2), (202502, None), (202503, 3)]


def test_a_school_year_s_months_run_over_new_year(bureau: Unit):
    parts = by_month(asked(declared("sum", "study.sessions"), bureau, Period.parse("2024/2025")))
    assert [part.key for part in parts][3:6] == [202412, 202501, 202502]
    assert len(parts) == 12


def test_a_stock_of_a_month_is_as_it_stood_then(bureau: Unit):
    post("opening", fact("projects.running", 20, day=date(2019, 5, 1)))
    post("granted", fact("projects.running", 1, day=date(2025, 2, 1)))
    parts = by_month(asked(declared("stock", "projects.running"), bureau, SPRING))
    assert [(part.value, part.entries) for part in parts] == [(20, (0,)), (21, (0, 1)), (21, (0, 1))]


def test_what_is_held_in_a_month_is_as_it_stood_then(bureau: Unit):
    post("granted", fact("projects.running", 1, day=date(2019, 5, 1), subject="t1"))
    post("too", fact("projects.running", 1, unit="school-2", day=date(2025, 1, 1), subject="t2"))
    post("ended", fact("projects.running", -1, day=date(2025, 2, 1), subject="t1"))
    for of in ("unit", "subject"):
        figure = asked(declared("held", "projects.running", of=of), bureau, SPRING)
        assert [(part.value, part.entries) for part in by_month(figure)] == [
            (2, (0, 1)),
            (1, (0, 1, 2)),
            (1, (0, 1, 2)),
        ]
        assert [(part.key, part.value) for part in by_unit(figure)] == [("school-1", 0), ("school-2", 1)]


def test_persons_are_counted_once_in_each_part(bureau: Unit):
    for month in (1, 2):
        post(f"{month}", fact("study.present", subject="p1", day=date(2025, month, 1)))
    figure = asked(declared("distinct", "study.present", of="subject"), bureau, SPRING)
    assert (figure.value, [part.value for part in by_month(figure)]) == (1, [1, 1, None])


def test_the_least_of_persons_splits_by_their_units(bureau: Unit):
    post("dues", fact("study.expected", subject="p1"), fact("study.expected", unit="school-2", subject="p2"))
    post("one", fact("study_reports.written", 2, subject="p1"))
    least = declared("min", "study_reports.written", over="subject", expected="study.expected")
    parts = by_unit(asked(least, bureau))
    assert [(part.key, part.value, part.entries) for part in parts] == [("school-1", 2, (0, 1)), ("school-2", 0, (0,))]


def test_a_stated_percentage_keeps_its_decimals(bureau: Unit):
    post("a", fact("surveys.stated", 9655, category="ethics"))
    figure = asked(declared("last", "surveys.stated"), bureau)
    assert [part.value for part in by_unit(figure)] == [Decimal("96.55")]


def test_splitting_asks_the_ledger_nothing(bureau: Unit):
    post("a", fact("study.sessions", 2))
    figure = asked(declared("sum", "study.sessions"), bureau)
    with CaptureQueriesContext(connection) as queries:
        assert by_unit(figure)
        assert by_month(figure)
    assert len(queries) == 0
