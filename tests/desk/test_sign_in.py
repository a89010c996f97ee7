"""签到: a code that changes, a name taken once by one telephone, the organiser's hand, and the marks at its end."""

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, people, session, verified
from tests.weights import PUBLIC_BYTES, weight
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.orgs.tickets import Ticket
from youju.records.errors import WrongState
from youju.records.reading.drift import drifted
from youju.records.sign_in.errors import SignInOpen
from youju.records.sign_in.models import SignIn
from youju.records.sign_in.verbs import sign_in_by_code, sign_in_close
from youju.records.study.session.models import StudySession
from youju.records.verbs.record_verbs import record_submit

NOW = datetime(2025, 3, 14, 1, 0, 7, tzinfo=UTC)  # nine in the morning


@pytest.fixture(autouse=True)
def morning() -> Iterator[None]:
    cache.clear()
    with clock.at(NOW):
        yield


@pytest.fixture
def hall(cast: SimpleNamespace, desk: Desk) -> SimpleNamespace:
    """A session of three adults and a minor, whose sign-in is open."""
    adults = people(cast.hill, "王一", "李二", "张三")
    (minor,) = people(cast.hill, "小明", minor_until=date(2030, 1, 1))
    record = session(cast.bob, cast.hill, [*adults, minor], [])
    organiser = desk(cast.bob)
    organiser.post(reverse("sign-in-open", args=[record.ref]))
    return SimpleNamespace(record=record, adults=adults, minor=minor, organiser=organiser, sign_in=SignIn.objects.get())


def _later(seconds: int) -> AbstractContextManager[None]:
    return clock.at(NOW + timedelta(seconds=seconds))


def _telephone() -> Client:
    return Client(headers={"accept-language": "en"})


def _scan(telephone: Client, hall: SimpleNamespace, code: str = "") -> str:
    address = reverse("ticket", args=[hall.sign_in.code])
    return telephone.get(address, {"now": code or hall.sign_in.code_now()}).text


def _leave(page: str) -> str:
    found = re.search(r'name="leave" value="([^"]+)"', page)
    return found[1] if found else ""


def _pick(telephone: Client, hall: SimpleNamespace, person: Any, leave: str = "") -> Any:
    chosen = {"leave": leave or _leave(_scan(telephone, hall)), "person": person.pk}
    return telephone.post(reverse("ticket", args=[hall.sign_in.code]), chosen, follow=True)


def test_a_telephone_scans_picks_its_name_and_is_told(hall: SimpleNamespace):
    telephone = _telephone()
    page = _scan(telephone, hall)
    assert all(person.name in page for person in hall.adults)
    assert weight(page) < PUBLIC_BYTES
    done = _pick(telephone, hall, hall.adults[0])
    assert "王一 signed in at 09:00." in done.text
    assert "王一" not in _scan(_telephone(), hall)


def test_a_minor_is_not_on_the_telephones_list_and_is_not_taken(hall: SimpleNamespace):
    assert "小明" not in _scan(_telephone(), hall)
    assert _pick(_telephone(), hall, hall.minor).status_code == 404
    assert not hall.sign_in.signed.exists()


def test_the_code_changes_every_half_minute_and_the_one_before_still_holds(hall: SimpleNamespace):
    first = hall.sign_in.code_now()
    with _later(30):
        assert hall.sign_in.code_now() != first
        assert _leave(_scan(_telephone(), hall, first))
    with _later(60):
        stale = _scan(_telephone(), hall, first)
        assert not _leave(stale)
        assert "The code has changed meanwhile" in stale


def test_a_code_typed_from_the_wall_may_be_misread(hall: SimpleNamespace):
    code = hall.sign_in.code_now()
    typed = f"{code[:4]} {code[4:]}".upper().replace("0", "O").replace("1", "I")
    assert _leave(_scan(_telephone(), hall, typed))


def test_without_the_code_of_the_moment_nobody_sees_a_name(hall: SimpleNamespace):
    telephone = _telephone()
    for page in (telephone.get(reverse("ticket", args=[hall.sign_in.code])).text, _scan(telephone, hall, "00000000")):
        assert "王一" not in page
        assert not _leave(page)


def test_a_telephone_has_some_minutes_to_find_its_name(hall: SimpleNamespace):
    telephone = _telephone()
    leave = _leave(_scan(telephone, hall))
    with _later(180):
        assert "signed in" in _pick(telephone, hall, hall.adults[0], leave).text
    late = _telephone()
    leave = _leave(_scan(late, hall))
    with _later(240):
        assert "The code has changed" in _pick(late, hall, hall.adults[1], leave).text
    assert hall.sign_in.signed.count() == 1


