"""What the page of a call for volunteers shows besides: who has a place, who waits, the words for the group."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from youju.records.declared.becoming import begun
from youju.records.heads.ledgered import Ledgered
from youju.records.volunteering.recruitment.models import Recruitment
from youju.records.volunteering.recruitment.moves import RecruitmentState


def beside(recruitment: Recruitment, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read, among which the service record may be."""
    line = recruitment.in_line()
    return {
        "seated": line.seated,
        "waiting": line.waiting,
        "is_held": recruitment.state == RecruitmentState.HELD,
        "record": readable.filter(ref=begun("service", recruitment.ref)).first(),
        "call": _call(recruitment, len(line.seated)) if recruitment.state == RecruitmentState.OPEN else "",
    }


def _call(recruitment: Recruitment, seated: int) -> str:
    """What goes to the chat group."""
    return _(
        "Volunteers wanted: %(title)s\n%(day)s %(starts)s, %(place)s, about %(minutes)s minutes\n"
        "%(places)s places, %(seated)s taken. Sign up to %(until)s with your unit's liaison."
    ) % {
        "title": recruitment.title,
        "day": date_format(recruitment.happened, "DATE_FORMAT"),
        "starts": recruitment.starts,
        "place": recruitment.place,
        "minutes": recruitment.minutes,
        "places": recruitment.places,
        "seated": seated,
        "until": date_format(recruitment.due_on, "DATE_FORMAT") if recruitment.due_on else "",
    }
