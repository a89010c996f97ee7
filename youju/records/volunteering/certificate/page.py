"""What the page of a certificate shows besides: the services it rests on, the text of its notice, the paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet

from youju.phrases import duration
from youju.records.heads.ledgered import Ledgered
from youju.records.volunteering.certificate.models import Certificate
from youju.records.volunteering.certificate.moves import CertificateState
from youju.records.volunteering.certificate.served import Served, outdated, served_by


class Activity(NamedTuple):
    """One service in words. ref: the record that tells it."""

    ref: str
    day: date
    title: str
    time: str


def beside(certificate: Certificate, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read: the others are named without a link."""
    lines = _lines(certificate)
    refs = [line.ref for line in lines]
    return {
        "activities": activities(lines),
        "open": set(readable.filter(ref__in=refs).values_list("ref", flat=True)),
        "time": duration(sum(line.minutes for line in lines)),
        "is_draft": certificate.state == CertificateState.REQUESTED,
        "notice": certificate.notice if certificate.state == CertificateState.NOTICE else "",
        "is_issued": certificate.state == CertificateState.ISSUED,
        "is_outdated": bool(outdated([certificate])),
    }


def activities(lines: Sequence[Served]) -> list[Activity]:
    """The services by name, in their order."""
    titles = dict(Ledgered.objects.filter(ref__in=[line.ref for line in lines]).values_list("ref", "title"))
    return [Activity(line.ref, line.day, titles.get(line.ref, line.ref), duration(line.minutes)) for line in lines]


def _lines(certificate: Certificate) -> list[Served]:
    """As the notice tells them; before that, as they stand now."""
    if certificate.state != CertificateState.REQUESTED:
        return certificate.lines
    return served_by(certificate.token, certificate.unit, certificate.happened, certificate.last_day)
