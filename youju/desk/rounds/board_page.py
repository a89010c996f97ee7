"""How far a selection has come, and all of it as a workbook."""

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

from django import forms
from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from youju.desk.rounds.scope import progress_for, round_for
from youju.desk.scope import member_of
from youju.desk.workbooks import workbook_file
from youju.errors import YoujuError
from youju.lib import clock
from youju.lib.sheets import Column, write_rows
from youju.orgs.members import Role
from youju.records.honours.nomination import board as rows
from youju.records.honours.nomination.exporting import Named, round_export_note, round_recommended
from youju.records.honours.round.models import Round
from youju.records.rights import reached_units

_Sheet = tuple[str, list[Column], Iterable[rows.Row]]


class TakeAlongForm(forms.Form):
    """Why names are taken along, and by which rule those of minors without a consent."""

    reason = forms.CharField(label=gettext_lazy("reason"), max_length=200)
    basis = forms.CharField(
        label=gettext_lazy("rule that lets pupils be named without a consent"), max_length=200, required=False,
        help_text=gettext_lazy("Left empty: who has no consent on file stays masked."),
    )  # fmt: skip


@require_GET
def board(request: HttpRequest, ref: str) -> HttpResponse:
    """Unit by unit: places, nominated, in review, sent back, accepted; the panel; the list by rank.

    A town sees its own schools, and nothing of panel and list.
    """
    round, units = progress_for(request, ref)
    return _page(request, round, units, TakeAlongForm(initial={"basis": round.names_basis}))


@require_GET
def board_file(request: HttpRequest, ref: str) -> FileResponse:
    """Everything of it as a workbook; that it left the house is noted."""
    round, units = progress_for(request, ref)
    content = BytesIO()
    write_rows(content, _sheets(round) if units is None else _town_sheets(round, units))
    round_export_note(round=round, actor=member_of(request))
    return _workbook(content, round.title)


@never_cache
@require_POST
def recommendation(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Those on the list for the next level, with names in full as far as they may stand there."""
    round, form = round_for(request, ref, Role.OFFICER), TakeAlongForm(request.POST)
    if form.is_valid():
        content = BytesIO()
        try:
            named = round_recommended(round=round, actor=member_of(request), **form.cleaned_data)
        except YoujuError as refusal:
            form.add_error(None, str(refusal))
        else:
            write_rows(content, [_recommended(round, named), _files(round, named)])
            return _workbook(content, f"{round.title}-{_('for the next level')}")
    return _page(request, round, None, form, status=422)


def _page(
    request: HttpRequest, round: Round, units: set[int] | None, form: TakeAlongForm, status: int = 200
) -> HttpResponse:
    member, progress, whole = member_of(request), rows.progress(round, units), units is None
    runs = round.unit_id in reached_units(member, Role.OFFICER, section=round.section)
    context = {
        "round": round,
        "units": progress,
        "sums": {name: sum(getattr(unit, name) for unit in progress) for name in _SUMMED},
        "whole": whole,
        "panel": list(round.panelists.select_related("unit")) if whole else [],
        "listed": round.nominations_listed() if whole else [],
        "may_change": runs,
        "form": form if runs and (round.is_given or form.is_bound) else None,
    }
    return render(request, "desk/rounds/board.html", context, status=status)


_SUMMED = ("places", "nominated", "left", "in_review", "sent_back", "accepted")


def _workbook(content: BytesIO, title: str) -> FileResponse:
    answer = workbook_file(content, f"{title}-{clock.today():%Y%m%d}")
    answer["Cache-Control"] = "private, no-store"
    return answer


def _sheets(round: Round) -> Iterator[_Sheet]:
    yield from _town_sheets(round, None)
    yield (
        _("Sheets of the panel"),
        [
            _text(_("Member of the panel"), 16), _text(_("Unit"), 24), _text(_("Nominee"), 14),
            _text(_("Scored item"), 30), _whole(_("Points")),
        ],
        rows.score_rows(round),
    )  # fmt: skip
    yield (
        _("The list"),
        [
            _whole(_("Rank")), _text(_("Name"), 14), _text(_("Unit"), 24), _text(_("Title given"), 20),
            _number(_("Points")), _text(_("Certificate"), 18),
        ],
        rows.list_rows(round),
    )  # fmt: skip
    yield _files(round)
    yield (
        _("Notices"),
        [
            _text(_("Number"), 20), _day(_("Published on")), _day(_("Last day")), _text(_("Where"), 30),
            _text(_("State"), 20),
        ],
        rows.notice_rows(round),
    )  # fmt: skip
    yield (
        _("Objections to the notice"),
        [
            _text(_("Notice"), 20), _day(_("Logged on")), _text(_("Objection"), 60), _text(_("Outcome"), 20),
            _text(_("Answer"), 60),
        ],
        rows.objection_rows(round),
    )  # fmt: skip


def _town_sheets(round: Round, units: set[int] | None) -> Iterator[_Sheet]:
    """What a town takes along of its own schools; all of it where units is None."""
    yield (
        _("Progress"),
        [
            _text(_("Unit"), 24), _whole(_("Worked out by")), _whole(_("Places")), _whole(_("Nominated")),
            _whole(_("Left")), _whole(_("In review")), _whole(_("Sent back")), _whole(_("Accepted")),
        ],
        rows.progress_rows(round, units),
    )  # fmt: skip
    points = [_number(_("Points")), _whole(_("Scored by"))] if units is None else []
    yield (
        _("Nominations"),
        [
            _text(_("Reference"), 24), _text(_("Unit"), 24), _text(_("Nominee"), 14), _text(_("State"), 14), *points,
            _text(_("What for"), 60),
        ],
        rows.nomination_rows(round, units),
    )  # fmt: skip


def _files(round: Round, named: Mapping[str, Named] | None = None) -> _Sheet:
    return (
        _("Files"),
        [_text(_("Name"), 14), _text(_("Unit"), 24), _text(_("File"), 40), _text("SHA-256", 66)],
        rows.file_rows(round, named),
    )


def _recommended(round: Round, named: Mapping[str, Named]) -> _Sheet:
    return (
        _("The list"),
        [
            _whole(_("Rank")), _text(_("Name"), 14), _text(_("Unit"), 24), _text(_("Title given"), 20),
            _text(_("What for"), 60), _number(_("Points")), _text(_("Certificate"), 18),
            _text(_("By what a pupil is named"), 30),
        ],
        rows.recommended_rows(round, named),
    )  # fmt: skip


def _text(label: str, width: int) -> Column:
    return Column(label, label, width=width)


def _whole(label: str) -> Column:
    return Column(label, label, width=10, sort="whole")


def _number(label: str) -> Column:
    return Column(label, label, width=10, sort="decimal")


def _day(label: str) -> Column:
    return Column(label, label, width=13, sort="date")
