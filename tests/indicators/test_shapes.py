"""The ten shapes, each through the ledger."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.indicators.log import asked, declared, fact, post, void
from youju.lib.periods import Period
from youju.orgs.units import Unit

SESSIONS = declared("sum", "study.sessions")
ATTENDANCE = declared("ratio", part="study.present", whole="study.expected")
RANKS = declared("places", "exam.places")


def test_a_sum_adds_quantities_of_the_unit_and_of_those_below_it(bureau: Unit):
    post("a", fact("study.sessions", 2, unit="bureau"))
    post("b", fact("study.sessions", 3, unit="school-2"))
    post("c", fact("study.sessions", 9, unit="city"))
    figure = asked(SESSIONS, bureau)
    assert (figure.value, figure.entries) == (5, (0, 1))


def test_a_sum_of_its_own_leaves_out_what_is_below(bureau: Unit):
    post("a", fact("study.sessions", 2, unit="bureau"), fact("study.sessions", 3, unit="school-2"))
    assert asked(declared("sum", "study.sessions", scope="own"), bureau).value == 2


def test_nothing_reported_is_not_nought(bureau: Unit):
    assert asked(SESSIONS, bureau).value is None
    post("a", fact("study.sessions", 0))
    assert asked(SESSIONS, bureau).value == 0
    void("a")
    assert asked(SESSIONS, bureau).value is None


def test_a_voided_entry_is_neither_counted_nor_behind_the_figure(bureau: Unit):
    post("a", fact("study.sessions", 2))
    post("b", fact("study.sessions", 3))
    void("a")
    figure = asked(SESSIONS, bureau)
    assert (figure.value, figure.entries) == (3, (1,))


def test_a_figure_of_a_period_cut_short_counts_up_to_its_day(bureau: Unit):
    post("a", fact("study.sessions", 1, day=date(2025, 6, 15)))
    post("b", fact("study.sessions", 1, day=date(2025, 6, 16)))
    assert asked(SESSIONS, bureau, Period.parse("..2025-06-15")).value == 1


@pytest.mark.parametrize(
    ("period", "value"),
    [("2025", 6), ("2025-08", 2), ("2024/2025", 3), ("2025/2026", 4), ("..2025-08-31", 2), ("2024", 1)],
)
def test_each_kind_of_period_counts_its_own_days(bureau: Unit, period: str, value: int):
    days = (date(2024, 9, 1), date(2025, 8, 31), date(2025, 9, 1))
    for quantity, day in zip((1, 2, 4), days, strict=True):
        post(f"on {day}", fact("study.sessions", quantity, day=day))
    assert asked(SESSIONS, bureau, Period.parse(period)).value == value


@pytest.mark.parametrize(
    ("filters", "value"),
    [
        ({"category": ("center_group",)}, 1),
        ({"category": ("center_group", "branch")}, 3),
        ({"level": ("city",)}, 2),
        ({"occasion": ("role-models",)}, 4),
        ({"unit_kind": ("town",)}, 4),
        ({"category": ("branch",), "unit_kind": ("town",)}, None),
    ],
)
def test_filters_narrow_what_is_counted(bureau: Unit, filters: dict[str, tuple[str, ...]], value: int | None):
    post("a", fact("study.sessions", 1, category="center_group"))
    post("b", fact("study.sessions", 2, category="branch", level="city"))
    post("c", fact("study.sessions", 4, unit="town-2", occasion="role-models"))
    assert asked(declared("sum", "study.sessions", **filters), bureau).value == value


def test_a_ratio_is_rounded_half_up_and_keeps_both_sums(bureau: Unit):
    post("a", fact("study.expected", 775), fact("study.present", 765))
    figure = asked(ATTENDANCE, bureau)
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("98.71"), 765, 775)


def test_a_hundred_percent_is_not_reached_by_rounding(bureau: Unit):
    post("a", fact("study.expected", 100_000), fact("study.present", 99_999))
    assert asked(ATTENDANCE, bureau).value == Decimal("99.99")


def test_a_part_above_its_whole_gives_no_value_and_says_so(bureau: Unit):
    post("a", fact("study.expected", 10), fact("study.present", 11))
    figure = asked(ATTENDANCE, bureau)
    assert (figure.value, figure.note, figure.entries) == (None, "part-exceeds-whole", (0,))


def test_none_of_a_reported_whole_is_nought_percent(bureau: Unit):
    post("a", fact("study.expected", 10))
    assert asked(ATTENDANCE, bureau).value == 0


def test_a_part_without_a_whole_has_no_share(bureau: Unit):
    post("a", fact("study.present", 10))
    figure = asked(ATTENDANCE, bureau)
    assert (figure.value, figure.note) == (None, "")


@pytest.mark.parametrize(("of", "value"), [("unit", 2), ("category", 2), ("occasion", 1), ("subject", 3)])
def test_distinct_counts_what_stands_once(bureau: Unit, of: str, value: int):
    post("a", fact("study.present", category="branch", subject="p1"), fact("study.present", subject="p2"))
    post("b", fact("study.present", unit="bureau", category="branch", subject="p1", occasion="trip"))
    post("c", fact("study.present", category="center_group", subject="p3"))
    post("d", fact("study.present", unit="office", category="staff", subject="p9"))
    void("d")
    assert asked(declared("distinct", "study.present", of=of), bureau).value == value


def test_a_stock_counts_all_up_to_the_last_day_and_no_later(bureau: Unit):
    stock = declared("stock", "projects.running")
    post("opening", fact("projects.running", 20, day=date(2019, 1, 1)))
    post("granted", fact("projects.running", 9))
    post("expired", fact("projects.running", -1, day=date(2025, 11, 1)))
    post("later", fact("projects.running", 5, day=date(2026, 1, 1)))
    figure = asked(stock, bureau)
    assert (figure.value, figure.entries) == (28, (0, 1, 2))
    assert asked(stock, bureau, Period.year(2024)).value == 20
    assert asked(declared("sum", "projects.running"), bureau).value == 8


def test_a_stock_takes_up_every_month_before_also_where_others_lie_empty_between(bureau: Unit):
    for number, day in enumerate((date(2001, 2, 3), date(2001, 12, 31), date(2002, 1, 1), date(2024, 12, 31))):
        post(f"r{number}", fact("projects.running", 10**number, day=day))
    stock = declared("stock", "projects.running")
    assert asked(stock, bureau).value == 1111
    assert asked(stock, bureau, Period.year(2002)).value == 111
    assert asked(stock, bureau, Period.year(2001)).value == 11


@pytest.mark.parametrize(("of", "value"), [("unit", 2), ("category", 1), ("occasion", 1), ("subject", 3)])
def test_held_counts_what_was_granted_and_has_not_ended(bureau: Unit, of: str, value: int):
    title: Any = {"category": "patriotic", "occasion": "the-title"}
    post("opening", fact("projects.running", 1, day=date(2019, 1, 1), subject="t1", **title))
    post("granted", fact("projects.running", 1, unit="school-2", subject="t2", **title))
    post("granted elsewhere", fact("projects.running", 1, unit="town-2", subject="t3", **title))
    post("and another", fact("projects.running", 1, unit="town-2", subject="t4", **title))
    post("ended", fact("projects.running", -1, unit="school-2", day=date(2025, 11, 1), subject="t2", **title))
    post("ended later", fact("projects.running", -1, day=date(2026, 1, 1), subject="t1", **title))
    held = declared("held", "projects.running", of=of)
    assert asked(held, bureau).value == value
    assert asked(held, bureau).entries == (0, 1, 2, 3, 4)
    assert asked(held, bureau, Period.year(2024)).value == 1
    assert asked(held, bureau, Period.year(2018)).value is None


def test_of_what_has_all_ended_nought_is_held(bureau: Unit):
    post("granted", fact("projects.running", 1, day=date(2019, 1, 1), subject="t1"))
    post("ended", fact("projects.running", -1, subject="t1"))
    assert asked(declared("held", "projects.running", of="subject"), bureau).value == 0
    assert asked(declared("held", "projects.running", of="occasion"), bureau).value is None, "it names no occasion"


def test_what_was_granted_twice_is_held_until_both_have_ended(bureau: Unit):
    for number, quantity in enumerate((1, 1, -1)):
        post(f"{number}", fact("projects.running", quantity, day=date(2025, 1, 1 + number), subject="t1"))
    held = declared("held", "projects.running", of="subject")
    assert asked(held, bureau).value == 1
    post("ended too", fact("projects.running", -1, subject="t1"))
    assert asked(held, bureau).value == 0


def test_the_last_statement_stands_alone(bureau: Unit):
    stated = declared("last", "surveys.stated", category=("ethics",))
    post("june", fact("surveys.stated", 9655, category="ethics", day=date(2025, 6, 1)))
    post("filed late for march", fact("surveys.stated", 9000, category="ethics"))
    figure = asked(stated, bureau)
    assert (figure.value, figure.entries) == (Decimal("96.55"), (0,))
    void("june")
    assert asked(stated, bureau).value == Decimal("90.00")


def test_a_statement_of_several_values_at_once_gives_none_and_says_so(bureau: Unit):
    post("a", fact("surveys.stated", 9655, category="ethics"), fact("surveys.stated", 9384, category="school"))
    figure = asked(declared("last", "surveys.stated"), bureau)
    assert (figure.value, figure.note, figure.entries) == (None, "several-stated", (0,))


def test_the_least_counts_a_silent_unit_as_nought(bureau: Unit):
    least = declared("min", "study_reports.written", unit_kind=("school",))
    assert asked(least, bureau).value is None
    for unit in ("school-1", "school-2"):
        post(unit, fact("study_reports.written", 2, unit=unit))
    assert asked(least, bureau).value == 0
    post("school-4", fact("study_reports.written", 1, unit="school-4", day=date(2025, 10, 1)))
    assert asked(least, bureau).value == 1, "school-3 was closed by the end of the year"


def test_each_gives_one_value_or_least_and_most(bureau: Unit):
    days = declared("each", "training.days")
    post("first batch", fact("training.days", 3))
    post("second batch", fact("training.days", 3))
    assert asked(days, bureau).value == 3
    post("third batch", fact("training.days", 5))
    assert asked(days, bureau).value == (3, 5)


def test_received_in_december_and_answered_in_january_leaves_both_years_right(bureau: Unit):
    """A part bears the day of its whole: the answer's fact says when the question came."""
    rate = declared("ratio", part="inquiries.answered", whole="inquiries.received")
    post("received on 30 December", fact("inquiries.received", day=date(2025, 12, 30)))
    post("received on 2 January", fact("inquiries.received", day=date(2026, 1, 2)))
    assert [asked(rate, bureau, Period.year(year)).value for year in (2025, 2026)] == [0, 0]
    post("answered on 5 January", fact("inquiries.answered", day=date(2025, 12, 30)))
    found = [asked(rate, bureau, Period.year(year)) for year in (2025, 2026)]
    assert [(figure.value, figure.numerator, figure.denominator) for figure in found] == [(100, 1, 1), (0, 0, 1)]
    months = (Period.month(2025, 12), Period.month(2026, 1))
    assert [asked(rate, bureau, month).value for month in months] == [100, 0]


