"""What the site says of a public notice that runs no more: how it ended and where it goes on, without a name."""

from http import HTTPStatus

from django.http import HttpResponse

from youju.errors import NotFound
from youju.portal.page import render
from youju.portal.running import running_notices
from youju.portal.site import Site
from youju.records.notices.models import Notice


def ended_notice(year: int, number: int) -> Notice:
    """One that was for everybody and does not run. Raises NotFound."""
    found = Notice.objects.public().filter(year=year, number=number).first()
    if found is None:
        raise NotFound()
    return found


def ended_page(site: Site, notice: Notice, *, said: str = "") -> HttpResponse:
    """How it ended, and the notice of the same list that runs now. said: an objection that came too late, so that
    whoever wrote it does not write it anew.
    """
    anew = next((each.notice for each in running_notices() if each.notice.ref == notice.ref), None)
    context = {"notice": notice, "how": notice.state_today, "anew": anew, "said": said, "current": "public-notices"}
    return render(site, "portal/notice_ended.html", context, status=HTTPStatus.GONE)
