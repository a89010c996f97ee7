"""What the page of a selection shows besides: criteria, quotas, own nominations, notices, what came of it."""

from collections.abc import Mapping
from typing import Any

from django.db.models import QuerySet

from youju.orgs.members import Member, Role
from youju.records.declared.becoming import begun
from youju.records.heads.ledgered import Ledgered
from youju.records.honours.round.addressed import seen_by
from youju.records.honours.round.models import Round
from youju.records.honours.round.moves import RoundState
from youju.records.honours.round.nominating import TAKING
from youju.records.notices.passing import is_upheld, notices_of
from youju.records.rights import reached_units


def beside(round: Round, readable: "QuerySet[Ledgered]", asked: Mapping[str, str]) -> dict[str, Any]:
    """readable: the heads that the reader may read: a school sees its own nominations alone."""
    mine = round.nominations.filter(pk__in=readable.filter(kind="nomination").values("pk"))
    quotas = list(round.quotas.filter(places__gt=0).select_related("unit"))
    return {
        "criteria": list(round.criteria.all()),
        "quotas": quotas,
        "places": sum(quota.places for quota in quotas),
        "nominations": list(mine.select_related("unit", "person", "selection").order_by("unit__code", "pk")),
        "notices": list(notices_of(round.ref).with_open_objections()),
        "record": readable.filter(ref=begun("award", round.ref)).first(),
        "is_given": round.is_given,
    }


def beside_for(round: Round, member: Member) -> dict[str, Any]:
    """The list, for whoever runs the selection, whether nobody scores yet, and whether an objection to it was right.

    own: places of the member's own unit, and how many of them are taken; None where it has none. may_nominate: while
    nominations are taken, and not all of these places are. sees_progress: whether the member has a page of how far the
    units are: towns have one of what is theirs.
    """
    units = seen_by(round, member)
    runs, own = units is None, _own_places(round, member)
    return {
        "own": own,
        "may_nominate": round.state == RoundState.COLLECTING and not (own and own["taken"] >= own["places"]),
        "sees_progress": units != set(),
        "listed": round.nominations_listed() if runs else [],
        "keeps_panel": round.unit_id in reached_units(member, Role.OFFICER, section=round.section),
        "panel_missing": runs and round.state == RoundState.PANEL and not round.panelists.exists(),
        "upheld": runs and round.state == RoundState.NOTICE and is_upheld(round.ref, round.digest),
    }


def _own_places(round: Round, member: Member) -> dict[str, int] | None:
    quota = round.quotas.filter(unit=member.unit_id, places__gt=0).first()
    if quota is None:
        return None
    taken = round.nominations.filter(unit=member.unit_id, state__in=TAKING).count()
    return {"places": quota.places, "taken": taken}
