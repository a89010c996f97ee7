"""Calls for volunteers and their certificates, as they stand at the end of the demo's years."""

from collections import Counter

from youju.demo.build import Built
from youju.orgs.members import Member
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.recruitment.models import Recruitment


def test_calls_were_held_and_cancelled_and_one_is_open_with_a_line(demo: Built) -> None:
    calls = Recruitment.objects.filter(created_at__year=demo.year)
    assert Counter(call.state for call in calls) == {"held": 2, "cancelled": 1, "open": 1}
    waiting = calls.get(state="open")
    assert len(waiting.in_line().seated) == waiting.places
    assert waiting.in_line().waiting
    assert waiting.unit == Member.objects.get(username="liaison").unit


def test_certificates_are_valid_and_one_is_under_notice(demo: Built) -> None:
    certificates = Certificate.objects.filter(created_at__year=demo.year)
    assert Counter(certificate.state for certificate in certificates) == {"issued": 2, "notice": 1}
    assert all(certificate.is_valid for certificate in certificates if certificate.state == "issued")