def test_a_part_may_be_several_measures(bureau: Unit):
    post("a", fact("study.expected", 10), fact("study.present", 7), fact("study_reports.written", 2))
    both = declared("ratio", part=("study.present", "study_reports.written"), whole="study.expected")
    figure = asked(both, bureau)
    assert (figure.value, figure.numerator, figure.denominator) == (90, 9, 10)
    post("b", fact("study_reports.written", 2))
    assert asked(both, bureau).note == "part-exceeds-whole"


LEAST_WRITTEN = declared("min", "study_reports.written", over="subject", expected="study.expected")


def test_the_least_of_persons_counts_a_silent_one_as_nought(bureau: Unit):
    assert asked(LEAST_WRITTEN, bureau).value is None
    post("dues", *(fact("study.expected", subject=person) for person in ("p1", "p2")))
    assert asked(LEAST_WRITTEN, bureau).value == 0
    post("p1 writes", fact("study_reports.written", subject="p1"))
    assert asked(LEAST_WRITTEN, bureau).value == 0, "however many others write"
    post("p2 writes, elsewhere", fact("study_reports.written", 2, unit="school-2", subject="p2"))
    figure = asked(LEAST_WRITTEN, bureau)
    assert (figure.value, figure.entries) == (1, (0, 1, 2))