@pytest.mark.parametrize("leave", ["", "x", "1-2", "99999999999999-ff", "-1-00", "٣-ff"])
def test_a_made_up_leave_takes_no_name(hall: SimpleNamespace, leave: str):
    telephone = _telephone()
    _scan(telephone, hall)
    _pick(telephone, hall, hall.adults[0], leave or "-")
    assert not hall.sign_in.signed.exists()


def test_a_taken_name_needs_the_organiser_who_gives_it_back(hall: SimpleNamespace):
    first, second = _telephone(), _telephone()
    leave = _leave(_scan(second, hall))
    _pick(first, hall, hall.adults[0])
    refused = _pick(second, hall, hall.adults[0], leave)
    assert refused.status_code == 409
    assert "go to the organiser" in refused.text
    hall.organiser.post(reverse("sign-in-name", args=[hall.record.ref]), {"person": hall.adults[0].pk, "then": "back"})
    assert "王一 signed in" in _pick(second, hall, hall.adults[0], leave).text


def test_a_telephone_takes_one_name(hall: SimpleNamespace):
    telephone = _telephone()
    leave = _leave(_scan(telephone, hall))
    _pick(telephone, hall, hall.adults[0], leave)
    assert "王一 signed in" in _pick(telephone, hall, hall.adults[1], leave).text
    assert hall.sign_in.signed.count() == 1


def test_too_early_is_not_yet_and_never_a_lock_out(cast: SimpleNamespace, desk: Desk):
    adults = people(cast.hill, "王一")
    record = session(cast.bob, cast.hill, adults, [])
    desk(cast.bob).post(reverse("sign-in-open", args=[record.ref]), {"begins": "09:30"})
    early = SimpleNamespace(record=record, sign_in=SignIn.objects.get())
    telephone = _telephone()
    for _time in range(250):  # more than wrong codes are let through
        page = _scan(telephone, early)
    assert "Not yet: signing in begins at 2025-03-14 09:30" in page
    with _later(1800):
        assert "signed in" in _pick(telephone, early, adults[0]).text


def test_the_wall_shows_who_is_missing_and_no_minor(hall: SimpleNamespace):
    _pick(_telephone(), hall, hall.adults[0])
    wall = hall.organiser.get(reverse("sign-in-wall", args=[hall.record.ref])).text
    assert "1 of 4 have signed in" in wall
    assert "王一" not in wall and "李二" in wall
    assert "小明" not in wall and "1 under age is marked by the organiser" in wall
    code = hall.sign_in.code_now()
    assert f"{code[:4]} {code[4:]}" in wall


def test_closing_writes_who_came_and_how(cast: SimpleNamespace, hall: SimpleNamespace):
    _pick(_telephone(), hall, hall.adults[0])
    hall.organiser.post(reverse("sign-in-name", args=[hall.record.ref]), {"person": hall.minor.pk})
    hall.organiser.post(reverse("sign-in-close", args=[hall.record.ref]))
    rows = {row.person.name: (row.mark, row.signed_in) for row in StudySession.objects.get().attendance.all()}
    assert rows == {
        "王一": ("present", "code"),
        "小明": ("present", "hand"),
        "李二": ("absent", ""),
        "张三": ("absent", ""),
    }
    assert not Ticket.objects.filter(uses_left__gt=0).exists()
    page = hall.organiser.get(reverse("record", args=[hall.record.ref])).text
    assert "Sign-in: by code 1; by the organiser 1" in page
    record = verified(StudySession.objects.get(), cast.bob, cast.alice)
    assert [line.quantity for line in record.facts("verified") if line.measure == "study.present"] == [1, 1]
    assert list(drifted()) == []


def test_a_leave_that_was_marked_stays_and_an_edit_keeps_how_they_signed_in(hall: SimpleNamespace):
    record = StudySession.objects.get()
    record.attendance.filter(person=hall.adults[1]).update(mark="leave", reason="出差")
    _pick(_telephone(), hall, hall.adults[0])
    hall.organiser.post(reverse("sign-in-close", args=[hall.record.ref]))
    record = StudySession.objects.get()
    record.save_parts({"marks": record.parts()["marks"]})
    rows = {row.person.name: (row.mark, row.reason, row.signed_in) for row in record.attendance.all()}
    assert rows["李二"] == ("leave", "出差", "")
    assert rows["王一"] == ("present", "", "code")


