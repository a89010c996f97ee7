"""How far a selection has come, and all of it as a workbook."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from youju.desk.rounds.scope import round_for
from youju.desk.scope import member_of
from youju.lib import clock
from youju.lib.sheets import Column, write_rows
from youju.orgs.members import Role
from youju.records.honours.nomination import board as rows
from youju.records.honours.nomination.exporting import round_export_note
from youju.records.honours.round.models import Round
from youju.records.rights import reached_units

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_Sheet = tuple[str, list[Column], Iterable[rows.Row]]


@require_GET
def board(request: HttpRequest, ref: str) -> HttpResponse:
    """Unit by unit: places, nominated, in review, sent back, accepted; the panel; the list by rank."""
    round, member = round_for(request, ref), member_of(request)
    units = rows.progress(round)
    context = {
        "round": round,
        "units": units,
        "sums": {name: sum(getattr(unit, name) for unit in units) for name in _SUMMED},
        "panel": list(round.panelists.select_related("unit")),
        "listed": round.nominations_listed(),
        "may_change": round.unit_id in reached_units(member, Role.OFFICER, section=round.section),
    }
    return render(request, "desk/rounds/board.html", context)


_SUMMED = ("places", "nominated", "left", "in_review", "sent_back", "accepted")


@require_GET
def board_file(request: HttpRequest, ref: str) -> FileResponse:
    """Everything of it as a workbook; that it left the house is noted."""
    round = round_for(request, ref)
    content = BytesIO()
    write_rows(content, _sheets(round))
    round_export_note(round=round, actor=member_of(request))
    content.seek(0)
    name = f"{round.title}-{clock.today():%Y%m%d}.xlsx"
    answer = FileResponse(content, as_attachment=True, filename=name, content_type=_XLSX)
    answer["Cache-Control"] = "private, no-store"
    return answer


def _sheets(round: Round) -> Iterator[_Sheet]:
    yield (
        _("Progress"),
        [
            _text(_("Unit"), 24), _whole(_("Worked out by")), _whole(_("Places")), _whole(_("Nominated")),
            _whole(_("Left")), _whole(_("In review")), _whole(_("Sent back")), _whole(_("Accepted")),
        ],
        rows.progress_rows(round),
    )  # fmt: skip
    yield (
        _("Nominations"),
        [
            _text(_("Reference"), 24), _text(_("Unit"), 24), _text(_("Nominee"), 14), _text(_("State"), 14),
            _text(_("Points"), 10), _whole(_("Scored by")), _text(_("What for"), 60),
        ],
        rows.nomination_rows(round),
    )  # fmt: skip
    yield (
        _("Sheets of the panel"),
        [
            _text(_("Member of the panel"), 16), _text(_("Unit"), 24), _text(_("Nominee"), 14),
            _text(_("Criterion"), 30), _whole(_("Points")),
        ],
        rows.score_rows(round),
    )  # fmt: skip
    yield (
        _("The list"),
        [
            _whole(_("Rank")), _text(_("Name"), 14), _text(_("Unit"), 24), _text(_("Title given"), 20),
            _text(_("Points"), 10), _text(_("Certificate"), 18),
        ],
        rows.list_rows(round),
    )  # fmt: skip
    yield (
        _("Files"),
        [_text(_("Name"), 14), _text(_("Unit"), 24), _text(_("File"), 40), _text("SHA-256", 66)],
        rows.file_rows(round),
    )
    yield (
        _("Notices"),
        [
            _text(_("Number"), 20), _day(_("Published on")), _day(_("Last day")), _text(_("Where"), 30),
            _text(_("State"), 20),
        ],
        rows.notice_rows(round),
    )  # fmt: skip
    yield (
        _("Objections"),
        [
            _text(_("Notice"), 20), _day(_("Logged on")), _text(_("Objection"), 60), _text(_("Outcome"), 20),
            _text(_("Answer"), 60),
        ],
        rows.objection_rows(round),
    )  # fmt: skip


def _text(label: str, width: int) -> Column:
    return Column(label, label, width=width)


def _whole(label: str) -> Column:
    return Column(label, label, width=10, sort="whole")


def _day(label: str) -> Column:
    return Column(label, label, width=13, sort="date")
