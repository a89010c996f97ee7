"""The panel of a selection: who is on it, and the ticket by which somebody outside opens their sheet."""

from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from youju.lib import clock
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.errors import NameMissing
from youju.orgs.members import Member
from youju.orgs.reasons import given_reason, in_full
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, Ticket, ticket_make, ticket_revoke
from youju.orgs.units import Unit
from youju.records.heads.moving import hold_heads
from youju.records.honours.round.closing import totals_write
from youju.records.honours.round.errors import OnPanelTwice, PanelClosed, ScoresInOwnName
from youju.records.honours.round.models import Panelist, Round
from youju.records.honours.round.moves import RoundState

# Until then it may be changed who is on the panel.
OPEN = (RoundState.CALLED, RoundState.COLLECTING, RoundState.TOWN, RoundState.PANEL)
# A sheet is saved as often as its owner likes; only handing it in ends that.
_USES = 1000


@transaction.atomic
def panelist_add(
    *, round: Round, actor: Member, name: str = "", member: Member | None = None, unit: Unit | None = None
) -> Panelist:
    """Put a member, or somebody outside by name, on the panel. unit: a member's own unless given.

    Raises NameMissing where there is neither, OnPanelTwice, PanelClosed, TooLong.
    """
    _hold(round)
    name = member.name[:40] if member else in_full(one_line(name), 40)
    if not name:
        raise NameMissing()
    unit = unit or (member.unit if member else None)
    if member is None and round.panelists.filter(member=None, name=name, unit=unit).exists():
        raise OnPanelTwice(name=name)
    try:
        with transaction.atomic():
            panelist = Panelist.objects.create(round=round, name=name, member=member, unit=unit)
    except IntegrityError as error:
        raise OnPanelTwice(name=name) from error
    audit.write(actor=actor, action="panel.add", target=round.ref, panelist=panelist.pk, unit=unit.code if unit else "")
    return panelist


@transaction.atomic
def panelist_remove(*, panelist: Panelist, actor: Member, reason: str = "") -> None:
    """Take somebody off the panel, with their sheet and their ticket. Raises PanelClosed.

    reason: of one whose sheet is handed in, for their points then count no more; on record. Raises ReasonMissing.
    """
    _hold(panelist.round)
    panelist.refresh_from_db(fields=["handed_in"])
    reason = given_reason(reason) if panelist.handed_in else one_line(reason)
    _revoke(panelist, actor)
    refs = list(panelist.scores.values_list("nomination__ref", flat=True))
    detail = {"panelist": panelist.pk, "refs": refs, "handed_in": panelist.handed_in is not None, "reason": reason}
    audit.write(actor=actor, action="panel.remove", target=panelist.round.ref, **detail)
    panelist.delete()
    totals_write(panelist.round)


@transaction.atomic
def panelist_ticket(*, panelist: Panelist, actor: Member) -> str:
    """The code of a new ticket for the sheet of somebody outside; one made before no longer holds.

    Raises PanelClosed, ScoresInOwnName.
    """
    _hold(panelist.round)
    if panelist.member is not None:
        raise ScoresInOwnName(name=panelist)
    _revoke(panelist, actor)
    expires = clock.now() + timedelta(days=setting("panel_ticket_days"))
    return ticket_make(
        purpose=Purpose.EXPERT, ref=panelist.round.ref, scope=str(panelist.pk), expires=expires, actor=actor,
        uses=_USES,
    )  # fmt: skip


def sheets_in_hand(member: Member) -> QuerySet[Panelist]:
    """The places of a member on panels that score now and wait for the sheet."""
    waiting = Panelist.objects.filter(member=member, handed_in=None, round__state=RoundState.PANEL)
    return waiting.select_related("round")


def _revoke(panelist: Panelist, actor: Member) -> None:
    held = Ticket.objects.filter(purpose=Purpose.EXPERT, ref=panelist.round.ref, scope=str(panelist.pk))
    for ticket in held.filter(uses_left__gt=0):
        ticket_revoke(ticket=ticket, actor=actor)


def _hold(round: Round) -> None:
    hold_heads([round])
    there = Round.objects.get(pk=round.pk)
    if there.state not in OPEN:
        raise PanelClosed(title=there.title, state=there.state_label)