def test_after_closing_the_page_holds_no_longer(hall: SimpleNamespace):
    telephone = _telephone()
    leave = _leave(_scan(telephone, hall))
    hall.organiser.post(reverse("sign-in-close", args=[hall.record.ref]))
    assert _pick(telephone, hall, hall.adults[0], leave).status_code == 404
    assert hall.organiser.post(reverse("sign-in-close", args=[hall.record.ref])).status_code == 404


def test_it_is_not_handed_in_while_people_sign_in(cast: SimpleNamespace, hall: SimpleNamespace):
    with pytest.raises(SignInOpen):
        record_submit(record=StudySession.objects.get(), actor=cast.bob)


def test_what_was_handed_in_meanwhile_is_not_written_over(cast: SimpleNamespace, hall: SimpleNamespace):
    StudySession.objects.update(state="submitted")
    with pytest.raises(WrongState):
        sign_in_close(sign_in=hall.sign_in, record=StudySession.objects.get(), actor=cast.bob)
    assert SignIn.objects.get().running


def test_opened_once_more_those_who_signed_in_are_known(hall: SimpleNamespace):
    _pick(_telephone(), hall, hall.adults[0])
    hall.organiser.post(reverse("sign-in-close", args=[hall.record.ref]))
    hall.organiser.post(reverse("sign-in-open", args=[hall.record.ref]))
    hall.sign_in = SignIn.objects.get()
    page = _scan(_telephone(), hall)
    assert "王一" not in page and "李二" in page


def test_the_list_on_paper_has_a_line_for_everybody(hall: SimpleNamespace):
    page = hall.organiser.get(reverse("sign-in-list", args=[hall.record.ref])).text
    assert page.count("□") == 4


@pytest.mark.parametrize(
    "name", ["sign-in", "sign-in-wall", "sign-in-list", "sign-in-open", "sign-in-close", "sign-in-name"]
)
def test_another_school_finds_no_sign_in(cast: SimpleNamespace, desk: Desk, hall: SimpleNamespace, name: str):
    method = "post" if name in ("sign-in-open", "sign-in-close", "sign-in-name") else "get"
    assert getattr(desk(cast.charlie), method)(reverse(name, args=[hall.record.ref])).status_code == 404
    assert SignIn.objects.get().running


def test_each_name_leaves_an_audit_row_without_the_name(hall: SimpleNamespace):
    signed = sign_in_by_code(
        sign_in=hall.sign_in,
        record=StudySession.objects.get(),
        person=hall.adults[0].pk,
        device="a",
        code=hall.sign_in.code,
    )
    row = AuditRow.objects.get(action="sign-in.name")
    assert row.detail == {"person": hall.adults[0].token}
    assert signed.device != "a"
    assert row.at.date() == DAY


def test_the_form_offers_to_leave_attendance_to_the_sign_in(cast: SimpleNamespace, desk: Desk):
    from tests.records.cast import study_group

    group = study_group(cast.hill, people(cast.hill, "王一", "李二"))
    values = {"sort": "center_group", "unit": cast.hill.pk, "group": group.pk, "title": "三月学习", "guests": "0",
              "happened": "2025-03-14", "then": "save", "mark-all": "absent"}  # fmt: skip
    page = desk(cast.bob).post(reverse("record-new", args=["session"]), values, follow=True)
    assert {row.mark for row in StudySession.objects.get().attendance.all()} == {"absent"}
    assert reverse("sign-in", args=[StudySession.objects.get().ref]) in page.text


def test_a_telephone_that_says_nothing_of_itself_does_not_sign_in_for_all_new_ones(hall: SimpleNamespace):
    """With an empty cookie it would be every telephone that has none yet."""
    telephone = _telephone()
    telephone.cookies["telephone"] = ""
    leave = _leave(_scan(_telephone(), hall))
    address = reverse("ticket", args=[hall.sign_in.code])
    telephone.post(address, {"leave": leave, "person": hall.adults[0].pk})
    assert not hall.sign_in.signed.exists()
    assert all(person.name in _scan(_telephone(), hall) for person in hall.adults)


def test_the_list_on_paper_hides_the_names_of_minors_as_every_list_does(hall: SimpleNamespace):
    page = hall.organiser.get(reverse("sign-in-list", args=[hall.record.ref])).text
    assert "小某" in page and "小明" not in page
    assert all(person.name in page for person in hall.adults)
