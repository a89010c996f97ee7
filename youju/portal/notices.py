"""Public notices on the site: what runs, with the days left; on the day after its last the list is gone by itself."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from youju.portal.ended import ended_notice, ended_page
from youju.portal.page import public_page, render
from youju.portal.running import running_notice, running_notices
from youju.portal.site import site_of
from youju.records.notices.lines import shown


@public_page
def notices(request: HttpRequest) -> HttpResponseBase:
    """All that run, the first to end first."""
    running = sorted(running_notices(), key=lambda each: each.left)
    return render(site_of(request), "portal/notices.html", {"running": running, "current": "public-notices"})


@public_page
def notice(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """One of them with its list; of one that has ended how it ended, and no name. Raises NotFound."""
    site, found = site_of(request), running_notice(year, number)
    if found is None:
        return ended_page(site, ended_notice(year, number))
    lines = shown(found.notice)
    context = {
        "running": found,
        "notice": found.notice,
        "lines": lines,
        "has_unit": any(line.unit for line in lines),  # of units alone the second column were empty
        "has_told": any(line.told for line in lines),
        "current": "public-notices",
    }
    return render(site, "portal/notice.html", context)
