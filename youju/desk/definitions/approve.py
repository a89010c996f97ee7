"""Putting a proposed definition into force: by a second person, after a look."""

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.definitions.definition_list import definer_of, definition_of, may_define
from youju.errors import NotAllowed
from youju.indicators.own import indicator_approve
from youju.indicators.own_indicators import OwnIndicator
from youju.orgs.members import Member
from youju.records.counting.own_definitions import OwnDefinition
from youju.records.counting.own_measures import OwnMeasure, measure_approve

ReadOrWrite = require_http_methods(["GET", "HEAD", "POST"])


@ReadOrWrite
def measure(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve a measure."""
    member = _approver(request)
    row: OwnMeasure = definition_of(OwnMeasure, pk)
    return _page(request, row, "own-measure", lambda: measure_approve(measure=row, actor=member))


@ReadOrWrite
def indicator(request: HttpRequest, pk: int) -> HttpResponse:
    """Approve an indicator."""
    member = _approver(request)
    row: OwnIndicator = definition_of(OwnIndicator, pk)
    return _page(request, row, "own-indicator", lambda: indicator_approve(indicator=row, actor=member))


def _approver(request: HttpRequest) -> Member:
    member = definer_of(request)
    if not may_define(member):
        raise NotAllowed()
    return member


def _page(request: HttpRequest, row: OwnDefinition, route: str, verb: Callable[[], object]) -> HttpResponse:
    name, back = str(row.table.get("zh", row.code)), reverse(route, args=[row.pk])

    def act(values: Values) -> Done:
        verb()
        return Done(_("“%s” is in force from now on.") % name, back)

    def foretell(values: Values) -> list[str]:
        return [
            _("Version %(version)d of “%(name)s”, proposed by %(who)s, is in force from now on.")
            % {"version": row.version, "name": name, "who": row.author},
            _("Figures that were issued stay as they are."),
        ]

    form = forms.Form()
    return change_page(request, Change(_("Approve: %s") % name, form, act, foretell, back, name, _("Approve")))
