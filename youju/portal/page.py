"""What makes a page public: no log-in, no cookie, no session, a stamp by which caches ask, and errors of its own.

The templates are rendered without a request: whatever would look at who is reading has nothing to look at, and one
copy serves everybody who reads the same language.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.template.loader import get_template
from django.utils.http import parse_etags
from django.utils.translation import get_language, get_language_from_request
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from youju.errors import NotFound, YoujuError
from youju.orgs.settings import setting
from youju.portal.kept import KEPT
from youju.portal.site import Site, site_of
from youju.portal.stamp import stamp

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def public_page(view: View[P]) -> View[P]:
    """A page that changes only with the stamp, that is with what is kept here and with the day.

    Whatever would change something is refused for its method, before anybody asks it for a token.
    """

    @csrf_exempt
    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        language = str(get_language())
        etag = _etag(language)  # before the page is made: of what changes meanwhile an old page must not bear the stamp
        response = _without_trace(view, request, *args, **kwargs)
        if response.status_code != HTTPStatus.OK:
            return response
        _tell_caches(response, etag, language)
        response["X-Frame-Options"] = (
            settings.X_FRAME_OPTIONS
        )  # as those further in set it: a kept page never gets there
        if isinstance(response, HttpResponse):
            response["Content-Length"] = str(len(response.content))  # else the server closes the line after it
            KEPT.keep(_key(request, etag), response)
            return _unchanged(etag, language) if _has(request, etag) else response
        return response

    return answer


def kept_answer(request: HttpRequest) -> HttpResponseBase | None:
    """A page as it was rendered before, while nothing has changed since, or that the reader has it already; None where
    it is to be rendered.
    """
    if request.method not in ("GET", "HEAD"):
        return None
    language = get_language_from_request(request)
    etag = _etag(language)
    found = KEPT.find(_key(request, etag))
    return _unchanged(etag, language) if found is not None and _has(request, etag) else found


def _has(request: HttpRequest, etag: str) -> bool:
    """Whether the reader, or a cache before them, has the page as it is now."""
    return etag in parse_etags(request.headers.get("If-None-Match", ""))


def _unchanged(etag: str, language: str) -> HttpResponse:
    """That the page is what the reader has already, with what RFC 9110 wants in that answer."""
    same = HttpResponseNotModified()
    _tell_caches(same, etag, language)
    return same


def _tell_caches(response: HttpResponseBase, etag: str, language: str) -> None:
    """Browsers ask each time, and are mostly told that nothing changed; a proxy gives it out for some seconds."""
    response["ETag"] = etag
    response["Cache-Control"] = f"public, max-age=0, s-maxage={setting('site_cache_seconds')}"
    response["Content-Language"] = language
    response["Vary"] = "Accept-Language"


def public_answer(view: View[P]) -> View[P]:
    """A page that depends on what was typed, or is sent to: rendered each time, kept by no cache.

    Without a cookie there is nobody in whose name a form could be sent: it needs no token against that.
    """

    @csrf_exempt
    @login_not_required
    @wraps(view)
    def answer(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        return _without_trace(view, request, *args, **kwargs)

    return answer


def render(
    site: Site | None, template: str, context: Mapping[str, Any], *, status: int = 200, **kind: str
) -> HttpResponse:
    """A page of the site. site: None for a page that stands while it is closed. kind: ``content_type``, if no HTML."""
    content = get_template(template).render({"site": site, **context})
    return HttpResponse(content, status=status, **kind)


def unkept(response: HttpResponse) -> HttpResponse:
    """A page with what somebody wrote: kept by no browser and no proxy, and its address is told to nobody."""
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _etag(language: str) -> str:
    return f'"{stamp()}-{language}"'


def _key(request: HttpRequest, etag: str) -> tuple[str, ...]:
    return etag, str(request.scheme), request.get_host(), request.get_full_path()


def _without_trace(view: View[P], request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
    """The view's answer, or the one page on which the public reads what went wrong."""
    try:
        return view(request, *args, **kwargs)
    except YoujuError as error:
        return error_page(request, error)


def error_page(request: HttpRequest, error: YoujuError) -> HttpResponse:
    """One sentence and where to go on; of a closed site as little as of a page that is not there."""
    try:
        site = site_of(request)
    except NotFound:
        content = get_template("portal/closed.html").render({"error": error})
        return HttpResponse(content, status=404)
    return render(site, "portal/error.html", {"error": error, "missing": error.status == 404}, status=error.status)
