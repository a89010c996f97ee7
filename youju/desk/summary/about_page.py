"""What the texts of the units above say that rests on a unit's own records; a line can be objected to."""

from collections.abc import Iterable
from typing import NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from youju.desk.figures.period_choices import period_name
from youju.desk.scope import LOCAL, member_of
from youju.errors import NotAllowed
from youju.lib.text import visible
from youju.orgs.members import Member
from youju.orgs.reasons import in_full
from youju.orgs.units import Unit
from youju.records.rights import own_units
from youju.summaries.drafts.access import documents_about, get_document_about
from youju.summaries.drafts.documents import Document
from youju.summaries.objecting.objections import Objection, objection_add
from youju.summaries.objecting.resting import Line, lines_resting_on

_TEXT = 500


class Told(NamedTuple):
    """A sentence, and what the unit has objected to its figures."""

    line: Line
    objections: list[Objection]


class About(NamedTuple):
    document: Document
    period: str
    lines: list[Told]


@require_GET
def about_page(request: HttpRequest) -> HttpResponse:
    """Every line of the documents above that rests on records of the member's unit."""
    unit = _unit_of(member_of(request))
    found = [_about(document, unit) for document in documents_about(unit)]
    context = {"unit": unit, "found": [about for about in found if about.lines]}
    return render(request, "desk/summary/about.html", context)


@require_POST
def object_to(request: HttpRequest, ref: str) -> HttpResponse:
    """Object to a figure of such a document."""
    member = member_of(request)
    unit = _unit_of(member)
    document = get_document_about(unit, ref)
    reason = in_full(visible(request.POST.get("reason", "")).strip(), _TEXT)
    code = request.POST.get("indicator", "")
    objection_add(document=document, indicator=code, unit=unit, reason=reason, actor=member)
    messages.success(request, _("The objection is with whoever writes the text."))
    return redirect("lines-about")


def _about(document: Document, unit: Unit) -> About:
    objections = list(document.objections.filter(unit=unit).select_related("author", "answered_by"))
    lines = [Told(line, _of(line, objections)) for line in lines_resting_on(document, unit)]
    return About(document, period_name(document.about), lines)


def _of(line: Line, objections: Iterable[Objection]) -> list[Objection]:
    return [objection for objection in objections if objection.indicator in line.codes]


def _unit_of(member: Member) -> Unit:
    """The unit that the member speaks for. Raises NotAllowed."""
    unit = Unit.objects.filter(pk__in=own_units(member, *LOCAL)).order_by("pk").first()
    if unit is None:
        raise NotAllowed()
    return unit
