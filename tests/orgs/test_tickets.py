"""A ticket opens what it was made for, as often as it says, until it runs out; nothing tells a guesser more."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.records.cast import make_cast
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.invitations import member_invite, password_set
from youju.orgs.member_errors import MemberClosed
from youju.orgs.tickets import (
    Purpose,
    Ticket,
    TicketInvalid,
    ticket_burn,
    ticket_make,
    ticket_of,
    ticket_revoke,
    tickets_prune,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 2, 4, tzinfo=UTC)
LATER = NOON + timedelta(days=1)


def made(uses: int = 1) -> str:
    with clock.at(NOON):
        return ticket_make(purpose=Purpose.SURVEY, ref="survey-1", expires=LATER, actor=CONSOLE, uses=uses)


def test_it_is_used_as_often_as_it_says():
    code = made(uses=2)
    with clock.at(NOON):
        assert [ticket_burn(code=code, purpose=Purpose.SURVEY).uses_left for _use in range(2)] == [1, 0]
        with pytest.raises(TicketInvalid):
            ticket_burn(code=code, purpose=Purpose.SURVEY)


def test_looking_uses_nothing():
    code = made()
    with clock.at(NOON):
        assert [ticket_of(code).uses_left for _look in range(3)] == [1, 1, 1]


def test_it_is_read_as_people_type_it():
    code = made()
    with clock.at(NOON):
        typed = code.upper().replace("-", " ").replace("0", "O").replace("1", "l")
        assert ticket_of(typed).ref == "survey-1"


def test_all_refusals_sound_the_same_and_ask_the_same(django_assert_num_queries):
    used, over, revoked = made(), made(), made()
    with clock.at(NOON):
        ticket_burn(code=used, purpose=Purpose.SURVEY)
        ticket_revoke(ticket=ticket_of(revoked), actor=CONSOLE)
    for code, moment, purpose in [
        (used, NOON, Purpose.SURVEY),
        (over, LATER, Purpose.SURVEY),
        (revoked, NOON, Purpose.SURVEY),
        (over, NOON, Purpose.GUEST),
        ("0000-0000-0000-0000", NOON, Purpose.SURVEY),
        ("\ud800\0", NOON, Purpose.SURVEY),
    ]:
        with clock.at(moment), pytest.raises(TicketInvalid), django_assert_num_queries(3):
            ticket_burn(code=code, purpose=purpose)


def test_the_code_is_kept_nowhere():
    code = made()
    with clock.at(NOON):
        ticket_burn(code=code, purpose=Purpose.SURVEY)
        ticket_revoke(ticket=Ticket.objects.get(), actor=CONSOLE)
    kept = [*Ticket.objects.values_list(), *AuditRow.objects.values_list()]
    assert code not in str(kept)
    assert list(AuditRow.objects.order_by("pk").values_list("action", flat=True)) == ["ticket.make", "ticket.burn"]


def test_what_ran_out_a_month_ago_is_deleted():
    made()
    with clock.at(LATER + timedelta(days=29)):
        assert tickets_prune() == 0
    with clock.at(LATER + timedelta(days=31)):
        assert tickets_prune() == 1


def test_an_administrator_invites_and_nobody_else():
    cast = make_cast()
    member_invite(member=cast.bob, actor=cast.eve)
    for other in (cast.alice, cast.bob, cast.charlie, cast.dora):
        with pytest.raises(NotAllowed):
            member_invite(member=cast.bob, actor=other)


def test_a_second_invitation_closes_the_first():
    cast = make_cast()
    first, second = (member_invite(member=cast.bob, actor=CONSOLE) for _time in range(2))
    with pytest.raises(TicketInvalid):
        ticket_of(first)
    password_set(code=second, password="another pass phrase")
    cast.bob.refresh_from_db()
    assert cast.bob.check_password("another pass phrase")


def test_a_closed_account_is_neither_invited_nor_let_in():
    cast = make_cast()
    code = member_invite(member=cast.bob, actor=CONSOLE)
    type(cast.bob).objects.filter(pk=cast.bob.pk).update(is_active=False)
    cast.bob.refresh_from_db()
    with pytest.raises(MemberClosed):
        member_invite(member=cast.bob, actor=CONSOLE)
    with pytest.raises(TicketInvalid):
        password_set(code=code, password="another pass phrase")
    assert Ticket.objects.get().uses_left == 1
