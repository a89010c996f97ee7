"""What is noted of requests: files taken away, and doors that a member tried in vain.

Every download is noted. A refusal is noted once per member and kind of page in ten minutes: enough to see somebody
trying doors, and no log of each stale link. Addresses that no page has are no doors, and codes are in no row.
"""

import logging
from collections.abc import Callable

from django.core.cache import cache
from django.db import OperationalError, transaction
from django.http import HttpRequest, HttpResponse

from youju.desk.unavailable import unavailable
from youju.lib.text import one_line
from youju.orgs import audit
from youju.orgs.members import Member

log = logging.getLogger(__name__)

REFUSED, DOWNLOAD = "access.refused", "download"
_SECONDS = 600
_LENGTH = 80
_REFUSALS = {403, 404}
# Their addresses hold what opens something.
_UNNAMED = {"ticket"}

GetResponse = Callable[[HttpRequest], HttpResponse]


class NotingMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        member, match = getattr(request, "user", None), request.resolver_match
        if not isinstance(member, Member) or match is None or match.url_name in _UNNAMED:
            return response
        try:
            if response.status_code in _REFUSALS:
                _note_refusal(request, member, match.url_name or "", response.status_code)
            elif response.get("Content-Disposition", "").startswith("attachment"):
                path = one_line(request.path)
                _note(member, DOWNLOAD, str(match.kwargs.get("ref") or path), path=path[:_LENGTH])
        except OperationalError:  # what cannot be noted is not handed out
            log.warning("%s %s: could not be noted", request.method, match.url_name, exc_info=True)
            return response if response.status_code in _REFUSALS else unavailable(request)
        return response


def _note_refusal(request: HttpRequest, member: Member, route: str, status: int) -> None:
    if cache.add(f"refused:{member.pk}:{route}", True, _SECONDS):
        _note(member, REFUSED, one_line(request.path), status=status, method=request.method)


@transaction.atomic
def _note(member: Member, action: str, target: str, **detail: object) -> None:
    audit.write(actor=member, action=action, target=target[:_LENGTH], **detail)
