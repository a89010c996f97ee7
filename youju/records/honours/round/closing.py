"""Closing a stage of a selection: nothing is left undecided, every sheet is in, and totals stand for the sheets.

Selections and nominations are those of the models, which ask here.
"""

from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from youju.lib.rounding import half_up
from youju.phrases import enumerated
from youju.records.honours.round.errors import (
    NobodyNominated,
    NobodyScored,
    NominationsPending,
    NoPanel,
    SheetsMissing,
)
from youju.records.honours.round.nominating import PENDING, NominationState

_SHOWN = 5


def refuse_pending(round: Any) -> None:
    """Raises NominationsPending where one is still to be decided, NobodyNominated where none is accepted."""
    pending = list(round.nominations.filter(state__in=PENDING).select_related("unit"))
    if pending:
        units = dict.fromkeys(str(nomination.unit) for nomination in pending)
        raise NominationsPending(count=len(pending), units=_few(list(units)))
    if not round.nominations.filter(state=NominationState.ACCEPTED).exists():
        raise NobodyNominated()


def refuse_without_sheets(round: Any) -> None:
    """Raises NoPanel, SheetsMissing."""
    panel = list(round.panelists.all())
    if not panel:
        raise NoPanel()
    if missing := [panelist.name for panelist in panel if panelist.handed_in is None]:
        raise SheetsMissing(names=_few(missing))


def totals_write(round: Any) -> None:
    """Write what the sheets handed in come to: for each nomination the mean in hundredths of a point, and of how many.

    A part of a verb.
    """
    accepted = round.nominations.filter(state=NominationState.ACCEPTED)
    nominations = list(accepted.prefetch_related("scores__panelist"))
    for nomination in nominations:
        nomination.points, nomination.scored_by = mean_of(nomination)
    round.nominations.bulk_update(nominations, ["points", "scored_by"])


def refuse_unscored(round: Any) -> None:
    """Raises NobodyScored where all of the panel stood aside from somebody."""
    unscored = round.nominations.filter(state=NominationState.ACCEPTED, scored_by=0).select_related("person", "unit")
    if unscored:
        raise NobodyScored(names=_few([each.who for each in unscored]))


def mean_of(nomination: Any) -> tuple[int, int]:
    """The mean of a nomination's sheets in hundredths, halves up, and of how many sheets; (0, 0) of none."""
    totals = [score.total for score in nomination.scores.all() if score.panelist.handed_in]
    if not totals:
        return 0, 0
    return int(half_up(Decimal(100 * sum(totals)) / len(totals), 0)), len(totals)


def _few(names: list[str]) -> str:
    shown = enumerated(names[:_SHOWN])
    return shown if len(names) <= _SHOWN else _("%(names)s and others") % {"names": shown}
