"""What the page of a certificate shows besides: the services it rests on, the text of its notice, the paper."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from youju.records.heads.ledgered import Ledgered
from youju.records.volunteering.certificate.durations import day_text, duration
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
        "notice": _notice(certificate) if certificate.state == CertificateState.NOTICE else "",
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


def _notice(certificate: Certificate) -> str:
    """What is posted in the unit: the name in full, since those who worked beside the person are to judge."""
    return _(
        "Notice of a certificate of volunteer service\n%(unit)s is about to certify: %(name)s, from %(first)s to "
        "%(last)s, %(count)s activities, %(time)s in all. Objections until the end of %(day)s: %(contact)s."
    ) % {
        "unit": certificate.unit,
        "name": certificate.person,
        "first": day_text(certificate.happened),
        "last": day_text(certificate.last_day),
        "count": len(certificate.lines),
        "time": duration(certificate.minutes),
        "day": day_text(certificate.due_on),
        "contact": certificate.contact,
    }