def test_who_owes_nothing_is_not_among_the_persons(bureau: Unit):
    post("dues", fact("study.expected", subject="p1"), fact("study.expected", subject="p2"))
    post("p1 writes", fact("study_reports.written", 3, subject="p1"), fact("study_reports.written", 1, subject="guest"))
    post("p2 is excused", fact("study.expected", -1, subject="p2"))
    assert asked(LEAST_WRITTEN, bureau).value == 3


def test_each_person_has_one_value_or_least_and_most(bureau: Unit):
    each = declared("each", "study_reports.written", over="subject", expected="study.expected")
    post("dues", fact("study.expected", subject="p1"), fact("study.expected", subject="p2"))
    post("both", fact("study_reports.written", 2, subject="p1"), fact("study_reports.written", 2, subject="p2"))
    assert asked(each, bureau).value == 2
    post("one more", fact("study_reports.written", 1, subject="p1"))
    assert asked(each, bureau).value == (2, 3)


def test_places_are_a_set_of_ranks(bureau: Unit):
    post("a", fact("exam.places", 2, category="arts"))
    post("b", fact("exam.places", 1, category="arts"))
    post("c", fact("exam.places", 2, category="science"))
    assert asked(RANKS, bureau).value == (1, 2)


def test_two_ranks_of_one_record_stay_two(bureau: Unit):
    post("a", fact("exam.places", 1, category="arts"), fact("exam.places", 2, category="arts"))
    assert asked(RANKS, bureau).value == (1, 2)


