"""Finding a figure by what it counts, to put it into a text."""

from typing import NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.claims.targets import search_among, targets
from youju.desk.figures.wording import figure_text
from youju.desk.scope import member_of
from youju.indicators.figure import Figure
from youju.indicators.figures import figures
from youju.indicators.internal import is_internal
from youju.lib.text import visible
from youju.summaries.binding.spoken import spoken
from youju.summaries.binding.tokens import written
from youju.summaries.drafts.access import get_document_for
from youju.summaries.drafts.documents import Document

_LONGEST = 60


class Choice(NamedTuple):
    """A figure that was found, in print, and the tokens that put it, or its change, into a text."""

    figure: Figure
    text: str
    token: str
    change: str


class Found(NamedTuple):
    """near: none is called so; these are called something alike. more: how many are not shown."""

    said: str
    choices: list[Choice]
    near: bool = False
    more: int = 0


@require_GET
def figures_found(request: HttpRequest, ref: str) -> HttpResponse:
    """The list alone, for the editor to show while somebody types."""
    document = get_document_for(member_of(request), ref, need="write")
    found = find_figures(request.GET.get("find", ""), document)
    return render(request, "desk/summary/figures_found.html", {"found": found})


def find_figures(said: str, document: Document) -> Found:
    """The declared figures of the document's unit and period that go by what was typed; none that is for inside use."""
    said = visible(said)[:_LONGEST].strip()
    values = figures(document.unit, document.about)
    able = [one for one in targets(document.unit, document.about) if _may_stand(one.indicator.code, values)]
    result = search_among(said, able)
    choices = [_choice(values[one.indicator.code]) for one in result.found]
    return Found(said, choices, result.near, result.more)


def _may_stand(code: str, values: dict[str, Figure]) -> bool:
    return code in values and not is_internal(values[code].indicator)


def _choice(figure: Figure) -> Choice:
    code = figure.indicator.code
    return Choice(figure, figure_text(figure), spoken(written(code)), spoken(written(code, change=True)))
