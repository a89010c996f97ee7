"""Issued summaries on the site: the text, and each of its figures opened as far as everybody may see."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.safestring import mark_safe

from youju.errors import NotFound
from youju.indicators import catalogue
from youju.indicators.breakdown import Part, by_month, by_unit
from youju.indicators.display import is_rank, printed_value
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.indicators.indicator import Text
from youju.indicators.internal import is_internal
from youju.ledger.reading import entries_by_seq
from youju.lib.periods import Period
from youju.orgs.tree import UnknownUnit, find_unit
from youju.orgs.units import Unit
from youju.portal.files import handed_out
from youju.portal.page import public_page, render
from youju.portal.site import site_of
from youju.records.heads.attachments import Attachment
from youju.records.heads.releases import released_of
from youju.summaries.binding.markup import cover, to_html
from youju.summaries.issuing.disclosed import disclosed
from youju.summaries.issuing.editions import Edition, EditionFigure
from youju.summaries.issuing.frozen import figure_of, figures_of, frozen_beside, summary_of

_TOO_MANY = 2**15  # no database keeps such a number here


class Count(NamedTuple):
    name: str
    text: str


@public_page
def summaries(request: HttpRequest) -> HttpResponseBase:
    """All that are on the site, the newest first."""
    site = site_of(request)
    return render(site, "portal/summaries.html", {"editions": list(disclosed()), "current": "summaries"})


@public_page
def summary(request: HttpRequest, ref: str) -> HttpResponseBase:
    """One of them, each figure a link to where it opens. Raises NotFound."""
    site, edition = site_of(request), _edition(ref)
    text = summary_of(edition)
    places = {figure: place for place, figure in enumerate(figures_of(text))}

    def opens(figure: Figure) -> str:
        return reverse("site-summary-figure", args=[ref, places[figure]])

    # Safe: to_html cleans the prose and escapes what it puts in.
    html = mark_safe(to_html(text, opens))
    heading, _end, rest = html.partition("</h1>") if html.startswith("<h1") else ("", "", html)
    context = {
        "edition": edition,
        "heading": mark_safe(f"{heading}</h1>") if heading else "",
        "html": mark_safe(rest),
        "cover": cover(text),
        "current": "summaries",
    }
    return render(site, "portal/summary.html", context)


@public_page
def figure(request: HttpRequest, ref: str, place: int) -> HttpResponseBase:
    """One figure as it was frozen: value, definition, counts by unit and month, released evidence. Raises NotFound."""
    site, row = site_of(request), _figure(ref, place)
    definition = row.definition
    context: dict[str, Any] = {
        "edition": row.edition,
        "figure": row,
        "name": str(Text(*definition["name"])),
        "card": {part: str(Text(*text)) for part, text in definition["card"].items()},
        "beside": frozen_beside(row),
        "files": _released(row),
        "current": "summaries",
    }
    return render(site, "portal/figure.html", context | _counts(row))


@public_page
def figure_file(request: HttpRequest, ref: str, place: int, pk: int) -> HttpResponseBase:
    """Released evidence behind a figure, as a download. Raises NotFound."""
    site_of(request)
    found = next((each for each in _released(_figure(ref, place)) if each.pk == pk), None)
    if found is None:
        raise NotFound()
    return handed_out(found)


def _edition(ref: str) -> Edition:
    edition = disclosed().filter(document__ref=ref).first()
    if edition is None:
        raise NotFound()
    return edition


def _figure(ref: str, place: int) -> EditionFigure:
    edition = _edition(ref)
    row = edition.figures.filter(place=place).first() if place < _TOO_MANY else None
    if row is None or is_internal(figure_of(row, edition.size).indicator):
        raise NotFound()
    row.edition = edition
    return row


def _counts(row: EditionFigure) -> dict[str, list[Count]]:
    """By unit and by month, as the ledger stood; nothing where the definition is no longer there or has no parts."""
    if row.code not in catalogue.indicators():
        return {"units": [], "months": []}
    try:
        found = figures(find_unit(row.unit), Period.parse(row.period), size=row.edition.size)[row.code]
    except UnknownUnit:
        return {"units": [], "months": []}
    parts = by_unit(found)
    names = {unit.code: str(unit) for unit in Unit.objects.filter(code__in=[part.key for part in parts])}
    months = [] if is_rank(found.indicator) else _printed(by_month(found), lambda key: f"{key // 100}-{key % 100:02}")
    units = _printed(parts, lambda key: names.get(key, key))
    return {"units": units if len(units) > 1 else [], "months": months}


def _printed(parts: Iterable[Part[Any]], named: Any) -> list[Count]:
    return [Count(named(part.key), printed_value(part.figure.indicator, part.value)) for part in parts]


def _released(row: EditionFigure) -> list[Attachment]:
    """Evidence behind the figure that somebody released; of the rest not even how much there is."""
    entries = entries_by_seq(figure_of(row, row.edition.size).entries)
    refs = dict.fromkeys(entry.record_ref for entry in entries.values())
    return [attachment for files in released_of(refs).values() for attachment in files]
