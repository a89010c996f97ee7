"""签到 at a volunteer service: names of the draft, coming and leaving, and the minutes that follow from both."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.test_sign_in import _leave, _pick, _scan, _telephone
from tests.records.cast import DAY, people, verified
from youju.lib import clock
from youju.records.kinds import get_record_kind
from youju.records.reading.drift import drifted
from youju.records.sign_in.errors import SignInOpen
from youju.records.sign_in.models import SignIn
from youju.records.verbs.record_verbs import record_add, record_submit
from youju.records.volunteering.service.models import Service

NOW = datetime(2025, 3, 14, 1, 0, 7, tzinfo=UTC)  # nine in the morning


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    cache.clear()
    with clock.at(NOW):
        yield


@pytest.fixture
def river(cast: SimpleNamespace, desk: Desk) -> SimpleNamespace:
    """A service of three volunteers, whose sign-in is open."""
    adults = people(cast.hill, "王一", "李二", "张三")
    rows = [{"person": person, "came": "", "left": "", "minutes": None} for person in adults]
    values = {"unit": cast.hill, "title": "护河志愿服务", "happened": DAY, "place": "河堤公园", "minutes": 60,
              "volunteers": rows}  # fmt: skip
    record = record_add(kind=get_record_kind("service"), values=values, actor=cast.bob)
    organiser = desk(cast.bob)
    organiser.post(reverse("sign-in-open", args=[record.ref]))
    return SimpleNamespace(record=record, adults=adults, organiser=organiser, sign_in=SignIn.objects.get())


def _after(minutes: int) -> AbstractContextManager[None]:
    return clock.at(NOW + timedelta(minutes=minutes))


def _sign_out(telephone: Client, river: SimpleNamespace) -> str:
    leave = _leave(_scan(telephone, river))
    return str(telephone.post(reverse("ticket", args=[river.sign_in.code]), {"leave": leave}, follow=True).text)


def _rows() -> dict[str, tuple[str, str, int]]:
    rows = Service.objects.get().volunteers.select_related("person")
    return {row.person.name: (row.came, row.left, row.served) for row in rows}


def test_coming_and_leaving_give_the_minutes(cast: SimpleNamespace, river: SimpleNamespace):
    first, second = _telephone(), _telephone()
    assert "王一 signed in at 09:00." in _pick(first, river, river.adults[0]).text
    _pick(second, river, river.adults[1])
    with _after(90):
        assert "Signed out at 10:30." in _sign_out(first, river)
    with _after(120):
        river.organiser.post(reverse("sign-in-close", args=[river.record.ref]))
    assert _rows() == {"王一": ("09:00", "10:30", 90), "李二": ("09:00", "11:00", 120)}
    record = verified(Service.objects.get(), cast.bob, cast.alice)
    assert sorted(fact.quantity for fact in record.facts("verified") if fact.measure == "volunteers.minutes") == [
        90,
        120,
    ]
    assert list(drifted()) == []


def test_a_telephone_signs_out_once(river: SimpleNamespace):
    telephone = _telephone()
    _pick(telephone, river, river.adults[0])
    with _after(30):
        _sign_out(telephone, river)
    with _after(60):
        assert "Signed out at 09:30." in _sign_out(telephone, river)
    assert SignIn.objects.get().signed.get().left == NOW + timedelta(minutes=30)


def test_leaving_takes_the_code_of_that_moment(river: SimpleNamespace):
    telephone = _telephone()
    _pick(telephone, river, river.adults[0])
    old = river.sign_in.code_now()
    with _after(60):
        assert "The code has changed meanwhile" in _scan(telephone, river, old)
        page = telephone.post(reverse("ticket", args=[river.sign_in.code]), {"leave": "1-00"}, follow=True).text
    assert "The code has changed meanwhile" in page
    assert SignIn.objects.get().signed.get().left is None


def test_the_organiser_marks_who_has_no_telephone_coming_and_leaving(river: SimpleNamespace):
    address, person = reverse("sign-in-name", args=[river.record.ref]), river.adults[2].pk
    river.organiser.post(address, {"person": person})
    with _after(45):
        assert "Leaves" in river.organiser.get(reverse("sign-in", args=[river.record.ref])).text
        river.organiser.post(address, {"person": person, "then": "out"})
    with _after(90):
        river.organiser.post(reverse("sign-in-close", args=[river.record.ref]))
    assert _rows() == {"张三": ("09:00", "09:45", 45)}


def test_times_less_than_a_minute_apart_leave_the_activity_s_own_minutes(river: SimpleNamespace):
    _pick(_telephone(), river, river.adults[0])
    river.organiser.post(reverse("sign-in-close", args=[river.record.ref]))
    assert _rows() == {"王一": ("", "", 0)}
    assert Service.objects.get().minutes == 60


def test_it_is_not_handed_in_while_people_sign_in(cast: SimpleNamespace, river: SimpleNamespace):
    with pytest.raises(SignInOpen):
        record_submit(record=Service.objects.get(), actor=cast.bob)


def test_opened_once_more_it_goes_on_with_who_was_there(river: SimpleNamespace):
    telephone = _telephone()
    _pick(telephone, river, river.adults[0])
    with _after(30):
        river.organiser.post(reverse("sign-in-close", args=[river.record.ref]))
        river.organiser.post(reverse("sign-in-open", args=[river.record.ref]))
        river.sign_in = SignIn.objects.get()
        assert "王一 signed in at 09:00." in _scan(telephone, river)
    with _after(80):
        _sign_out(telephone, river)
        river.organiser.post(reverse("sign-in-close", args=[river.record.ref]))
    assert _rows() == {"王一": ("09:00", "10:20", 80)}


def test_a_kind_without_a_list_has_no_sign_in(cast: SimpleNamespace, desk: Desk):
    from tests.records.cast import visits

    record = visits(cast.bob, cast.hill)
    assert desk(cast.bob).get(reverse("sign-in", args=[record.ref])).status_code == 404
