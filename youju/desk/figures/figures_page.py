"""The figures page: every figure of a unit and a period, under the headings of the summary."""

from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from youju.desk.figures.lines import Line, lines_of, year_before
from youju.desk.figures.period_choices import period_choices, period_name
from youju.desk.scope import (
    is_current_tree,
    keep_year,
    member_of,
    period_for,
    unit_for,
    units_for,
)
from youju.errors import NotFound
from youju.indicators.figures import units_asked
from youju.ledger import log
from youju.lib import clock
from youju.lib.periods import Period
from youju.lib.text import visible
from youju.orgs.members import Member
from youju.orgs.timeline import Subtree
from youju.orgs.tree import UnknownUnit, find_unit
from youju.orgs.units import Unit
from youju.records.heads.sections import Section

_DRAWINGS_KEPT = 32
_LONGEST = 40


class Drawn(NamedTuple):
    """The figures page without what belongs to its reader."""

    headings: list[tuple[str, str]]
    html: SafeString
    hidden: int


class _Asked(NamedTuple):
    """All that the drawing depends on, but for the language."""

    unit: str
    period: Period
    empty_too: bool
    text: str
    size: int
    root: bytes
    below: tuple[Subtree, ...]  # of the period, and of the one before
    current_tree: bool


@require_GET
def figures_page(request: HttpRequest) -> HttpResponse:
    """All figures of a unit and a period, under the headings of the summary."""
    member = member_of(request)
    unit, wrong_unit = _unit_asked(member, request.GET.get("unit", ""))
    period, wrong = period_for(request)
    keep_year(request, period)
    text = visible(request.GET.get("text", ""))[:_LONGEST].strip()
    size, current = log.size(), is_current_tree(request)
    below = tuple(units_asked(unit, when, size, current_tree=current) for when in (period, year_before(period)))
    asked = _Asked(unit.code, period, "empty" in request.GET, text, size, log.root(size), below, current)
    drawn = _drawn(asked, get_language() or "")
    context = {
        "drawn": drawn,
        "unit": unit,
        "period": period,
        "before": year_before(period),
        "current": current,
        "units": units_for(member, period.last),
        "wrong": wrong,
        "text": text,
        "wrong_unit": wrong_unit,
        "periods": period_choices(period),
        "period_name": period_name(period),
    }
    return render(request, "desk/figures/figures.html", context, status=422 if wrong or wrong_unit else 200)


@lru_cache(maxsize=_DRAWINGS_KEPT)
def _drawn(asked: _Asked, language: str) -> Drawn:
    """Figures under their sections, as HTML. All that they depend on is in the arguments, so they may be kept."""
    grouped: dict[Section, list[Line]] = defaultdict(list)
    unit = find_unit(asked.unit)
    lines = lines_of(unit, asked.period, current_tree=asked.current_tree)
    shown = [
        line for line in lines if (asked.empty_too or asked.text or _reported(line)) and _goes_by(line, asked.text)
    ]
    for line in shown:
        grouped[line.figure.indicator.section].append(line)
    groups = [(section, grouped[section]) for section in Section if section in grouped]
    context = {"groups": groups, "unit": unit, "period": asked.period, "current": asked.current_tree}
    html = render_to_string("desk/figures/figure_groups.html", context)
    hidden = 0 if asked.text else len(lines) - len(shown)
    return Drawn([(str(section), str(section.label)) for section, _lines in groups], html, hidden)


def _unit_asked(member: Member, typed: str) -> tuple[Unit, str]:
    """The unit that was typed, by code or name; and what was typed where nothing open to the member goes by it."""
    named = [unit for unit in units_for(member, clock.today()) if typed and typed in (unit.name, unit.short_name)]
    if len(named) == 1:
        return named[0], ""
    try:
        return unit_for(member, typed), ""
    except (NotFound, UnknownUnit):
        if not typed or typed.isascii():  # a code comes from a link, and one that leads nowhere is told as such
            raise
        return unit_for(member), typed


def _goes_by(line: Line, text: str) -> bool:
    """Whether every word stands in the name, the code or another name of the figure."""
    indicator = line.figure.indicator
    names = " ".join((indicator.name.zh, indicator.name.en, indicator.code, *indicator.aliases)).lower()
    return all(word in names for word in text.lower().split())


def _reported(line: Line) -> bool:
    return line.figure.value is not None or line.before.value is not None
