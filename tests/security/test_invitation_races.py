"""A hundred liaisons at one meeting: each card once, and one sentence for every card that does not hold."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import connections
from django.db.models import F
from django.test import Client
from django.urls import reverse

from tests.orgs.plant import plant
from tests.records.cast import make_cast
from youju.lib import clock
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.invitations import invitation_revoke, member_invite, members_invite
from youju.orgs.joining import Joining, members_for, members_to_invite, members_with_joining
from youju.orgs.member_verbs import member_add
from youju.orgs.members import Member
from youju.orgs.role_verbs import role_grant

pytestmark = pytest.mark.django_db(transaction=True)

LIAISONS, AT_ONCE = 100, 16
NEW = {"new_password1": "qingshan xiaoxue 2026", "new_password2": "qingshan xiaoxue 2026"}


@pytest.fixture(autouse=True)
def no_memory_of_tries():
    cache.clear()
    yield
    cache.clear()


def _accepted(code: str) -> int:
    """The answer to a card that is accepted: 302 leads on, 404 does not hold, 503 asks to come again."""
    try:
        while (status := Client().post(reverse("ticket", args=[code]), NEW).status_code) == 503:
            pass
        return status
    finally:
        connections.close_all()


def _at_once(codes: list[str]) -> list[int]:
    with ThreadPoolExecutor(AT_ONCE) as hands:
        return list(hands.map(_accepted, codes))


def _liaisons(cast: SimpleNamespace, count: int) -> list[Member]:
    made = []
    for number in range(count):
        school = plant(code=f"s{number}", kind="school", name=f"第{number}小学", parent=cast.county)
        made.append(member_add(username=f"m{number}", name=f"联络员{number}", unit=school, actor=CONSOLE))
        role_grant(member=made[-1], role="liaison", unit=school, actor=CONSOLE)
    return made


def test_a_hundred_liaisons_accept_their_cards_at_once_each_once():
    _liaisons(make_cast(), LIAISONS)
    invitations = members_invite(members=members_to_invite(actor=CONSOLE, role="liaison"), actor=CONSOLE)
    codes = [invitation.code for invitation in invitations]
    assert len(set(codes)) == LIAISONS
    answers = _at_once(codes + codes)  # each card by two hands
    assert (answers.count(302), answers.count(404)) == (LIAISONS, LIAISONS)
    states = members_with_joining(members_for(CONSOLE)).values_list(F("joining"), flat=True)
    assert set(states) == {Joining.JOINED.value}
    assert AuditRow.objects.filter(action="member.password").count() == LIAISONS


def test_expired_revoked_replaced_and_replayed_cards_are_refused_alike():
    expired, revoked, replaced, replayed = _liaisons(make_cast(), 4)
    with clock.at(clock.now() - timedelta(days=15)):
        old = member_invite(member=expired, actor=CONSOLE)
    taken_back, first, used = (member_invite(member=member, actor=CONSOLE) for member in (revoked, replaced, replayed))
    invitation_revoke(member=revoked, actor=CONSOLE)
    member_invite(member=replaced, actor=CONSOLE)
    assert Client().post(reverse("ticket", args=[used]), NEW).status_code == 302
    told = set()
    for code in (old, taken_back, first, used, "0000-0000"):
        for answer in (
            Client().get(reverse("ticket", args=[code])),
            Client().post(reverse("ticket", args=[code]), NEW),
        ):
            told.add((answer.status_code, str(answer.context["sentence"])))
    assert len(told) == 1
