"""The lobby screen: one picture after the other, of what is public already. Nothing personal stands on it.

Without a script the page asks for the next one itself; with one it goes on after a lost line and never goes blank.
"""

from collections.abc import Iterator
from typing import NamedTuple

from django.db.models import Q
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils.translation import gettext as _

from youju.indicators.indicator import Text
from youju.lib import clock
from youju.lib.naturals import natural
from youju.orgs.consents import Consent, Purpose
from youju.orgs.settings import setting
from youju.portal.articles import public_articles
from youju.portal.page import public_page, render
from youju.portal.running import running_notices
from youju.portal.site import site_of
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.heads.states import State
from youju.records.honours.award.models import Holder
from youju.summaries.issuing.disclosed import disclosed
from youju.summaries.issuing.editions import EditionFigure
from youju.summaries.issuing.frozen import figure_of, frozen_beside

# So many lines can be read from across a hall, and fit a screen where each of them is long (`screen.css`).
_LINES, _FIGURES = 5, 4


class Line(NamedTuple):
    text: str
    beside: str = ""


class Picture(NamedTuple):
    """sort: figures (large values) or lines. source: the text whose figures they are, which says of what year."""

    heading: str
    sort: str
    lines: list[Line]
    source: str = ""


@public_page
def screen(request: HttpRequest) -> HttpResponseBase:
    """The picture of ``?at=``, counted from 0; beyond the last it begins anew."""
    site = site_of(request)
    every = list(_pictures())
    asked = request.GET.get("at", "")
    at = (natural(asked) or 0) % len(every) if every else 0
    context = {
        "picture": every[at] if every else None,
        "next": f"{reverse('screen')}?at={(at + 1) % len(every) if every else 0}",
        "seconds": setting("screen_seconds"),
        "at": at + 1,
        "count": len(every),
    }
    return render(site, "portal/screen.html", context)


def _pictures() -> Iterator[Picture]:
    """Those that have something on them."""
    found = (
        _figures(),
        Picture(_("Events today"), "lines", _today()),
        Picture(_("Exemplars"), "lines", _exemplars()),
        Picture(_("Public notices"), "lines", _notices()),
        Picture(_("Latest"), "lines", _latest()),
    )
    return (picture for picture in found if picture.lines)


def _figures() -> Picture:
    """The main figures of the newest summary that is on the site."""
    edition = disclosed().first()
    rows = list(edition.figures.all()) if edition else []
    main = [row for row in rows if edition and figure_of(row, edition.size).indicator.main]
    lines = [Line(_named(row), row.printed) for row in (main or rows)[:_FIGURES]]
    return Picture(_("The year in figures"), "figures", lines, edition.title if edition else "")


def _named(row: EditionFigure) -> str:
    """The figure's name, with what must stand next to it."""
    name, beside = str(Text(*row.definition["name"])), frozen_beside(row)
    return _("%(name)s (%(beside)s)") % {"name": name, "beside": beside} if beside else name


def _today() -> list[Line]:
    today = clock.today()
    events = Occasion.objects.filter(sort__in=(OccasionSort.EVENT, OccasionSort.CAMPAIGN, OccasionSort.CONTEST))
    running = events.filter(Q(ends__gte=today) | Q(ends=None, begins=today), begins__lte=today)
    return [Line(occasion.name) for occasion in running.order_by("begins", "pk")[:_LINES]]


def _exemplars() -> list[Line]:
    """Who was honoured lately and has agreed, or whose guardian has, that the name is made public."""
    agreed = Consent.objects.valid_on(clock.today()).filter(purpose=Purpose.PUBLIC_NAME).values("person")
    held = Holder.objects.filter(person__in=agreed, record__state=State.VERIFIED)
    newest = held.select_related("person", "title").order_by("-record__happened", "-pk")
    return [Line(str(holder.person), str(holder.title)) for holder in newest[:_LINES]]


def _notices() -> list[Line]:
    return [Line(each.notice.title, _("until %s") % each.notice.end) for each in running_notices()[:_LINES]]


def _latest() -> list[Line]:
    articles = public_articles()[:_LINES]
    return [Line(each.title, f"{clock.day_of(each.published_at)}" if each.published_at else "") for each in articles]
