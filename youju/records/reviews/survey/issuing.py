"""Handing sheets out: tickets for the units that a survey reaches, and taking back those that were not used."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.db import transaction
from django.db.models import F, Sum
from django.utils.translation import gettext

from youju.errors import NotAllowed
from youju.lib import clock
from youju.lib.codes import SHORT
from youju.orgs.members import Member
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, tickets_drop, tickets_make
from youju.orgs.tree import below, this_month
from youju.orgs.units import Unit
from youju.records.heads.moving import hold_heads
from youju.records.reviews.survey.ballots import ballots_for
from youju.records.reviews.survey.errors import (
    CountsUnfit,
    NotAnswering,
    SheetsMadeMeanwhile,
    SheetsWithdrawnMeanwhile,
    SurveyOver,
    TooManySheets,
)
from youju.records.reviews.survey.models import Survey
from youju.records.reviews.survey.tallies import Method, Sheets
from youju.records.rights import may_record


class UnitSheets(NamedTuple):
    """The codes of one unit's sheets, each to be printed once; they are nowhere to be read again."""

    unit: Unit
    codes: Sequence[str]


def reached_by(survey: Survey) -> list[Unit]:
    """The unit that asks, and all below it: those whose people may be asked."""
    codes = {survey.unit.code, *below(survey.unit, this_month())}
    found = list(Unit.objects.filter(code__in=codes).order_by("kind", "code"))
    return sorted(found, key=lambda unit: unit.pk != survey.unit_id)


def hold_answering(survey: Survey, actor: Member) -> None:
    """Keep a survey that takes answers to the end of the transaction. Raises NotAllowed, NotAnswering."""
    hold_heads([survey])
    survey.refresh_from_db(fields=["state", "due_on"])
    if not may_record(actor, survey.unit_id, survey.section):
        raise NotAllowed()
    if not survey.answering:
        raise NotAnswering(title=survey.title, state=survey.state_label)


@transaction.atomic
def sheets_issue(
    *, survey: Survey, counts: Mapping[Unit, int], actor: Member, shown: int | None = None
) -> list[UnitSheets]:
    """Make so many tickets for each unit, until the end of the survey's last day; their codes.

    A ticket says what it opens and of which unit it is, nothing else. shown: how many sheets were handed out when the
    member was asked; None where nobody was. Raises NotAllowed, NotAnswering, SheetsMadeMeanwhile, CountsUnfit for a
    unit that the survey does not reach, TooManySheets, SurveyOver.
    """
    hold_answering(survey, actor)
    if shown is not None and (made := sheets_issued(survey)) != shown:
        raise SheetsMadeMeanwhile(count=made - shown) if made > shown else SheetsWithdrawnMeanwhile()
    if survey.ends <= clock.now():
        raise SurveyOver(title=survey.title, day=survey.due_on)
    wanted = {unit: count for unit, count in counts.items() if count > 0}
    if (count := sum(wanted.values())) > (most := setting("survey_most_sheets")):
        raise TooManySheets(count=count, most=most)
    refuse_strangers(survey, wanted)
    scopes = [unit.code for unit, count in wanted.items() for _sheet in range(count)]
    codes = tickets_make(
        purpose=Purpose.SURVEY, ref=survey.ref, scopes=scopes, expires=survey.ends, actor=actor, letters=SHORT
    )
    left = iter(codes)
    for unit, count in wanted.items():
        row = ballots_for(survey, unit.code, Method.TICKETS)
        Sheets.objects.filter(pk=row.pk).update(issued=F("issued") + count)
    return [UnitSheets(unit, [next(left) for _sheet in range(count)]) for unit, count in wanted.items()]


def sheets_issued(survey: Survey) -> int:
    """How many sheets with a code are handed out."""
    rows = survey.sheets.filter(method=Method.TICKETS)
    return int(rows.aggregate(n=Sum("issued"))["n"] or 0)


@transaction.atomic
def sheets_withdraw(*, survey: Survey, unit: Unit, actor: Member) -> int:
    """Let a unit's sheets that were not used open nothing any more, as after a lost print; how many.

    They count as handed out no longer. Raises NotAllowed, NotAnswering.
    """
    hold_answering(survey, actor)
    count = tickets_drop(purpose=Purpose.SURVEY, ref=survey.ref, scope=unit.code, actor=actor)
    survey.sheets.filter(unit=unit.code, method=Method.TICKETS).update(issued=F("issued") - count)
    return count


def refuse_strangers(survey: Survey, units: Mapping[Unit, int]) -> None:
    """Raise CountsUnfit where one of the units is not below the one that asks."""
    reached = {unit.pk for unit in reached_by(survey)}
    for unit in units:
        if unit.pk not in reached:
            said = gettext("“%(unit)s” is not below “%(top)s”.")
            raise CountsUnfit(what=said % {"unit": unit, "top": survey.unit})
