"""What a list of things shows of each, and by what it is narrowed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _

from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.settings import setting
from youju.records.declared.case_columns import CaseColumn, CaseNarrow
from youju.records.heads.case import Case
from youju.records.standing.thing.models import Thing
from youju.records.standing.thing.moves import ThingState
from youju.records.standing.thing.sorts import LOOKED_AT

_UPKEEP = "standing.upkeep"


def last_looks(refs: Sequence[str]) -> dict[str, date]:
    """The day of the last verified upkeep of each of these things, as the ledger has it."""
    found = live_facts().filter(measure=_UPKEEP, occasion__in=refs).order_by().values_list("occasion")
    return dict(found.annotate(last=Max("day")))


def _since(cases: Sequence[Case]) -> Mapping[int, str]:
    return {case.pk: case.happened.isoformat() for case in cases}


def _parts(cases: Sequence[Case]) -> Mapping[int, str]:
    today = clock.today()
    counts = {case.pk: len(case.parts_on(today)) for case in cases if isinstance(case, Thing)}
    return {pk: str(count or "") for pk, count in counts.items()}


def _looks(cases: Sequence[Case]) -> Mapping[int, str]:
    looks = last_looks([case.ref for case in cases])
    return {case.pk: looks[case.ref].isoformat() for case in cases if case.ref in looks}


def _missed() -> Q:
    since = clock.today() - timedelta(days=setting("upkeep_days"))
    seen = live_facts().filter(measure=_UPKEEP, day__gt=since).values("occasion")
    return Q(state=ThingState.OPEN, sort__in=LOOKED_AT) & ~Q(ref__in=seen)


COLUMNS = (
    CaseColumn(_("There since"), _since),
    CaseColumn(_("Participants"), _parts),
    CaseColumn(_("Last looked at"), _looks),
)
NARROWS = (CaseNarrow("missed", _("not looked at for long"), _missed),)
