"""A call for volunteers at the desk: another school signs up its own people, and what was held becomes a record."""

from datetime import date
from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import people
from tests.records.volunteering.test_recruitment import held, joined, office, opened
from youju.lib import clock
from youju.records.volunteering.recruitment.models import Recruitment, SignUp
from youju.records.volunteering.service.models import Service

__all__ = ["office"]


def test_an_invited_school_signs_up_its_own_people_and_nobody_elses(office: SimpleNamespace, desk: Desk):
    case, charlie = opened(office), desk(office.charlie)
    page = charlie.get(reverse("case", args=[case.ref])).text
    assert "钱五" in page and "王一" not in page
    address = reverse("case-move", args=[case.ref, "join"])
    assert charlie.post(address, {"version": case.version, "joining": [office.wang.pk]}).status_code == 422
    assert charlie.post(address, {"version": case.version, "joining": [office.qian.pk]}).status_code == 302
    signup = Recruitment.objects.get().signups.get()
    assert (signup.person, signup.unit, signup.by) == (office.qian, office.lake, office.charlie)


def test_it_is_opened_with_the_units_that_sign_up_too(office: SimpleNamespace, desk: Desk):
    form = {
        "unit": office.hill.pk, "title": "图书整理", "happened": "2025-04-20", "due_on": "2025-04-18", "starts": "9:00",
        "minutes": "60", "place": "图书馆", "places": "5", "partners": [office.lake.pk], "partners-add": "", "note": "",
    }  # fmt: skip
    assert desk(office.bob).post(reverse("case-new", args=["recruitment"]), form).status_code == 302
    assert list(Recruitment.objects.get().partners.all()) == [office.lake]
    late = desk(office.bob).post(reverse("case-new", args=["recruitment"]), form | {"due_on": "2025-04-21"})
    assert late.status_code == 422


def test_what_was_held_becomes_a_record_by_one_press(office: SimpleNamespace, desk: Desk):
    case = held(office, joined(opened(office), office.bob, office.wang), office.wang)
    address = reverse("case-record", args=[case.ref])
    with clock.at(clock.now().replace(day=13)):
        page = desk(office.bob).get(reverse("case", args=[case.ref])).text
        assert address in page
        first, again = (desk(office.bob).post(address) for _press in range(2))
        assert first["Location"] == again["Location"] == reverse("record-edit", args=[Service.objects.get().ref])
        assert address not in desk(office.bob).get(reverse("case", args=[case.ref])).text
        assert desk(office.charlie).post(address).status_code == 403
        assert desk(office.dora).post(address).status_code == 403


def test_a_school_that_is_not_invited_finds_no_trace(office: SimpleNamespace, desk: Desk):
    case = opened(office, partners=[])
    assert desk(office.charlie).get(reverse("case", args=[case.ref])).status_code == 404
    assert "河堤公园" not in desk(office.charlie).get(reverse("cases")).text


def test_another_school_does_not_read_the_names_of_minors(office: SimpleNamespace, desk: Desk):
    (pupil,) = people(office.hill, "周小明", minor_until=date(2030, 1, 1))
    case = opened(office, minors_allowed=True)
    SignUp.objects.create(record=case, person=pupil, unit=office.hill, by=office.bob)
    SignUp.objects.create(record=case, person=office.wang, unit=office.hill, by=office.bob)
    page = desk(office.charlie).get(reverse("case", args=[case.ref])).text
    assert "周某某 (" in page and "周小明" not in page
    assert "王一 (" in page


def test_a_call_that_runs_waits_for_no_officer(office: SimpleNamespace, desk: Desk):
    case = opened(office)
    assert case.title not in desk(office.alice).get(reverse("workbench")).text
    assert case.title not in desk(office.alice).get(reverse("cases"), {"which": "waiting"}).text
    assert case.title in desk(office.alice).get(reverse("cases")).text
