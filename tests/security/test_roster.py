"""A large bureau is no attack: its roster is ticked in one form."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from youju.orgs.people import Person, Tenure
from youju.records.study.session.models import StudySession


def test_a_roster_of_nine_hundred_goes_through(cast: SimpleNamespace, desk: Desk):
    people = Person.objects.bulk_create(Person(name=f"职工{number}") for number in range(900))
    Tenure.objects.bulk_create(Tenure(unit=cast.hill, person=person) for person in people)
    ticked = [person.pk for person in people]
    form = {"sort": "staff", "unit": cast.hill.pk, "title": "全员学习", "happened": "2025-03-14", "late_reason": "补录",
            "expected": ticked, "present": ticked, "then": "save"}  # fmt: skip
    assert desk(cast.bob).post(reverse("record-new", args=["session"]), form).status_code == 302
    assert StudySession.objects.get().attendance.count() == 900
