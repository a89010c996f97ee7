"""Where the site is reached: what links begin with that a command prints or puts into a file."""

from collections.abc import Callable
from typing import Any, TypeVar
from urllib.parse import urlsplit

import click
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.cli.address import BASE
from youju.cli.help import option

_Function = TypeVar("_Function", bound=Callable[..., Any])
_LONGEST = 500  # a figure's place behind it still fits into a code that a telephone reads


def site_option(function: _Function) -> _Function:
    """``--site``: the public address of the environment, else this machine's own; without a stroke at its end."""
    return option(
        "--site",
        default=lambda: settings.PUBLIC_URL or BASE,
        callback=_address,
        help=_("Address under which the site is reached; YOUJU_PUBLIC_URL or this machine unless given."),
    )(function)


def base_option(function: _Function) -> _Function:
    """``--base``: the address that figures in a file open on, this machine's own unless given; the same form."""
    return option(
        "--base",
        default=BASE,
        show_default=True,
        callback=_address,
        help=_("Address of the site that figures open on."),
    )(function)


def _address(_context: click.Context, _parameter: click.Parameter, value: str) -> str:
    """Without a stroke at its end. Raises BadParameter for what nothing could be opened on."""
    if not _is_address(value):
        raise click.BadParameter(gettext("It must be like %(address)s.") % {"address": BASE})
    return value.rstrip("/")


def _is_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
        named = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:  # a bracket left open
        return False
    return named and len(value) <= _LONGEST and value.isprintable() and " " not in value
