"""A ticket used by many at once lets in as many as it has uses."""

from functools import partial

import pytest

from tests.orgs.test_tickets import LATER, NOON
from tests.security.test_races import at_once
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.tickets import Purpose, Ticket, ticket_burn, ticket_make

pytestmark = pytest.mark.django_db(transaction=True)


def _burn(code: str) -> None:
    with clock.at(NOON):
        ticket_burn(code=code, purpose=Purpose.SURVEY)


@pytest.mark.parametrize("uses", [1, 5])
def test_no_more_get_in_than_it_has_uses(uses: int):
    code = ticket_make(purpose=Purpose.SURVEY, ref="survey-1", expires=LATER, actor=CONSOLE, uses=uses)
    told = at_once(*[partial(_burn, code)] * 16)
    assert told == ["done"] * uses + ["ticket-invalid"] * (16 - uses)
    assert Ticket.objects.get().uses_left == 0
    assert AuditRow.objects.filter(action="ticket.burn").count() == uses
