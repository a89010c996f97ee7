"""Received in December, answered in January: both years are right; what moved after a summary was frozen is listed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.records.cast import member
from tests.records.inquiries.desk_of_inquiries import answered, assigned, moved
from tests.summaries.issuing import frozen
from youju.indicators.figures import figures
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.members import Role
from youju.records.inquiries.inquiry.models import Inquiry
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.changes import Change, changes_of, later_entries
from youju.summaries.issuing.verbs import standing_edition

DECEMBER, YEARS_END = datetime(2025, 12, 30, 4, tzinfo=UTC), datetime(2025, 12, 31, 4, tzinfo=UTC)
JANUARY, FEBRUARY = datetime(2026, 1, 5, 4, tzinfo=UTC), datetime(2026, 2, 2, 4, tzinfo=UTC)
# Each part with its whole.
PARTS = {
    "inquiries.answered": "inquiries.received",
    "inquiries.on_time": "inquiries.answered",
    "inquiries.settled": "inquiries.received",
}
RATES = ("inquiries.phone.answer_rate", "inquiries.on_time_rate", "inquiries.settled_rate")
TEXT = (
    "# {{unit}}{{year}}年工作总结\n\n## 一、来件\n\n**答复。** 收到来电{{inquiries.phone.received}}，"
    "答复{{inquiries.phone.answered}}，答复率{{inquiries.phone.answer_rate}}。\n"
)


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(DECEMBER):
        cast.olga = member("olga", cast.county, Role.OFFICER)
        yield cast


def received_in_december(office: SimpleNamespace) -> Inquiry:
    return assigned(office, happened=date(2025, 12, 30))


def sums(year: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for fact in live_facts().filter(period__range=(100 * year, 100 * year + 99)):
        found[fact.measure] = found.get(fact.measure, 0) + fact.quantity
    return found


def no_part_above_its_whole() -> bool:
    """By year, by month and by unit."""
    counted: dict[tuple[str, str, int], int] = {}
    for fact in live_facts():
        for period in (fact.period // 100, fact.period):
            key = (fact.measure, fact.unit, period)
            counted[key] = counted.get(key, 0) + fact.quantity
    parts = [(key, number) for key, number in counted.items() if key[0] in PARTS]
    return all(number <= counted.get((PARTS[measure], unit, period), 0) for (measure, unit, period), number in parts)


def printed(office: SimpleNamespace, year: int, code: str) -> str:
    value = figures(office.county, Period.year(year))[code].value
    return "—" if value is None else str(value)


def test_both_years_are_right_and_no_part_is_above_its_whole(office: SimpleNamespace):
    inquiry, other = received_in_december(office), received_in_december(office)
    with clock.at(JANUARY):
        answered(office, inquiry)
        assert no_part_above_its_whole()
    with clock.at(FEBRUARY):
        moved(inquiry, "settle", office.alice)
        answered(office, other)  # late
        assert no_part_above_its_whole()
        assert sums(2025) == {
            "inquiries.received": 2, "inquiries.answered": 2, "inquiries.on_time": 1, "inquiries.settled": 1,
        }  # fmt: skip
        assert set(sums(2026)) == {"inquiries.answers_given", "inquiries.work_days"}
        assert sums(2026)["inquiries.answers_given"] == 2
        for code in RATES:
            assert float(printed(office, 2025, code)) <= 100
            assert printed(office, 2026, code) in ("—", "0"), code
        moved(inquiry, "reopen", office.alice)
        assert no_part_above_its_whole() and "inquiries.settled" not in sums(2025)


def test_what_moves_after_the_freezing_is_listed_as_it_is_for_records(office: SimpleNamespace):
    with clock.at(YEARS_END):
        answered(office, received_in_december(office))
        inquiry = received_in_december(office)
        document = frozen(office, TEXT)
        assert moved_since(document) == {}
    with clock.at(JANUARY):
        answered(office, inquiry)
    assert set(moved_since(document)) == {"inquiries.phone.answered", "inquiries.phone.answer_rate"}
    change = moved_since(document)["inquiries.phone.answered"]
    assert (change.figure.printed, change.now) == ("1条", "2条") and not change.wrong
    assert len(later_entries(changes_of(standing_edition(document)))) == 1


def test_what_is_taken_back_after_the_freezing_makes_the_text_wrong(office: SimpleNamespace):
    inquiry = received_in_december(office)
    with clock.at(YEARS_END):
        answered(office, received_in_december(office))
        document = frozen(office, TEXT)
    with clock.at(JANUARY):
        moved(inquiry, "correct", office.alice, channel="hotline")
    changes = moved_since(document)
    assert changes["inquiries.phone.received"].wrong and changes["inquiries.phone.received"].voided


def moved_since(document: Document) -> dict[str, Change]:
    return {change.figure.code: change for change in changes_of(standing_edition(document))}
