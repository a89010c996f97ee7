"""Scoring: each of the panel their own sheet, saved as often as they like, handed in once; kept for some time."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta

from django.db import transaction

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.settings import setting
from youju.phrases import enumerated
from youju.records.heads.moving import hold_heads
from youju.records.honours.nomination.models import Nomination, Score
from youju.records.honours.round.closing import totals_write
from youju.records.honours.round.errors import (
    OwnSchool,
    PanelClosed,
    PointsOutOfRange,
    SheetHandedIn,
    SheetIncomplete,
)
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.nominating import NominationState

# The points for one nomination by the criteria in their order; None where nothing was given yet.
Points = Sequence[int | None]


def to_be_scored(round: Round) -> list[Nomination]:
    """The accepted nominations, by unit and then as they came: never by name, which would rank them."""
    accepted = round.nominations.filter(state=NominationState.ACCEPTED)
    return list(accepted.select_related("unit", "person", "selection").order_by("unit__code", "pk"))


@transaction.atomic
def sheet_save(
    *, panelist: Panelist, points: Mapping[str, Points], actor: Actor, declared: Iterable[str] | None = None
) -> None:
    """Keep a sheet as it is so far. points: by the nomination's reference; one without any is taken off the sheet.

    declared: the nominations from which they stand aside by their own word, as before unless given. Raises PanelClosed,
    SheetHandedIn, OwnSchool, PointsOutOfRange.
    """
    panelist = _held(panelist)
    nominations = {nomination.ref: nomination for nomination in to_be_scored(panelist.round)}
    if declared is not None:
        panelist.declared = sorted(set(declared) & nominations.keys())
        panelist.save(update_fields=["declared"])
    criteria = list(panelist.round.criteria.all())
    rows = []
    for ref, given in points.items():
        nomination = nominations.get(ref)
        if nomination is None or all(each is None for each in given):
            continue
        if panelist.is_own(nomination):
            raise OwnSchool(panelist=panelist, unit=nomination.unit)
        if nomination.ref in panelist.declared:
            continue
        for criterion, each in zip(criteria, given, strict=True):
            if each is not None and not 0 <= each <= criterion.points:
                raise PointsOutOfRange(criterion=criterion.text, most=criterion.points, nominee=nomination.who)
        rows.append(
            Score(panelist=panelist, nomination=nomination, points=list(given), total=sum(each or 0 for each in given))
        )
    there = panelist.scores.filter(nomination__ref__in=[*points, *panelist.declared])
    refs = sorted({*there.values_list("nomination__ref", flat=True), *(row.nomination.ref for row in rows)})
    there.delete()
    Score.objects.bulk_create(rows)
    audit.write(actor=actor, action="panel.score", target=panelist.round.ref, panelist=panelist.pk, refs=refs)


@transaction.atomic
def sheet_hand_in(*, panelist: Panelist, actor: Actor) -> Panelist:
    """End a sheet: from now on it counts. Raises PanelClosed, SheetHandedIn, SheetIncomplete."""
    panelist = _held(panelist)
    missing = unscored(panelist)
    if missing:
        raise SheetIncomplete(names=enumerated(nomination.who for nomination in missing[:5]))
    panelist.handed_in = clock.now()
    panelist.save(update_fields=["handed_in"])
    totals_write(panelist.round)
    audit.write(actor=actor, action="panel.hand-in", target=panelist.round.ref, panelist=panelist.pk)
    return panelist


def unscored(panelist: Panelist) -> list[Nomination]:
    """Those whom a member has still to score, by one criterion at least."""
    whole = {score.nomination_id for score in panelist.scores.all() if None not in score.points}
    return [each for each in panelist.to_score(to_be_scored(panelist.round)) if each.pk not in whole]


@transaction.atomic
def scores_forget(*, round: Round, actor: Actor) -> int:
    """Delete the single scores of a panel that was closed so long ago; the totals stay. Gives how many went."""
    day = round.panel_closed_on
    if day is None or clock.today() <= day + timedelta(days=setting("panel_score_days")):
        return 0
    scores = Score.objects.filter(panelist__round=round)
    refs = sorted(set(scores.values_list("nomination__ref", flat=True)))
    gone = scores.delete()[0]
    if gone:
        audit.write(actor=actor, action="panel.forget", target=round.ref, refs=refs, count=gone)
    return gone


def _held(panelist: Panelist) -> Panelist:
    """The sheet, while the panel scores and it is not handed in; others who write to the selection wait."""
    hold_heads([panelist.round])
    panelist = Panelist.objects.select_related("round__award", "unit").get(pk=panelist.pk)
    if panelist.round.state != RoundState.PANEL:
        raise PanelClosed(title=panelist.round.title, state=panelist.round.state_label)
    if panelist.handed_in is not None:
        raise SheetHandedIn()
    return panelist
