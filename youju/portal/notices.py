"""Public notices on the site: what runs, with the days left; on the day after its last it is gone by itself."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from youju.portal.objecting import running_notice
from youju.portal.page import public_page, render
from youju.portal.running import running_notices
from youju.portal.site import site_of
from youju.records.notices.lines import shown


@public_page
def notices(request: HttpRequest) -> HttpResponseBase:
    """All that run, the first to end first."""
    running = sorted(running_notices(), key=lambda each: each.left)
    return render(site_of(request), "portal/notices.html", {"running": running, "current": "public-notices"})


@public_page
def notice(request: HttpRequest, year: int, number: int) -> HttpResponseBase:
    """One of them with its list. Raises NotFound, also once it has ended: the names are for these days alone."""
    site, found = site_of(request), running_notice(year, number)
    context = {"running": found, "notice": found.notice, "lines": shown(found.notice), "current": "public-notices"}
    return render(site, "portal/notice.html", context)
