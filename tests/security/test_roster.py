"""A large bureau is no attack: its roster is ticked in one form."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import study_group
from youju.orgs.people import Person
from youju.records.study.session.models import StudySession


def test_a_roster_of_nine_hundred_goes_through(cast: SimpleNamespace, desk: Desk):
    people = Person.objects.bulk_create(Person(name=f"职工{number}") for number in range(900))
    group = study_group(cast.hill, people)
    marks = {f"mark-{person.pk}": "present" for person in people} | {f"reason-{person.pk}": "" for person in people}
    form = {"sort": "center_group", "unit": cast.hill.pk, "group": group.pk, "title": "全员学习", "then": "save",
            "happened": "2025-03-14", "late_reason": "补录"}  # fmt: skip
    assert desk(cast.bob).post(reverse("record-new", args=["session"]), form | marks).status_code == 302
    assert StudySession.objects.get().attendance.count() == 900
