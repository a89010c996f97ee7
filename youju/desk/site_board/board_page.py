"""How fresh the public site is, channel by channel, before an inspection says so."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from youju.desk.scope import BUREAU, member_of
from youju.errors import NotAllowed
from youju.lib import clock
from youju.orgs.members import Role
from youju.orgs.settings import setting
from youju.records.heads.sections import Section
from youju.records.inquiries.inquiry.site_messages import unanswered_on_site
from youju.records.publicity.article.freshness import board
from youju.records.reading.access import visible_to
from youju.records.rights import reached_units


@require_GET
def site_board(request: HttpRequest) -> HttpResponse:
    """Raises NotAllowed for whoever has no role in the bureau. Articles are named to those who may read them."""
    member = member_of(request)
    if not member.has_role(*BUREAU):
        raise NotAllowed()
    found, waiting = board(), unanswered_on_site(clock.today())
    refs = [article.ref for article in (*found.late, *found.gone)]
    readable = set(visible_to(member).filter(ref__in=refs).values_list("ref", flat=True))
    context = {
        "board": found,
        "waiting": waiting,
        "ask_open": setting("site_open") and setting("ask_open"),
        "is_refused": found.is_refused or waiting.refused or not setting("ask_open"),
        "late": [article for article in found.late if article.ref in readable],
        "gone": [article for article in found.gone if article.ref in readable],
        "is_open": setting("site_open"),
        "may_commission": bool(reached_units(member, Role.OFFICER, section=Section.PUBLICITY)),
        "limits": {"stale": setting("site_stale_most"), "empty": setting("site_empty_most")},
    }
    return render(request, "desk/site_board/board.html", context)
