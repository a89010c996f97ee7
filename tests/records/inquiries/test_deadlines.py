"""Each row of deadlines.tsv is an inquiry picked by hand; its due day was worked out by other code than ours.

Columns: the moment of receipt; pauses as first..last, both included, without a last day while they go on; days of the
one extension; which of the clocks, and on which day it begins where that is not the receipt; the due day; the days in
runs: r receipt, + counted, m counted as a make-up workday, w weekend, h holiday, p paused; then: the due day once the
days off of 2027 are announced, which are invented.
"""

from collections.abc import Iterator
from csv import DictReader
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.records.cast import make_cast
from tests.records.inquiries.desk_of_inquiries import answered, assigned, at_desk, moved, reread
from youju.clockwork.jobs import JOBS
from youju.clockwork.tick import tick
from youju.lib import clock
from youju.lib.clock import day_of
from youju.lib.deadlines import Day, Mark, Pause
from youju.orgs.calendar import DayRule, Term
from youju.orgs.deadlines import conclusion, explanation
from youju.orgs.units import Unit
from youju.records.inquiries.inquiry.clocks import Clock, clocks, decline_until
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.rule.picking import limits_for

Row = dict[str, str]
_LETTERS = {
    Mark.RECEIPT: "r", Mark.COUNTED: "+", Mark.MAKE_UP: "m", Mark.WEEKEND: "w", Mark.HOLIDAY: "h", Mark.PAUSED: "p",
}  # fmt: skip
_BEGINS = {"settle": "accepted_on", "update": "last_word_on", "again": "reopened_on", "review": "review_asked_on"}
_FIRST_TOLD = "2023"
_OFF_2027 = [*("2027-01-01", "2027-01-02", "2027-01-03"), *(f"2027-02-{day:02}" for day in range(5, 13))]
_WORKED_2027 = ("2026-12-27", "2027-01-31", "2027-02-14")


def _rows() -> list[Row]:
    with Path(__file__).with_name("deadlines.tsv").open(encoding="utf-8") as file:
        return list(DictReader(file, delimiter="\t"))


GROUPS = list(dict.fromkeys(row["group"] for row in _rows()))


@pytest.fixture
def announced(db: None) -> None:
    """The days off of the notices up to 2026, and school years with their holidays, which change nothing."""
    lines = (line.split("\t") for line in Path("youju/orgs/days_off.tsv").read_text("utf-8").splitlines())
    told = [DayRule(date=date.fromisoformat(day), work=what == "work", name=name, source="通知")
            for day, what, name in lines if day >= _FIRST_TOLD]  # fmt: skip
    DayRule.objects.bulk_create(told)
    assert max(day.date for day in told) == date(2026, 10, 10)


def announce_2027() -> None:
    for days, work in ((_OFF_2027, False), (_WORKED_2027, True)):
        DayRule.objects.bulk_create(
            DayRule(date=date.fromisoformat(day), work=work, name="虚构", source="虚构") for day in days
        )


def _received(row: Row) -> date:
    text = row["received"]
    return day_of(datetime.fromisoformat(text)) if "T" in text else date.fromisoformat(text)


def _pauses(row: Row) -> list[Pause]:
    pairs = [part.split("..") for part in row["pauses"].split(",") if part != "-"]
    return [Pause(date.fromisoformat(first), date.fromisoformat(last) if last else None) for first, last in pairs]


def _inquiry(row: Row) -> Inquiry:
    """As it would stand in its table: received, with the limits of its rule, and whatever the clock begins with."""
    day = _received(row)
    inquiry = Inquiry(channel=row["channel"], sort=row["sort"], happened=day, extra=int(row["extra"]))
    vars(inquiry).update(vars(limits_for(inquiry.channel, inquiry.sort, day)))
    if column := _BEGINS.get(row["clock"]):
        setattr(inquiry, column, date.fromisoformat(row["begun"]))
        inquiry.answered_on = inquiry.last_word_on if column == "last_word_on" else None
    return inquiry


def _clock(row: Row) -> Clock:
    return next(each for each in clocks(_inquiry(row), _pauses(row)) if each.code == row["clock"])


def _due(row: Row) -> str:
    if row["clock"] == "decline":
        return str(decline_until(_inquiry(row)))
    return str(_clock(row).due or "-")