HOURS = declared("mean", "volunteers.minutes", per=60, places=1)


def test_a_mean_is_over_the_different_persons_and_leaves_out_who_is_not_named(bureau: Unit):
    post("a", fact("volunteers.minutes", 600, subject="p1"), fact("volunteers.minutes", 5000))
    post("b", fact("volunteers.minutes", 300, unit="school-2", subject="p1"))
    post("c", fact("volunteers.minutes", 603, subject="p2"))
    post("d", fact("volunteers.minutes", 9999, subject="p3"))
    void("d")
    figure = asked(HOURS, bureau)
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("12.5"), 1503, 2)


@pytest.mark.parametrize(("minutes", "hours"), [(3, "0.1"), (2, "0.0"), (63, "1.1"), (62, "1.0"), (6000, "100.0")])
def test_a_mean_is_rounded_half_up(bureau: Unit, minutes: int, hours: str):
    post("a", fact("volunteers.minutes", minutes, subject="p1"))
    assert asked(HOURS, bureau).value == Decimal(hours)


def test_a_mean_of_nobody_is_nothing(bureau: Unit):
    post("a", fact("volunteers.minutes", 600))
    assert asked(HOURS, bureau).value is None


SERVED = declared("sum", "volunteers.minutes", per=60, places=1)


def test_a_sum_in_a_larger_unit_is_added_up_before_it_is_rounded(bureau: Unit):
    post("a", fact("volunteers.minutes", 68), fact("volunteers.minutes", 68, unit="school-2"))
    figure = asked(SERVED, bureau)
    assert (figure.value, figure.numerator, figure.denominator) == (Decimal("2.3"), 136, None)
    void("a")
    assert asked(SERVED, bureau).value is None
