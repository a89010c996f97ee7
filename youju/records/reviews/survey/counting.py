"""Numbers that somebody counted or a service did: of one unit, entered as a whole, to be mended until closing."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext

from youju.orgs import audit
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.records.reviews.survey.ballots import ballots_for, ballots_set, texts_add
from youju.records.reviews.survey.errors import CountsUnfit
from youju.records.reviews.survey.issuing import hold_answering, refuse_strangers
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.tallies import Method, Sheets


@dataclass(frozen=True)
class Counted:
    """counts: by question and option, from 1. texts: by question; those that stand there already are not added."""

    issued: int
    returned: int
    counts: Mapping[tuple[int, int], int] = field(default_factory=dict)
    texts: Mapping[int, Sequence[str]] = field(default_factory=dict)


@transaction.atomic
def counts_enter(*, survey: Survey, unit: Unit, method: Method, counted: Counted, actor: Member) -> None:
    """Let these be a unit's numbers of one way; those entered before are replaced.

    Raises NotAllowed, NotAnswering, CountsUnfit.
    """
    hold_answering(survey, actor)
    refuse_strangers(survey, {unit: 1})
    if fault := unfit(survey, counted):
        raise CountsUnfit(what=fault)
    row = ballots_for(survey, unit.code, method)
    Sheets.objects.filter(pk=row.pk).update(issued=counted.issued, returned=counted.returned, entered_by=actor.token)
    ballots_set(survey, unit.code, method, counted.counts)
    texts_add(survey, counted.texts)
    said = {"unit": unit.code, "method": method.value, "issued": counted.issued, "returned": counted.returned}
    audit.write(actor=actor, action="survey.count", target=survey.ref, **said)


def unfit(survey: Survey, counted: Counted) -> str:
    """What cannot be right about numbers, in a sentence; empty where all fit."""
    if counted.returned > counted.issued:
        return gettext("More sheets came back than were handed out.")
    chosen: Counter[int] = Counter()
    for (place, _option), n in counted.counts.items():
        chosen[place] += n
    for question in survey.questions.all():
        if chosen[question.place] > counted.returned:
            said = gettext("“%(question)s” has %(n)d answers, and only %(returned)d sheets came back.")
            return said % {"question": question, "n": chosen[question.place], "returned": counted.returned}
    return ""