def _runs(days: tuple[Day, ...]) -> str:
    runs = [(letter, len(list(run))) for letter, run in groupby(_LETTERS[day.mark] for day in days)]
    return "".join(f"{length if length > 1 else ''}{letter}" for letter, length in runs)


def test_there_are_two_hundred_of_eleven_sorts():
    assert len(_rows()) >= 200 and len(GROUPS) == 11


@pytest.mark.parametrize("group", GROUPS)
def test_each_is_due_on_the_day_worked_out_otherwise_and_every_day_is_explained(announced: None, group: str):
    wrong = []
    for row in (each for each in _rows() if each["group"] == group):
        if _due(row) != row["due"]:
            wrong.append((row["received"], row["why"], _due(row), row["due"]))
        if row["clock"] == "decline":
            continue
        found = _clock(row).found
        told = explanation(found)
        if _runs(found.days) != row["days"] or found.provisional != (row["standing"] == "provisional"):
            wrong.append((row["received"], row["why"], _runs(found.days), row["days"]))
        assert [day for day, _text in told] == [told[0][0] + timedelta(n) for n in range(len(told))]
        assert all(text for _day, text in told) and (row["due"] in conclusion(found) or row["due"] == "-")
    assert wrong == []


def test_what_was_provisional_is_another_day_once_the_year_is_announced(announced: None):
    announce_2027()
    rows = [row for row in _rows() if row["then"] != "-"]
    assert len(rows) >= 15 and any(row["then"] != row["due"] for row in rows)
    assert [(row["received"], _due(row)) for row in rows] == [(row["received"], row["then"]) for row in rows]
    assert not any(_clock(row).found.provisional for row in rows)


# Of the table those that are gone through with the verbs, day by day: pauses, the extension, reopening.
WALKED = [
    row for row in _rows()
    if row["clock"] in ("answer", "again") and (row["pauses"] != "-" or row["extra"] != "0" or row["clock"] == "again")
    and row["channel"] in ("online", "hotline", "phone") and row["sort"] == "question" and row["received"] > "2025-02"
    and row["group"] != "后来公布"
][::3]  # fmt: skip


@pytest.fixture
def office(announced: None) -> Iterator[SimpleNamespace]:
    with clock.at(_noon(date(2025, 1, 6))):
        office = at_desk(make_cast())
    school = Unit.objects.get(pk=office.hill.pk)
    Term.objects.create(unit=school, name="春季学期", first=date(2025, 2, 17), last=date(2025, 6, 30))
    yield office


def _noon(day: date) -> datetime:
    return datetime.fromisoformat(f"{day}T12:00:00+08:00")


@pytest.mark.parametrize("row", WALKED, ids=lambda row: f"{row['received']} {row['why']}")
def test_the_verbs_come_to_the_same_day(office: SimpleNamespace, row: Row):
    """Told of a pause the day before it begins; it goes on on its last day."""
    with clock.at(_noon(_received(row))):
        inquiry = assigned(office, happened=_received(row), channel=row["channel"], sort=row["sort"])
    if row["clock"] == "again":
        with clock.at(_noon(date.fromisoformat(row["begun"]))):
            inquiry = moved(answered(office, inquiry), "reopen", office.alice)
    for pause in _pauses(row):
        with clock.at(_noon(pause.first - timedelta(1))):
            inquiry = moved(inquiry, "pause", office.alice, told_how="电话")
        if pause.last:
            with clock.at(_noon(pause.last)):
                inquiry = moved(inquiry, "resume", office.alice)
    if row["extra"] != "0":
        with clock.at(_noon(_received(row) + timedelta(2))):
            inquiry = moved(inquiry, "extend", office.olga, extra=int(row["extra"]))
    assert str(reread(inquiry.pk).due_on or "-") == row["due"]


def test_time_itself_moves_a_provisional_day_with_a_step(announced: None):
    with clock.at(_noon(date(2026, 12, 24))):
        office = at_desk(make_cast())
        inquiry = assigned(office, happened=date(2026, 12, 24), channel="hotline")
        assert (str(inquiry.due_on), inquiry.provisional) == ("2026-12-31", True)
        announce_2027()
        list(tick([job for job in JOBS if job.code == "inquiry-due"]))
        assert (str(reread(inquiry.pk).due_on), reread(inquiry.pk).provisional) == ("2026-12-30", False)
