"""Sixty telephones in one minute, each by two hands: everybody is signed in exactly once, and nobody is lost."""

from concurrent.futures import ThreadPoolExecutor
from time import process_time

import pytest
from django.core.cache import cache
from django.db import connections
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.records.cast import make_cast, people, session
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.people import Person
from youju.records.sign_in.models import SignIn
from youju.records.sign_in.verbs import sign_in_close, sign_in_open
from youju.records.study.session.models import StudySession

pytestmark = pytest.mark.django_db(transaction=True)

TELEPHONES = 60


@pytest.fixture(autouse=True)
def no_memory_of_tries():
    cache.clear()
    yield
    cache.clear()


def _opened() -> SignIn:
    cast = make_cast()
    roster = people(cast.hill, *(f"教师{number:02d}" for number in range(TELEPHONES)))
    session(cast.bob, cast.hill, roster, [])
    return sign_in_open(record=StudySession.objects.get(), begins=clock.now(), actor=cast.bob)


def _signed_in(sign_in: SignIn, person: Person) -> int:
    """What one telephone gets in the end: it scans, picks, and comes again where it is told that the server is busy."""
    telephone, address = Client(), reverse("ticket", args=[sign_in.code])
    try:
        while telephone.get(address, {"now": sign_in.code_now()}).status_code == 503:
            pass
        chosen = {"leave": sign_in.leave(), "person": person.pk}
        while (status := telephone.post(address, chosen).status_code) == 503:
            pass
        return status
    finally:
        connections.close_all()


def test_sixty_telephones_sign_in_at_once_each_exactly_once():
    sign_in = _opened()
    roster = list(Person.objects.order_by("pk"))
    begun = process_time()
    with ThreadPoolExecutor(TELEPHONES) as hands:
        answers = list(hands.map(lambda person: _signed_in(sign_in, person), roster))
    assert process_time() - begun < 60
    assert answers == [302] * TELEPHONES
    assert sign_in.signed.count() == TELEPHONES
    assert AuditRow.objects.filter(action="sign-in.name").count() == TELEPHONES
    sign_in_close(sign_in=SignIn.objects.get(), record=StudySession.objects.get(), actor=sign_in.opened_by)
    marks = StudySession.objects.get().attendance.values_list("mark", "signed_in")
    assert list(marks) == [("present", "code")] * TELEPHONES


def test_of_two_telephones_for_one_name_one_has_it():
    sign_in = _opened()
    roster = list(Person.objects.order_by("pk")[:20])
    with ThreadPoolExecutor(40) as hands:
        answers = list(hands.map(lambda person: _signed_in(sign_in, person), roster + roster))
    assert (answers.count(302), answers.count(409)) == (20, 20)
    assert sign_in.signed.count() == 20


def test_whoever_is_let_in_while_it_is_closed_is_marked():
    sign_in = _opened()
    roster = list(Person.objects.order_by("pk"))

    def close(_person: object) -> int:
        try:
            sign_in_close(sign_in=SignIn.objects.get(), record=StudySession.objects.get(), actor=sign_in.opened_by)
            return 0
        finally:
            connections.close_all()

    with ThreadPoolExecutor(20) as hands:
        answers = [hands.submit(_signed_in, sign_in, person) for person in roster[:15]]
        closed = hands.submit(close, None)
        answers += [hands.submit(_signed_in, sign_in, person) for person in roster[15:30]]
        statuses = [answer.result() for answer in answers]
        closed.result()
    present = StudySession.objects.get().attendance.filter(mark="present").count()
    assert present == statuses.count(302) == sign_in.signed.count()
    assert timezone.is_aware(SignIn.objects.get().closed_at)  # type: ignore[arg-type]  # it is closed
