"""The later year has exactly the figures of the reference, each with its records."""

from decimal import Decimal

import pytest

from tests.demo.reference import Row, reference_rows
from youju.demo.build import Built
from youju.indicators.catalogue import find_indicator
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.ledger.reading import entries_by_seq
from youju.lib.periods import Period
from youju.orgs.tree import home_unit
from youju.records.heads.attachments import attachments_of

ROWS = reference_rows()


@pytest.fixture(scope="module")
def later(demo: Built) -> dict[str, Figure]:
    return figures(home_unit(), Period.year(demo.year))


@pytest.fixture(scope="module")
def earlier(demo: Built) -> dict[str, Figure]:
    return figures(home_unit(), Period.year(demo.year - 1))


def stated(figure: Figure) -> set[Decimal]:
    values = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return {Decimal(value) for value in values if value is not None}


def test_there_are_sixty() -> None:
    assert [row.number for row in ROWS] == list(range(1, 61))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number}-{row.indicator}")
def test_the_later_year_has_the_value_of_the_reference(row: Row, later: dict[str, Figure]) -> None:
    others = {other.value for other in ROWS if other.indicator == row.indicator}
    assert stated(later[row.indicator]) == others


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.number}-{row.indicator}")
def test_the_earlier_year_has_another_value(row: Row, earlier: dict[str, Figure]) -> None:
    assert row.value not in stated(earlier[row.indicator])


def test_the_table_describes_the_indicators() -> None:
    for row in ROWS:
        indicator = find_indicator(row.indicator)
        assert (row.name, row.shape, row.scope) == (indicator.zh, indicator.shape, indicator.scope)


def test_each_figure_rests_on_records_with_a_file(later: dict[str, Figure]) -> None:
    for row in ROWS:
        entries = entries_by_seq(later[row.indicator].entries)
        assert entries, row.indicator
        attached = attachments_of(entry.record_ref for entry in entries.values())
        assert all(attached[entry.record_ref] for entry in entries.values()), row.indicator


def test_the_answer_rate_is_computed_from_answers(later: dict[str, Figure]) -> None:
    rate = later["inquiries.online.answer_rate"]
    assert (rate.numerator, rate.denominator, rate.value) == (156, 158, Decimal("98.73"))


def test_the_satisfaction_is_computed_from_answers(later: dict[str, Figure]) -> None:
    rate = later["reviews.satisfaction"]
    assert (rate.numerator, rate.denominator) == (765, 775)
