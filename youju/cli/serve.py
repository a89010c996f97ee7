"""``youju serve``: the site, on this machine only unless told otherwise."""

from pathlib import Path
from typing import Any

import click
import waitress
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.bureau.founding import SETUP_HOURS, is_founded, setup_open
from youju.cli.address import HOST, PORT
from youju.cli.database import migrate
from youju.cli.help import command, option
from youju.cli.output import say
from youju.cli.tick import ticking
from youju.cli.too_large import answer_by_page
from youju.errors import YoujuError

_THREADS = 8


class AddressTaken(YoujuError):
    code = "address-taken"
    sentence = gettext_lazy(
        "Nothing can be served on %(host)s:%(port)s: it is in use or not an address of this machine."
    )


@command()
@option("--host", default=HOST, show_default=True, help=_("Address to listen on."))
@option("--port", default=PORT, show_default=True, type=click.IntRange(1, 65535), help=_("Port to listen on."))
def serve(host: str, port: int) -> None:
    migrate()
    serve_site(host=host, port=port)


def serve_site(*, host: str = HOST, port: int = PORT) -> None:
    """Serve until Ctrl-C. Raises AddressTaken."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)  # whitenoise warns where it is missing
    site = get_wsgi_application()
    answer_by_page()
    try:
        server = waitress.create_server(
            site,
            host=host,
            port=port,
            threads=_THREADS,
            ident=None,
            max_request_body_size=settings.REQUEST_BYTES,
            **_proxy(),
        )
    except (OSError, ValueError) as error:  # waitress says of a name that is no address that it is no value
        raise AddressTaken(host=host, port=port) from error
    say(gettext("Youju is at http://%(host)s:%(port)s (Ctrl-C ends it).") % {"host": host, "port": port})
    if settings.PUBLIC_URL:
        say(gettext("People reach it at %(url)s.") % {"url": settings.PUBLIC_URL})
    if host not in settings.ALLOWED_HOSTS:
        say(gettext("It answers only to the names in YOUJU_HOSTS: %(names)s.") % {"names": settings.ALLOWED_HOSTS})
    _tell_setup(host, port)
    with ticking(settings.TICK_SECONDS):
        server.run()


def _tell_setup(host: str, port: int) -> None:
    """Where there is no bureau yet, print the code that opens the page which sets it up."""
    if is_founded():
        return
    site = settings.PUBLIC_URL or f"http://{host}:{port}"
    say(gettext("No bureau is set up yet. Open %(url)s and give this code, once, within %(hours)s hours:") % {
        "url": site + reverse("setup"),
        "hours": SETUP_HOURS,
    })  # fmt: skip
    say(f"\n    {setup_open()}\n")


def _proxy() -> dict[str, Any]:
    """Whom the server believes that others came through it; forwarded headers of anybody else are thrown away."""
    if not settings.TRUSTED_PROXY:
        return {}
    return {
        "trusted_proxy": settings.TRUSTED_PROXY,
        "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"},
    }
