"""The annual summary as a page on which every figure is a link to where it opens."""

from collections import defaultdict
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_GET

from youju.desk.scope import bureau_for, chosen_year, keep_year, member_of
from youju.desk.summary.links import figure_link
from youju.errors import NotFound
from youju.indicators.years import years_with_facts
from youju.lib import clock
from youju.lib.periods import Period
from youju.orgs.units import Unit
from youju.summaries.binding.build import build
from youju.summaries.binding.errors import NothingReported, SummaryRefused
from youju.summaries.binding.markup import cover, to_html
from youju.summaries.binding.summary import Summary
from youju.summaries.drafts.access import may_write
from youju.summaries.drafts.genres import get_genre
from youju.summaries.paper.files import ENDINGS

YEARS = range(2000, 2101)


class Page(NamedTuple):
    """What the template shows; ``problems`` of a draft, by line, and ``owed``, what is still blank in it."""

    body: SafeString
    cover: list[str]
    problems: list[str]
    owed: "list[Owed]"


class Blank(NamedTuple):
    name: str
    reason: str
    url: str


class Owed(NamedTuple):
    """Who answers for figures that are still blank, and which."""

    owner: str
    blanks: list[Blank]


@require_GET
def newest(request: HttpRequest) -> HttpResponse:
    """The summary of the reader's year: until they choose, the newest that is over."""
    bureau_for(member_of(request))
    return redirect("summary", chosen_year(request))


@require_GET
def summary_page(request: HttpRequest, year: int) -> HttpResponse:
    """The year's summary as the ledger stands now, or what keeps it from being written, line by line."""
    member = member_of(request)
    unit = bureau_for(member)
    if year not in YEARS:
        raise NotFound()
    keep_year(request, Period.year(year))
    page = _written(unit, Period.year(year))
    context = {
        "year": year,
        "unit": unit,
        "page": page,
        "years": _offered(year),
        "blanks": sum(len(owed.blanks) for owed in page.owed),
        "running": year >= clock.today().year,
        "endings": ENDINGS,
        "may_begin": may_write(member, unit),
    }
    return render(request, "desk/summary/summary.html", context)


def _written(unit: Unit, period: Period) -> Page:
    """The summary; where figures are missing its draft, with blanks."""
    return _page(summary_of(unit, period))


def summary_of(unit: Unit, period: Period) -> Summary:
    """The annual summary; where figures are missing its draft, with blanks."""
    template = get_genre("annual").text
    try:
        return build(unit=unit, period=period, template=template)
    except (SummaryRefused, NothingReported):
        return build(unit=unit, period=period, template=template, draft=True)


def _page(summary: Summary) -> Page:
    # Safe: to_html cleans the prose and escapes what it puts in.
    return Page(
        mark_safe(to_html(summary, figure_link)), cover(summary), list(map(str, summary.problems)), _owed(summary)
    )


def _owed(summary: Summary) -> list[Owed]:
    """The blanks of a draft under whoever answers for them, the most first."""
    found: dict[str, list[Blank]] = defaultdict(list)
    for span in summary.blanks:
        if span.figure is not None:
            indicator = span.figure.indicator
            found[str(indicator.card.owner)].append(Blank(str(indicator.name), span.reason, figure_link(span.figure)))
    return [Owed(owner, blanks) for owner, blanks in sorted(found.items(), key=lambda pair: -len(pair[1]))]


def _offered(year: int) -> list[int]:
    return sorted({*years_with_facts(), year}, reverse=True)
