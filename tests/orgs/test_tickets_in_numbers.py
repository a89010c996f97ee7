"""Tickets made many at once, spent without a trace, put off and dropped together: one audit row for all of them."""

from datetime import UTC, datetime, timedelta

import pytest

from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.tickets import (
    Purpose,
    Ticket,
    TicketInvalid,
    ticket_of,
    ticket_spend,
    tickets_drop,
    tickets_extend,
    tickets_make,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
LATER = NOON + timedelta(days=1)


def made(*scopes: str) -> list[str]:
    with clock.at(NOON):
        return tickets_make(purpose=Purpose.SURVEY, ref="survey-1", scopes=scopes, expires=LATER, actor=CONSOLE)


def test_each_code_opens_its_own_scope_and_one_row_tells_how_many():
    codes = made("hill", "lake", "lake")
    with clock.at(NOON):
        assert [ticket_of(code).scope for code in codes] == ["hill", "lake", "lake"]
    (row,) = AuditRow.objects.all()
    assert (row.action, row.target, row.detail["count"]) == ("tickets.make", "survey-1", 3)


def test_one_that_is_spent_is_gone_and_nothing_says_so():
    first, second = made("hill", "lake")
    before = AuditRow.objects.count()
    with clock.at(NOON):
        assert ticket_spend(code=first.upper(), purpose=Purpose.SURVEY) == "hill"
        for purpose in (Purpose.SURVEY, Purpose.GUEST):
            with pytest.raises(TicketInvalid):
                ticket_spend(code=first if purpose == Purpose.SURVEY else second, purpose=purpose)
    assert Ticket.objects.count() == 1 and AuditRow.objects.count() == before


def test_one_that_ran_out_is_not_spent():
    (code,) = made("hill")
    with clock.at(LATER), pytest.raises(TicketInvalid):
        ticket_spend(code=code, purpose=Purpose.SURVEY)


def test_they_are_put_off_together():
    (code,) = made("hill")
    tickets_extend(purpose=Purpose.SURVEY, ref="survey-1", expires=LATER + timedelta(days=9), actor=CONSOLE)
    with clock.at(LATER):
        assert ticket_spend(code=code, purpose=Purpose.SURVEY) == "hill"


def test_those_of_one_scope_are_dropped_with_one_row():
    made("hill", "lake", "lake")
    assert tickets_drop(purpose=Purpose.SURVEY, ref="survey-1", scope="lake", actor=CONSOLE) == 2
    assert tickets_drop(purpose=Purpose.SURVEY, ref="survey-1", actor=CONSOLE) == 1
    counts = [row.detail["count"] for row in AuditRow.objects.filter(action="tickets.drop").order_by("pk")]
    assert counts == [2, 1] and not Ticket.objects.exists()
