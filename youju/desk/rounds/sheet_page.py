"""A panel member's sheet: at the desk for who has an account, on a telephone by a ticket for who has none."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from youju.desk.scope import member_of
from youju.errors import NotFound, YoujuError
from youju.evidence.store import open_file
from youju.lib.naturals import natural
from youju.orgs.actors import HOLDER, Actor
from youju.orgs.tickets import Purpose, Ticket, TicketInvalid, ticket_burn
from youju.records.heads.attachments import Attachment, attachments_of
from youju.records.honours.nomination.models import Nomination
from youju.records.honours.nomination.scoring import Points, sheet_hand_in, sheet_save, to_be_scored
from youju.records.honours.round.models import Criterion, Panelist, Round
from youju.records.honours.round.moves import RoundState

_HAND_IN = "hand-in"
_BEFORE = (RoundState.CALLED, RoundState.COLLECTING, RoundState.TOWN)


class Cell(NamedTuple):
    """One box: its name in the form, what it is for, and what stands in it."""

    name: str
    criterion: Criterion
    value: str


class Line(NamedTuple):
    """One nominee on the sheet. own: by rule nobody of this unit scores it."""

    nomination: Nomination
    cells: list[Cell]
    own: bool
    aside: bool
    total: str
    files: list[Attachment]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def own_sheet(request: HttpRequest, ref: str) -> HttpResponseBase:
    """The sheet of the member who is logged in. Raises NotFound for everybody who is not on the panel."""
    member = member_of(request)
    found = Panelist.objects.filter(round__ref=ref, member=member).select_related("round__award", "unit").first()
    if found is None:
        raise NotFound()
    return _sheet(request, found, member, "desk/rounds/sheet.html")


def expert_sheet(request: HttpRequest, code: str, ticket: Ticket) -> HttpResponseBase:
    """The sheet behind a ticket. Saving uses the ticket once more. Raises TicketInvalid where nobody outside has it."""
    pk = natural(ticket.scope) or 0
    found = Panelist.objects.filter(pk=pk, round__ref=ticket.ref).select_related("round__award", "unit").first()
    if found is None or found.member_id is not None:
        raise TicketInvalid()
    if request.method == "POST":
        ticket_burn(code=code, purpose=Purpose.EXPERT)
    return _sheet(request, found, HOLDER, "desk/rounds/expert.html")


def _sheet(request: HttpRequest, panelist: Panelist, actor: Actor, template: str) -> HttpResponseBase:
    if name := request.GET.get("file"):
        return _file(panelist, name)
    refused, typed = "", None
    if request.method == "POST":
        typed = request.POST
        try:
            _save(panelist, typed, actor)
        except YoujuError as refusal:
            refused = str(refusal)
        else:
            done = typed.get("then") == _HAND_IN
            messages.success(request, _("Handed in. Thank you.") if done else _("Saved. Hand it in when it is whole."))
            return redirect(request.path)
    panelist.refresh_from_db()
    context = {
        "panelist": panelist,
        "round": panelist.round,
        "lines": _lines(panelist, typed),
        "refused": refused,
        "is_open": panelist.round.state == RoundState.PANEL and panelist.handed_in is None,
        "early": panelist.round.state in _BEFORE,
    }
    return render(request, template, context, status=422 if refused else 200)


def _save(panelist: Panelist, typed: Any, actor: Actor) -> None:
    """Raises what scoring.py says; what is no whole number counts as out of range."""
    criteria = list(panelist.round.criteria.all())
    points: dict[str, Points] = {}
    aside = []
    for nomination in to_be_scored(panelist.round):
        if f"aside-{nomination.ref}" in typed:
            aside.append(nomination.ref)
        given = [typed.get(f"points-{nomination.ref}-{place}", "").strip() for place in range(len(criteria))]
        points[nomination.ref] = [_whole(text) for text in given]
    sheet_save(panelist=panelist, points=points, declared=aside, actor=actor)
    if typed.get("then") == _HAND_IN:
        sheet_hand_in(panelist=panelist, actor=actor)


def _whole(text: str) -> int | None:
    """A typed number, −1 for what is none; None for an empty box."""
    if not text:
        return None
    number = natural(text, 5)
    return -1 if number is None else number


def _lines(panelist: Panelist, typed: Any) -> list[Line]:
    criteria = list(panelist.round.criteria.all())
    scores = {score.nomination_id: score for score in panelist.scores.all()}
    nominations = to_be_scored(panelist.round) if panelist.round.state not in _BEFORE else []
    files = attachments_of(nomination.ref for nomination in nominations)
    lines = []
    for nomination in nominations:
        score = scores.get(nomination.pk)
        cells = []
        for place, criterion in enumerate(criteria):
            name = f"points-{nomination.ref}-{place}"
            kept = score.points[place] if score else None
            cells.append(Cell(name, criterion, typed.get(name, "") if typed else "" if kept is None else str(kept)))
        aside = f"aside-{nomination.ref}" in typed if typed else nomination.ref in panelist.declared
        own = panelist.is_own(nomination)
        total = str(score.total) if score else ""
        lines.append(Line(nomination, cells, own, aside, total, [] if own else files[nomination.ref]))
    return lines


def _file(panelist: Panelist, name: str) -> FileResponse:
    """A file of one of those that this member scores, while the panel does. Raises NotFound for every other."""
    found = Attachment.objects.select_related("file").filter(pk=natural(name) or 0).first()
    round: Round = panelist.round
    scored = {each.ref for each in to_be_scored(round) if not panelist.is_own(each)}
    if found is None or found.file is None or found.record_ref not in scored or round.state != RoundState.PANEL:
        raise NotFound()
    answer = FileResponse(
        open_file(found.file), as_attachment=True, filename=found.name, content_type=found.file.media_type
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer["Cache-Control"] = "private, no-store"
    return answer
