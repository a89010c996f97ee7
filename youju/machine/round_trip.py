"""A visit to the site by the address that people use: through the proxy, as a browser would.

It opens the log-in page and sends a form of it (the choice of the language, which changes nothing), so that what no
setting shows is found: a proxy that forgets to say “https”, a certificate nobody trusts, a form that is refused.
"""

import re
import ssl
from collections.abc import Iterator
from email.message import Message
from http.client import HTTPException
from http.cookies import CookieError, SimpleCookie
from typing import NamedTuple
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from django.urls import reverse
from django.utils.translation import gettext as _

_SECONDS = 10
_MOST = 1024 * 1024
_TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class _Answer(NamedTuple):
    status: int
    headers: Message
    text: str


class _NoRedirects(HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        """Follow none: where it leads is what is asked."""


def round_trip(origin: str) -> Iterator[str]:
    """What is wrong with the way to the site. origin: ``https://youju.example``. Waits at most some seconds."""
    opener = build_opener(ProxyHandler({}), _NoRedirects)
    try:
        page = _sent(opener, Request(origin + reverse("login")))
        yield from _page_findings(origin, page)
        if page.status == 200:
            yield from _form_findings(origin, page, _sent(opener, _form(origin, page)))
    except (URLError, HTTPException, OSError, ValueError) as error:
        yield _unreached(origin, error)


def _page_findings(origin: str, page: _Answer) -> Iterator[str]:
    location = page.headers.get("Location", "")
    if location.removeprefix(origin) == reverse("setup"):  # ours, and still empty: there is no form to send yet
        return
    if page.status in {301, 302, 307, 308} and location.endswith(reverse("login")):
        yield _(
            "%(url)s leads round in a circle (to %(to)s): the server does not learn that visitors come by HTTPS. Set "
            "YOUJU_TRUSTED_PROXY to the proxy's address, and let the proxy send X-Forwarded-Proto."
        ) % {"url": origin, "to": location}
    elif page.status != 200 or not _TOKEN.search(page.text):
        yield _("At %(url)s answers not this site but something else (status %(status)s).") % {
            "url": origin,
            "status": page.status,
        }


def _form_findings(origin: str, page: _Answer, answer: _Answer) -> Iterator[str]:
    if answer.status != 302:
        yield _(
            "A form sent at %(url)s is refused (status %(status)s): the proxy must pass the name of the site on "
            "(Host), and say how visitors come (X-Forwarded-Proto)."
        ) % {"url": origin, "status": answer.status}
    if origin.startswith("https:") and not all(cookie["secure"] for cookie in _cookies(page).values()):
        yield _("Cookies at %(url)s would also go without HTTPS.") % {"url": origin}


def _form(origin: str, page: _Answer) -> Request:
    token = _TOKEN.search(page.text)
    fields = {"language": "zh-hans", "next": "/login/", "csrfmiddlewaretoken": token[1] if token else ""}
    request = Request(origin + reverse("set_language"), urlencode(fields).encode())
    request.add_header("Cookie", "; ".join(f"{name}={cookie.value}" for name, cookie in _cookies(page).items()))
    request.add_header("Origin", origin)
    request.add_header("Referer", origin + reverse("login"))
    return request


def _cookies(page: _Answer) -> SimpleCookie:
    cookies: SimpleCookie = SimpleCookie()
    for line in page.headers.get_all("Set-Cookie") or []:
        try:
            cookies.load(line)
        except CookieError:
            continue
    return cookies


def _sent(opener: OpenerDirector, request: Request) -> _Answer:
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            return _Answer(answer.status, answer.headers, answer.read(_MOST).decode("utf-8", "replace"))
    except HTTPError as error:  # a redirect and a refusal are answers too
        with error:
            return _Answer(error.code, error.headers, "")


def _unreached(origin: str, error: Exception) -> str:
    reason = getattr(error, "reason", error)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return _("The certificate of %(url)s is not trusted on this machine (%(reason)s): browsers will warn.") % {
            "url": origin,
            "reason": reason.verify_message,
        }
    return _("%(url)s cannot be reached from this machine (%(reason)s): are the proxy and “youju serve” running?") % {
        "url": origin,
        "reason": reason,
    }
