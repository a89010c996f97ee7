"""The roster as a calendar: whoever has the address reads it; all addresses that do not hold are refused alike."""

import re
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse
from icalendar import Calendar

from youju.duty.feed import feed_make, feed_revoke, feeds_of
from youju.duty.shift_verbs import note_hand_over, shift_assign
from youju.duty.shifts import Part
from youju.lib import clock

NOW = datetime(2025, 9, 26, 2, tzinfo=UTC)
DAY = date(2025, 9, 26)


@pytest.fixture(autouse=True)
def planned(school: SimpleNamespace):
    with clock.at(NOW):
        for part, person in ((Part.DAY, school.first), (Part.NIGHT, school.second)):
            shift = shift_assign(
                group=school.group, day=DAY, part=part, person=person, deputy=school.third, actor=school.rosa
            )
        with clock.at(NOW + timedelta(hours=9)):
            note_hand_over(shift=shift, note="钥匙在门卫", actor=school.rosa)
        yield


def read(code: str) -> tuple[int, str]:
    """The answer, without the address that was asked."""
    answer = Client().get(reverse("ticket", args=[code]))
    return answer.status_code, answer.content.decode().replace(code, "")


def test_a_telephone_reads_the_shifts_without_a_log_in(school: SimpleNamespace) -> None:
    code = feed_make(group=school.group, member=school.bob)
    status, text = read(code)
    assert status == 200
    night, whole = Calendar.from_ical(text).walk("VEVENT")
    assert "王一" in str(whole["summary"]) and whole.decoded("dtstart") == DAY
    assert whole.decoded("dtend") == DAY + timedelta(days=1)
    assert night.decoded("dtstart") == datetime(2025, 9, 26, 10, tzinfo=UTC)  # 18:00 at the office
    assert "钥匙" not in text
    assert read(code)[0] == 200  # asking uses nothing up


def test_all_that_do_not_hold_are_refused_alike(school: SimpleNamespace) -> None:
    revoked, expired = (feed_make(group=school.group, member=who) for who in (school.bob, school.carl))
    feed_revoke(group=school.group, member=school.bob)
    gone = feed_make(group=school.group, member=school.rosa)
    school.rosa.is_active = False
    school.rosa.save()
    with clock.at(NOW + timedelta(days=400)):
        answers = [read(expired)]
    answers += [read(code) for code in (revoked, gone, "nosuchcodeatallhere")]
    assert {status for status, _text in answers} == {404}
    assert len({re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text) for _status, text in answers}) == 1


def test_whoever_may_no_longer_read_the_roster_reads_no_calendar(school: SimpleNamespace) -> None:
    code = feed_make(group=school.group, member=school.bob)
    school.group.memberships.filter(person=school.first).delete()
    school.bob.grants.all().delete()
    assert read(code)[0] == 404


def test_a_new_address_ends_the_one_before(school: SimpleNamespace) -> None:
    first = feed_make(group=school.group, member=school.bob)
    second = feed_make(group=school.group, member=school.bob)
    assert (read(first)[0], read(second)[0]) == (404, 200)
    assert len(feeds_of(school.group, school.bob)) == 1
