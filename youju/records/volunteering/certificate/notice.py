"""What is posted in the unit before a certificate is issued: those who worked beside the person are to judge."""

from collections.abc import Iterable
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.orgs.people import Person
from youju.orgs.units import Unit
from youju.phrases import duration
from youju.records.notices.lines import list_digest
from youju.records.volunteering.certificate.served import Served


def notice_text(
    *, unit: Unit, person: Person, first: date, last: date, count: int, minutes: int, until: date | None, contact: str
) -> str:
    """The notice. first, last, until: days, all inclusive. A minor's name is masked."""
    return _(
        "Notice of a certificate of volunteer service\n%(unit)s is about to certify: %(name)s, from %(first)s to "
        "%(last)s, %(count)s activities, %(time)s in all. Objections until the end of %(day)s: %(contact)s."
    ) % {
        "unit": unit,
        "name": person,
        "first": day_text(first),
        "last": day_text(last),
        "count": count,
        "time": duration(minutes),
        "day": day_text(until),
        "contact": contact,
    }


def served_digest(token: str, lines: Iterable[Served]) -> str:
    """Of what a notice tells: whose service, and each of it as it stood."""
    return list_digest([("volunteer", token, 0), *((line.ref, line.day.isoformat(), line.minutes) for line in lines)])


def day_text(day: date | None) -> str:
    """A day as a paper writes it; empty for none."""
    return date_format(day, "DATE_FORMAT") if day else ""
